namespace CoroGen.Generator.Lowering.Ir;

/// <summary>When a part of an expression has been evaluated.</summary>
internal enum Certainty
{
    Never,

    /// <summary>Whenever the whole is evaluated.</summary>
    Always,

    /// <summary>When the whole is a condition that turned out true.</summary>
    WhenTrue,

    /// <summary>When the whole is a condition that turned out false.</summary>
    WhenFalse,
}
