using System.Collections.Immutable;

namespace CoroGen.Fuzz.Programs;

/// <summary>A part of a generated program. Immutable: a reduction makes another tree that shares what it keeps.</summary>
public abstract record Node
{
    /// <summary>The parts that it consists of, in textual order.</summary>
    public abstract IEnumerable<Node> Children { get; }

    /// <summary>The same tree with each node exchanged; a node that maps to itself is looked into.</summary>
    public Node Replace(Node old, Node replacement) => ReferenceEquals(this, old) ? replacement : WithChildren(child => child.Replace(old, replacement));

    /// <summary>The same tree with all nodes changed, the inner ones first.</summary>
    public Node Map(Func<Node, Node> change) => change(WithChildren(child => child.Map(change)));

    /// <summary>All nodes of the tree, this one first.</summary>
    public IEnumerable<Node> SelfAndDescendants => Children.SelectMany(child => child.SelfAndDescendants).Prepend(this);

    public bool Suspends => SelfAndDescendants.Any(node => node is Expression { IsMarked: true } || node is Form { IsCall: true });

    protected abstract Node WithChildren(Func<Node, Node> map);
}

/// <summary>A form of the language: a text with nodes in its holes.</summary>
/// <param name="Name">What the coverage calls it.</param>
/// <param name="Text">The text.</param>
public abstract record Form(string Name, Template Text) : Node
{
    /// <summary>Whether the form itself is a suspension point, a coroutine's call.</summary>
    public bool IsCall { get; init; }

    public override IEnumerable<Node> Children => Text.Nodes;
}

/// <summary>An expression of a type.</summary>
/// <param name="Name">What the coverage calls it.</param>
/// <param name="Type">Its type, or the one that it is converted to.</param>
/// <param name="Text">The text.</param>
public sealed record Expression(string Name, CsType Type, Template Text) : Form(Name, Text)
{
    /// <summary>Whether it may be the operand of a suspension: it is a value, and stands where one can be.</summary>
    public bool CanSuspend { get; init; }

    /// <summary>Whether it is one.</summary>
    public bool IsMarked { get; init; }

    /// <summary>Whether its own type is <see cref="Type"/>, without a conversion.</summary>
    public bool IsExact { get; init; } = true;

    /// <summary>Whether it never needs parentheses.</summary>
    public bool IsPrimary { get; init; }

    protected override Node WithChildren(Func<Node, Node> map) => Text.Map(map) is var text && ReferenceEquals(text, Text) ? this : this with { Text = text };
}

/// <summary>A statement.</summary>
/// <param name="Name">What the coverage calls it.</param>
/// <param name="Text">The text.</param>
public sealed record Statement(string Name, Template Text) : Form(Name, Text)
{
    protected override Node WithChildren(Func<Node, Node> map) => Text.Map(map) is var text && ReferenceEquals(text, Text) ? this : this with { Text = text };
}

/// <summary>Statements, with or without braces round them.</summary>
/// <param name="Statements">The statements.</param>
/// <param name="HasBraces">Whether it is a block of its own.</param>
public sealed record Block(ImmutableArray<Statement> Statements, bool HasBraces = true) : Node
{
    public override IEnumerable<Node> Children => Statements;

    protected override Node WithChildren(Func<Node, Node> map)
    {
        var mapped = Statements.Select(statement => (Statement)map(statement)).ToImmutableArray();
        return mapped.Zip(Statements).All(pair => ReferenceEquals(pair.First, pair.Second)) ? this : this with { Statements = mapped };
    }
}
