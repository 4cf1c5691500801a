using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.BlockingMembers.Framework;

/// <summary>A public member of the framework, and the documentation ids of the methods that it consists of.</summary>
internal sealed record PublicMember(ISymbol Symbol, string Id, IReadOnlyList<string> Methods);

/// <summary>What the reference assemblies show: the methods, constructors, properties and events that a program can call.</summary>
internal static class PublicSurface
{
    public static CSharpCompilation Net10() => CSharpCompilation.Create("Surface", references: Basic.Reference.Assemblies.Net100.References.All);

    public static IEnumerable<PublicMember> Of(Compilation compilation) =>
        Types(compilation.GlobalNamespace).SelectMany(type => type.GetMembers()).Where(IsCallable).Select(Make);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol inner => Types(inner),
        INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public } type => Types(type).Prepend(type),
        _ => [],
    });

    /// <summary>Accessors count as their property or event.</summary>
    private static bool IsCallable(ISymbol member) =>
        member is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false }
        && member is IPropertySymbol or IEventSymbol or IMethodSymbol { AssociatedSymbol: null, MethodKind: not (MethodKind.Destructor or MethodKind.StaticConstructor) };

    private static PublicMember Make(ISymbol member)
    {
        ISymbol?[] methods = member switch
        {
            IPropertySymbol property => [property.GetMethod, property.SetMethod],
            IEventSymbol happening => [happening.AddMethod, happening.RemoveMethod],
            _ => [member],
        };
        return new(member, Id(member), [.. methods.OfType<IMethodSymbol>().Where(method => method.DeclaredAccessibility == Accessibility.Public).Select(Id)]);
    }

    private static string Id(ISymbol member) => member.GetDocumentationCommentId()!;
}
