using System.Collections.Immutable;

namespace CoroGen.Fuzz.Programs;

/// <summary>A program: one partial class with coroutines, of which the last, <c>Main</c>, is run.</summary>
/// <param name="Name">The class.</param>
/// <param name="Members">Its members; each is a form with a body.</param>
public sealed record GeneratedProgram(string Name, ImmutableArray<Statement> Members)
{
    /// <summary>Whether coroutines run concurrently: then the trace depends on who suspends.</summary>
    public bool IsConcurrent { get; init; }

    /// <summary>How it is made again.</summary>
    public required string Origin { get; init; }

    public IEnumerable<Node> Nodes => Members.SelectMany(member => member.SelfAndDescendants);

    /// <summary>The same with each suspension that is possible.</summary>
    public GeneratedProgram Suspending => this with { Members = [.. Members.Select(member => (Statement)member.Map(node => node is Expression { CanSuspend: true } possible ? possible with { IsMarked = true } : node))] };

    public GeneratedProgram Replace(Node old, Node replacement) => this with { Members = [.. Members.Select(member => (Statement)member.Replace(old, replacement))] };
}
