using CoroGen.Fuzz.Programs;

namespace CoroGen.Fuzz.Shrinking;

/// <summary>Smaller programs, each by one step: some are not valid, which the compiler tells.</summary>
internal static class Reductions
{
    /// <summary>All of them, those that leave least first.</summary>
    /// <param name="program">The program.</param>
    /// <param name="ofVariants">Whether it matters where a suspension could be.</param>
    public static IEnumerable<GeneratedProgram> Of(GeneratedProgram program, bool ofVariants) => Steps(program, ofVariants).OrderByDescending(step => step.Gain).Select(step => step.Make());

    private static IEnumerable<Step> Steps(GeneratedProgram program, bool ofVariants)
    {
        foreach (var member in program.Members.SkipLast(1))
            yield return new Step(SizeOf(member), () => program with { Members = program.Members.Remove(member) });
        foreach (var node in program.Nodes)
        {
            foreach (var (replacement, gain) in Replacements(node))
                yield return new Step(gain, () => program.Replace(node, replacement));
            if (ofVariants && node is Expression { CanSuspend: true, IsMarked: false } possible)
                yield return new Step(0, () => program.Replace(node, possible with { CanSuspend = false }));
        }
    }

    private static IEnumerable<(Node Replacement, int Gain)> Replacements(Node node) => node switch
    {
        Block block => Shortened(block),
        Statement statement => Unwrapped(statement).Select(inner => (inner, SizeOf(node) - SizeOf(inner))),
        Expression expression => Simplified(expression).Select(inner => (inner, SizeOf(node) - SizeOf(inner))),
        _ => [],
    };

    /// <summary>Without a half of its statements, or without one, be it the only one.</summary>
    private static IEnumerable<(Node Replacement, int Gain)> Shortened(Block block)
    {
        for (var length = (block.Statements.Length + 1) / 2; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= block.Statements.Length; start += length)
                yield return (block with { Statements = block.Statements.RemoveRange(start, length) }, block.Statements.Skip(start).Take(length).Sum(SizeOf));
        }
    }

    /// <summary>A block that it contains, instead of the statement.</summary>
    private static IEnumerable<Node> Unwrapped(Statement statement) =>
        statement.Name == "coroutine" || statement.Children.ToList() is [Block] ? [] : statement.Children.OfType<Block>().Select(block => new Statement("block", $"{block}"));

    /// <summary>A constant, a part of the same type, or the same without the suspension.</summary>
    private static IEnumerable<Node> Simplified(Expression expression)
    {
        if (expression.Name.StartsWith("lvalue", StringComparison.Ordinal))
            yield break;
        if (expression.IsMarked)
            yield return expression with { IsMarked = false };
        if (expression.Name != "constant")
            yield return new Expression("constant", expression.Type, $"{expression.Type.Default}") { CanSuspend = expression.CanSuspend, IsMarked = expression.IsMarked };
        foreach (var part in expression.SelfAndDescendants.Skip(1).OfType<Expression>().Where(part => part.Type == expression.Type))
            yield return part;
    }

    private static int SizeOf(Node node) => node.SelfAndDescendants.Count(inner => inner is not Expression { Name: "constant", IsMarked: false }) + node.SelfAndDescendants.Count(inner => inner is Expression { IsMarked: true });

    private sealed record Step(int Gain, Func<GeneratedProgram> Make);
}
