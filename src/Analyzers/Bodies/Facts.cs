using System.Collections.Immutable;

namespace CoroGen.Analyzers.Bodies;

/// <summary>What a finding tells its fix, by key.</summary>
internal static class Facts
{
    public static readonly ImmutableDictionary<string, string?> None = ImmutableDictionary<string, string?>.Empty;

    /// <summary>The name of the handle.</summary>
    public const string Handle = nameof(Handle);

    /// <summary>At which position among the arguments the handle goes.</summary>
    public const string Position = nameof(Position);

    /// <summary>The name of the callee's parameter for the handle.</summary>
    public const string Parameter = nameof(Parameter);

    /// <summary>Present when the coroutine returns nothing.</summary>
    public const string Void = nameof(Void);

    /// <summary>Facts of which those that are null are left out.</summary>
    public static ImmutableDictionary<string, string?> Of(params (string Key, string? Value)[] facts) =>
        facts.Where(fact => fact.Value is not null).ToImmutableDictionary(fact => fact.Key, fact => fact.Value);
}
