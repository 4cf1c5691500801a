using CoroGen.BlockingMembers.Calls;
using CoroGen.BlockingMembers.Framework;
using Mono.Cecil;

namespace CoroGen.BlockingMembers.Blocking;

/// <summary>
/// Taking a lock is waiting, if somebody holds it while he waits for something else. All other locks are held for a few instructions.
/// Locks are told apart by the field that holds the object. Waiting for a pulse releases the lock: it does not count inside the type that takes it.
/// </summary>
internal sealed class HeldLocks(CallGraph graph, Func<MethodDefinition, bool> reaches)
{
    private const string WaitForPulse = "System.Threading.Monitor.Wait";

    private readonly Dictionary<string, string> _held = [];
    private readonly Dictionary<MethodDefinition, string> _takers = [];

    /// <summary>Why taking a lock makes the method wait, or null when it does not.</summary>
    public string? Reason(MethodDefinition method) => _takers.GetValueOrDefault(method);

    /// <summary>The methods that take a lock, which turned out to be held by somebody who waits, since the last time.</summary>
    public IEnumerable<MethodDefinition> FindMore()
    {
        foreach (var body in graph.Bodies)
        {
            foreach (var region in body.Locks.Where(region => !_held.ContainsKey(region.Lock)))
            {
                if (WaitingCall(body, region) is { } call)
                    _held[region.Lock] = $"lock of {region.Lock}, in which {MemberIds.NameOf(body.Method)} calls {MemberIds.NameOf(call)}";
            }
        }

        foreach (var body in graph.Bodies)
        {
            var held = body.Locks.Select(region => _held.GetValueOrDefault(region.Lock)).OfType<string>().FirstOrDefault();
            if (held is not null && !reaches(body.Method) && _takers.TryAdd(body.Method, held))
                yield return body.Method;
        }
    }

    private MethodDefinition? WaitingCall(Body body, LockRegion region) =>
        graph.Calls(body.Method)
            .Where(edge => edge.Offset > region.First && edge.Offset < region.End)
            .Select(edge => edge.Target)
            .FirstOrDefault(target => reaches(target) && !IsOwnPulse(body.Method, target, Outermost(body.Method)) && Waits(target, Outermost(body.Method)));

    /// <summary>Whether the method reaches anything that waits, other than for a pulse inside the type.</summary>
    private bool Waits(MethodDefinition method, TypeDefinition type)
    {
        var seen = new HashSet<MethodDefinition> { method };
        var open = new Stack<MethodDefinition>(seen);
        while (open.TryPop(out var each))
        {
            if (graph.Waits(each) || _takers.ContainsKey(each))
                return true;
            foreach (var target in graph.Calls(each).Select(edge => edge.Target).Where(target => reaches(target) && !IsOwnPulse(each, target, type)))
            {
                if (seen.Add(target))
                    open.Push(target);
            }
        }

        return false;
    }

    private static bool IsOwnPulse(MethodDefinition caller, MethodDefinition target, TypeDefinition type) => MemberIds.NameOf(target) == WaitForPulse && Outermost(caller) == type;

    private static TypeDefinition Outermost(MethodDefinition method)
    {
        var type = method.DeclaringType;
        while (type.DeclaringType is { } outer)
            type = outer;
        return type;
    }
}
