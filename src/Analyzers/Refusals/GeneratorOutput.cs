using CoroGen.Generator;
using CoroGen.Generator.Discovery;
using CoroGen.Generator.Emission;
using CoroGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Refusals;

/// <summary>
/// What the generator wrote, as the compilation shows it. A coroutine that compiles here but has no frame there depends on code that the
/// generator could not see: another generator's.
/// </summary>
internal sealed class GeneratorOutput(Compilation compilation)
{
    private readonly Lazy<bool> _exists = new(() => compilation.SyntaxTrees.Any(FileEmitter.Wrote));

    /// <summary>Whether the generator has run, and made no state machine of the method.</summary>
    public bool Lacks(CoroutineMethod method, SignatureModel signature) =>
        !method.Symbol.ContainingType.GetTypeMembers(GeneratedNames.Frame(signature.UniqueName)).Any(IsGenerated) && _exists.Value;

    private static bool IsGenerated(INamedTypeSymbol frame) => frame.DeclaringSyntaxReferences.Any(reference => FileEmitter.Wrote(reference.SyntaxTree));
}
