using System.Collections.Immutable;
using CoroGen.Generator.Emission;
using CoroGen.Generator.Lowering;
using CoroGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CoroGen.Generator.Discovery;

/// <summary>
/// Abstract coroutines that some class of the compilation does not implement, or implements by a method whose head has errors, so that it got no members for it. The compiler says so of the method that
/// was written; it must not say the same of the members that nobody writes. So these get bodies, in this compilation, which is in error anyway.
/// </summary>
internal static class MissingImplementations
{
    private const string Reason = "a class does not implement it";

    /// <summary>The files, with bodies in those that need them.</summary>
    public static ImmutableArray<GeneratedFile> Complete(ImmutableArray<Candidate> candidates, GeneratedFile[] files, Compilation compilation, CancellationToken cancellation)
    {
        if (!files.Any(file => SignatureOnlyEmitter.IsDeclaredOnly(file.Emitted)))
            return [.. files];
        var implemented = new HashSet<(SyntaxTree, TextSpan)>(candidates.Where((_, i) => files[i].Emitted is { IsBare: false }).Select(candidate => (candidate.Syntax.SyntaxTree, candidate.Syntax.Span)));
        var classes = Types(compilation.Assembly.GlobalNamespace).Where(type => type.TypeKind is TypeKind.Class or TypeKind.Struct && !type.AllInterfaces.IsEmpty || type.BaseType is { BaseType: not null }).ToList();
        return [.. candidates.Zip(files, (candidate, file) => SignatureOnlyEmitter.IsDeclaredOnly(file.Emitted) && IsLacking(candidate) ? file with { Instead = file.Emitted.WithBodies(Reason), Reason = Reason } : file)];

        bool IsLacking(Candidate candidate) =>
            compilation.GetSemanticModel(candidate.Syntax.SyntaxTree).GetDeclaredSymbol(candidate.Syntax, cancellation) is { } method
            && MayHaveBody(method, compilation)
            && classes.Any(type => Implementations(type, method).Any(found => found is null || !IsImplemented(found)));

        bool IsImplemented(IMethodSymbol method) =>
            method.DeclaringSyntaxReferences.IsEmpty
            || !CoroutineSymbols.IsCoroutine(method)
            || (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.Any(part => implemented.Contains((part.SyntaxTree, part.Span)));
    }

    /// <summary>Whether C# accepts a body in place of the abstract one.</summary>
    public static bool MayHaveBody(IMethodSymbol method, Compilation compilation) =>
        method.ContainingType.TypeKind != TypeKind.Interface || compilation.SupportsRuntimeCapability(RuntimeCapability.DefaultImplementationsOfInterfaces);

    /// <summary>The methods by which a type has to implement an abstract one: none when it need not, null when there is none.</summary>
    private static IEnumerable<IMethodSymbol?> Implementations(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind != TypeKind.Interface)
            return type.IsAbstract || !Derives(type, method.ContainingType) ? [] : [Override(type, method)];
        return type.AllInterfaces.Where(other => Equal(other.OriginalDefinition, method.ContainingType))
            .Select(other => type.FindImplementationForInterfaceMember(other.GetMembers(method.Name).First(member => Equal(member.OriginalDefinition, method)))?.OriginalDefinition as IMethodSymbol);
    }

    private static bool Derives(INamedTypeSymbol type, INamedTypeSymbol from) => Bases(type).Any(other => Equal(other.OriginalDefinition, from));

    private static IMethodSymbol? Override(INamedTypeSymbol type, IMethodSymbol method) => Bases(type).TakeWhile(other => !Equal(other.OriginalDefinition, method.ContainingType))
        .SelectMany(other => other.GetMembers(method.Name).OfType<IMethodSymbol>()).FirstOrDefault(member => Overrides(member, method))?.OriginalDefinition;

    private static bool Overrides(IMethodSymbol member, IMethodSymbol method) =>
        member.OverriddenMethod is { } overridden && (Equal(overridden.OriginalDefinition, method) || Overrides(overridden, method));

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            yield return type;
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member));

    private static bool Equal(ISymbol? one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);
}
