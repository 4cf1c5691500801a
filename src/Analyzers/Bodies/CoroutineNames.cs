using CoroGen.Generator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Analyzers.Bodies;

/// <summary>The names that factories of coroutines have, in a compilation and in what it refers to: what has another name need not be bound.</summary>
internal static class CoroutineNames
{
    /// <summary>Those of all coroutines.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="mark">The attribute of coroutines.</param>
    public static HashSet<string> In(Compilation compilation, INamedTypeSymbol mark) =>
    [
        .. compilation.SyntaxTrees.Where(tree => !FileEmitter.Wrote(tree)).SelectMany(tree => tree.GetRoot().DescendantNodes(IsRoundMethods)).OfType<MethodDeclarationSyntax>().Where(IsMarked).Select(method => method.Identifier.ValueText),
        .. compilation.SourceModule.ReferencedAssemblySymbols.Where(assembly => KnowsCoroutines(assembly, mark.ContainingAssembly)).SelectMany(assembly => Factories(assembly.GlobalNamespace)),
    ];

    private static bool IsRoundMethods(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    private static bool IsMarked(MethodDeclarationSyntax method) =>
        method.AttributeLists.Count > 0 || method.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static bool KnowsCoroutines(IAssemblySymbol assembly, IAssemblySymbol runtime) =>
        SymbolEqualityComparer.Default.Equals(assembly, runtime) || assembly.Modules.Any(module => module.ReferencedAssemblies.Contains(runtime.Identity));

    private static IEnumerable<string> Factories(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(member => member switch
    {
        INamespaceOrTypeSymbol inner => Factories(inner),
        IMethodSymbol method when Names.IsRuntimes(method.ReturnType, "Coroutine") => [method.Name],
        _ => [],
    });
}
