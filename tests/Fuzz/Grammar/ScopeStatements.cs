using CoroGen.Fuzz.Programs;
using static CoroGen.Fuzz.Programs.CsType;

namespace CoroGen.Fuzz.Grammar;

/// <summary>Statements that change what the code inside means.</summary>
internal static class ScopeStatements
{
    public static IEnumerable<StatementForm> All =>
    [
        new("checked block", 2, g => $"checked{g.Block()}"),
        new("unchecked block", 1, g => $"unchecked{g.Block()}"),
        new("lock", 1, g => $"lock ({g.Value(Thing):all}){g.WithoutSuspensions(() => g.Block())}"),
        new("dead object", 2, DeadObject) { IsCall = true },
        new("ref local", 3, RefLocal),
        new("span", 2, Span),
        new("stackalloc", 1, g => g.IsInHandler ? null : (Template)$"{{ Span<int> span_ = stackalloc int[] {{ {g.Value(Int):all}, {g.Value(Int):all} }}; t.Log(span_[0] - span_[1]); }}"),
        new("pointer", 2, g => $"unsafe {{ var number_ = {g.Value(Int):own}; {g.WithoutSuspensions(() => g.Effect()):all}; int* pointer_ = &number_; *pointer_ += {g.Plain(Int):all}; t.Log(number_); }}"),
    ];

    /// <summary>An object that nobody else knows, used across suspensions, and not any more.</summary>
    private static Template DeadObject(ProgramGenerator g) =>
        $"{{ var weak_ = new WeakReference[1]; {{ var owned_ = new Thing(t, {g.Value(Int):all}); weak_[0] = new WeakReference(owned_); {g.Block()} t.Log(owned_.Add({g.Value(Int):all}, {g.Value(Int):all})); }} t.CheckGone(co, weak_); }}";

    private static Template? RefLocal(ProgramGenerator g) => g.InScope<Template?>(() => g.WithoutSuspensions<Template?>(() =>
    {
        if (g.TryLvalue(Int, isReference: true, isAcrossSuspension: false) is not { } target)
            return null;
        var variable = g.Declare(Int, isCapturable: false);
        return $"{{ ref int {variable} = ref {target:all}; {g.Statements(2)} {variable}++; }}";
    }));

    private static Template Span(ProgramGenerator g) => g.WithoutSuspensions<Template>(() => $"{{ var span_ = {g.Value(Ints)}.AsSpan(); span_[{g.Index():all}] = {g.Value(Int):all}; t.Log(span_[0] + span_[1]); }}");
}
