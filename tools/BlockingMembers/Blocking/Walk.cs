using CoroGen.BlockingMembers.Calls;
using CoroGen.BlockingMembers.Framework;
using Mono.Cecil;

namespace CoroGen.BlockingMembers.Blocking;

/// <summary>The walk backwards, from what waits to all that reaches it, by the shortest ways.</summary>
internal sealed class Walk
{
    private readonly CallGraph _graph;
    private readonly Dictionary<MethodDefinition, List<MethodDefinition>> _callers = [];
    private readonly Dictionary<MethodDefinition, (MethodDefinition? Next, int Length)> _next = [];
    private readonly HeldLocks _locks;

    public Walk(CallGraph graph)
    {
        _graph = graph;
        foreach (var body in graph.Bodies)
        {
            foreach (var target in graph.Calls(body.Method).Select(edge => edge.Target).Distinct())
                (_callers.TryGetValue(target, out var callers) ? callers : _callers[target] = []).Add(body.Method);
        }

        Reach(graph.Methods.Where(graph.Waits).Select(method => (method, (MethodDefinition?)null)));
        _locks = new HeldLocks(graph, _next.ContainsKey);
        while (_locks.FindMore().ToList() is { Count: > 0 } takers)
            Reach(takers.Select(taker => (taker, (MethodDefinition?)null)));
        Reach(graph.Methods.Where(graph.TakesLock).Select(method => (method, (MethodDefinition?)null)));
    }

    public bool Reaches(MethodDefinition method) => _next.ContainsKey(method);

    /// <summary>How many calls it is to what waits.</summary>
    public int Distance(MethodDefinition method) => _next[method].Length;

    /// <summary>The calls from the method to what waits, itself included.</summary>
    public IEnumerable<string> Path(MethodDefinition method)
    {
        for (MethodDefinition? each = method; each is not null; each = _next[each].Next)
        {
            yield return MemberIds.NameOf(each);
            if (_next[each].Next is null && _locks.Reason(each) is { } reason)
                yield return reason;
        }
    }

    private void Reach(IEnumerable<(MethodDefinition Method, MethodDefinition? Next)> found)
    {
        var queue = new Queue<(MethodDefinition Method, MethodDefinition? Next)>(found);
        while (queue.TryDequeue(out var each))
        {
            if (!_next.TryAdd(each.Method, (each.Next, each.Next is null ? 0 : _next[each.Next].Length + 1)))
                continue;
            foreach (var caller in _callers.GetValueOrDefault(each.Method) ?? [])
                queue.Enqueue((caller, each.Method));
        }
    }
}
