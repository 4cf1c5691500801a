namespace CoroGen.Generator;

/// <summary>The names of the pipeline's steps, by which tests see which of them ran again.</summary>
internal static class WellKnownTrackingNames
{
    /// <summary>The signatures, one for each coroutine method.</summary>
    public const string Signatures = nameof(Signatures);

    /// <summary>The text of the factories' declarations.</summary>
    public const string Stubs = nameof(Stubs);

    /// <summary>The files' names.</summary>
    public const string HintNames = nameof(HintNames);

    /// <summary>What bodies can depend on outside of their own files: new when an edit does not stay inside of bodies.</summary>
    public const string Declarations = nameof(Declarations);

    /// <summary>The compilation with the stubs, in which bodies are bound: new after every edit.</summary>
    public const string Binding = nameof(Binding);

    /// <summary>The lowered methods, one for each signature.</summary>
    public const string Methods = nameof(Methods);

    /// <summary>The files to write: when none is modified, nothing is emitted.</summary>
    public const string Files = nameof(Files);
}
