using CoroGen.BlockingMembers.Data;
using CoroGen.BlockingMembers.Framework;
using Mono.Cecil;

namespace CoroGen.BlockingMembers.Calls;

/// <summary>A call as the graph has it: the offset of the instruction, and a method that may run.</summary>
internal readonly record struct Edge(int Offset, MethodDefinition Target);

/// <summary>
/// Who calls whom. The graph has more calls than can happen, with these exceptions, which it does not see: delegates and function pointers that are called elsewhere than they are made;
/// static constructors; finalizers; reflection; and what cuts.txt takes out.
/// A virtual call goes to what the static type of the object has and to all overrides in types below it, among all assemblies; where cuts.txt says so, only to the first of these.
/// </summary>
internal sealed class CallGraph
{
    private readonly RuleFile _primitives;
    private readonly RuleFile _cuts;
    private readonly Dictionary<MethodDefinition, Body> _bodies = [];
    private readonly Dictionary<MethodDefinition, Edge[]> _edges = [];
    private readonly TypeTree _types;

    public CallGraph(Implementation implementation, RuleFile primitives, RuleFile cuts)
    {
        (_primitives, _cuts, _types) = (primitives, cuts, new TypeTree(implementation));
        Methods = [.. implementation.Types.SelectMany(type => type.Methods)];
        foreach (var method in Methods.Where(method => method.HasBody && Kind(method) is null))
        {
            _bodies[method] = BodyReader.Read(method, implementation, primitives, cuts);
            _edges[method] = [.. Edges(_bodies[method]).Distinct()];
        }
    }

    public IReadOnlyList<MethodDefinition> Methods { get; }

    public IEnumerable<Body> Bodies => _bodies.Values;

    /// <summary>What the method calls, without locks: which of them wait is a question of its own.</summary>
    public IReadOnlyList<Edge> Calls(MethodDefinition method) => _edges.GetValueOrDefault(method) ?? [];

    /// <summary>The methods that run when a program calls the member through its name.</summary>
    public IEnumerable<MethodDefinition> Entries(MethodDefinition method) =>
        method.IsVirtual && !_cuts.Says("dispatch", MemberIds.NameOf(method)) ? _types.Targets(method, method.DeclaringType) : [method];

    public bool Waits(MethodDefinition method) => Kind(method) == "waits";

    public bool TakesLock(MethodDefinition method) => Kind(method) == "lock";

    /// <summary>Methods without IL, of which primitives.txt says nothing.</summary>
    public IEnumerable<string> Unknown => Methods.Where(method => IsNative(method) && Kind(method) is null).Select(NativeName).Distinct();

    private static bool IsNative(MethodDefinition method) => !method.HasBody && (method.IsPInvokeImpl || method.IsInternalCall) && !method.IsAbstract;

    private string? Kind(MethodDefinition method)
    {
        var name = IsNative(method) ? NativeName(method) : MemberIds.NameOf(method);
        foreach (var kind in s_kinds)
        {
            if (_primitives.Says(kind, name) || (IsNative(method) && _primitives.Says(kind, MemberIds.NameOf(method))))
                return kind;
        }

        return null;
    }

    private static readonly string[] s_kinds = ["lock", "waits", "harmless"];

    private static string NativeName(MethodDefinition method) => method.PInvokeInfo is { } native ? $"{native.Module.Name}!{native.EntryPoint}" : $"runtime!{MemberIds.NameOf(method)}";

    private IEnumerable<Edge> Edges(Body body) =>
        from call in body.Calls
        where !IsCut(call.Method)
        from target in Targets(call)
        where !TakesLock(target) && !IsCut(target)
        select new Edge(call.Place.Offset, target);

    private bool IsCut(MethodDefinition method) => _cuts.Says("member", MemberIds.NameOf(method));

    private IEnumerable<MethodDefinition> Targets(Call call)
    {
        if (call.Receiver is not { } receiver)
            return [call.Method];
        if (!_types.IsSubtype(receiver, call.Method.DeclaringType))
            receiver = call.Method.DeclaringType;
        return call.IsExact || _cuts.Says("dispatch", MemberIds.NameOf(call.Method)) ? [_types.Inherited(call.Method, receiver)] : _types.Targets(call.Method, receiver);
    }
}
