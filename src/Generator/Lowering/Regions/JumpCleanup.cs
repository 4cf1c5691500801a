using System.Collections.Immutable;
using CoroGen.Generator.Lowering.Ir;

namespace CoroGen.Generator.Lowering.Regions;

/// <summary>
/// Removes what nobody needs of the jumps that the statements' lowerings made, each for itself:
/// <code>
/// return true; goto end; end: A
/// becomes
/// return true; A
/// </code>
/// A jump of our own that control cannot reach, a jump to the very next step, a label that nobody jumps to. The user's own code stays.
/// </summary>
internal static class JumpCleanup
{
    public static void Run(List<Node> code)
    {
        RemoveJumps(code);
        RemoveLabels(code, TargetsIn(code).ToImmutableHashSet());
    }

    private static void RemoveJumps(List<Node> code)
    {
        for (var i = code.Count - 1; i >= 0; i--)
        {
            if (code[i] is TryNode inner)
                RemoveJumps(inner.Body);
            else if (code[i] is Instruction { IsPlumbing: true, FallsThrough: false } jump && (IsUnreachable(code, i) || LeadsToNext(jump, code, i)))
                Remove(jump, code, i);
        }
    }

    /// <summary>What the jump has of the user's, as the brace that ends a loop, stays.</summary>
    private static void Remove(Instruction jump, List<Node> code, int index)
    {
        if (jump.Code.Places.IsEmpty || IsUnreachable(code, index))
            code.RemoveAt(index);
        else
            code[index] = new Instruction(Fragment.Plain("; // }").At(jump.Code.Places[0].Source), isPlumbing: true, fallsThrough: true);
    }

    private static bool IsUnreachable(List<Node> code, int index) => index > 0 && !code[index - 1].FallsThrough;

    private static bool LeadsToNext(Instruction jump, List<Node> code, int index) =>
        code.Skip(index + 1).TakeWhile(node => node is Label).Any(node => jump.Code.Text == $"goto {((Label)node).Name};");

    private static void RemoveLabels(List<Node> code, ImmutableHashSet<string> targets)
    {
        code.RemoveAll(node => node is Label label && !targets.Contains(label.Name));
        foreach (var inner in code.OfType<TryNode>())
            RemoveLabels(inner.Body, targets);
    }

    private static IEnumerable<string> TargetsIn(IEnumerable<Node> code) => code.SelectMany(node => node switch
    {
        Instruction instruction => instruction.Code.Effects.Targets.Keys,
        TryNode inner => TargetsIn(inner.Body).Concat(inner.Handlers.SelectMany(handler => handler.Body.Effects.Targets.Keys)),
        _ => [],
    });
}
