using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Refusals;

/// <summary>What the generator cannot compile, at the user's own place. Made by discovery and lowering, reported by an analyzer.</summary>
internal sealed record Refusal(DiagnosticDescriptor Rule, Location Location, params object[] Arguments)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location, Arguments);
}
