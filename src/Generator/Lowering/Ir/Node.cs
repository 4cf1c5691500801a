using CoroGen.Generator.Lowering.Locals;

namespace CoroGen.Generator.Lowering.Ir;

/// <summary>One step of a lowered body. The steps of a region stand in one flat list; only a <c>try</c> nests.</summary>
internal abstract class Node
{
    /// <summary>Whether control may go on with the next step.</summary>
    public virtual bool FallsThrough => true;
}

/// <summary>A statement of generated code without a suspension.</summary>
internal sealed class Instruction(Fragment code, bool isPlumbing, bool fallsThrough, string? overflow = null) : Node
{
    public Fragment Code { get; } = code;

    /// <summary>Whether no code of the user's is in it.</summary>
    public bool IsPlumbing { get; } = isPlumbing;

    public override bool FallsThrough { get; } = fallsThrough;

    /// <summary>The user's own <c>checked</c> or <c>unchecked</c> that it stands in, or null.</summary>
    public string? Overflow { get; } = overflow;
}

/// <summary>A place that is jumped to.</summary>
internal sealed class Label(string name) : Node
{
    public string Name { get; } = name;
}

/// <summary>A call that may suspend, and the resume point after it.</summary>
internal sealed class Suspension(int state, Fragment call) : Node
{
    public int State { get; } = state;

    /// <summary><c>if (call)</c>, by the plain-call protocol: whether it completed.</summary>
    public Fragment Call { get; } = call;

    /// <summary>The variable that takes the result, or null.</summary>
    public Variable? Result { get; init; }

    /// <summary>Where the result goes: a variable, <c>__result</c>, or <c>_</c> when it is not wanted; null for <c>void</c>.</summary>
    public string? ResultText { get; init; }

    public string? ResultType { get; init; }

    public string? Overflow { get; init; }

    /// <summary>The variables that are needed after it, by liveness.</summary>
    public IReadOnlyList<Variable> Saved { get; set; } = [];

    /// <summary>Those of them whose fields are cleared once they are loaded.</summary>
    public IReadOnlyList<Variable> Released { get; set; } = [];
}

/// <summary>A <c>try</c> with a suspension inside: entered again to resume.</summary>
internal sealed class TryNode(int number) : Node
{
    public int Number { get; } = number;

    public List<Node> Body { get; } = [];

    public List<Handler> Handlers { get; } = [];

    public override bool FallsThrough => Handlers.Count > 0 || Body.LastOrDefault() is not { FallsThrough: false };

    /// <summary>A <c>finally</c> without a suspension, or null.</summary>
    public Fragment? Finally { get; set; }
}

/// <summary>A <c>catch</c> clause without a suspension: its head with the filter, its block, and whether control may go on behind the <c>try</c>.</summary>
internal sealed record Handler(Fragment Head, Fragment Body, bool FallsThrough = true);
