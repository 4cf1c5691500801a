using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Refusals;

/// <summary>What the types round a coroutine must be, so that members can be added to them in another file.</summary>
internal static class ContainerRules
{
    /// <summary>CORO004, on the name of each type. The analyzer reports it for the type's first coroutine only.</summary>
    public static IEnumerable<Refusal> Partial(CoroutineMethod method) =>
        from type in Types(method)
        where !IsPartial(type)
        select new Refusal(Rules.NotPartial, type.Identifier.GetLocation(), type.Identifier.ValueText, method.Name);

    /// <summary>CORO014 for a coroutine of a file-local type, on the name of the type.</summary>
    public static IEnumerable<Refusal> FileLocal(CoroutineMethod method) =>
        from type in Types(method)
        where type.Modifiers.Any(SyntaxKind.FileKeyword)
        select new Refusal(Rules.FileLocalType, type.Identifier.GetLocation(), type.Identifier.ValueText);

    /// <summary>CORO021: C# has no classes in a variant interface, and the frame is one.</summary>
    public static IEnumerable<Refusal> VariantInterface(CoroutineMethod method)
    {
        for (var type = method.Symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            if (method.HasBody && type.TypeKind == TypeKind.Interface && type.TypeParameters.Any(p => p.Variance != VarianceKind.None))
                yield return new(Rules.BodyInVariantInterface, method.NameLocation, method.Name, type.Name);
        }
    }

    /// <summary>False for a type of a namespace that nobody could see, which C# refuses.</summary>
    public static bool IsVisible(ISymbol symbol) =>
        symbol.ContainingType is { } type ? IsVisible(type) : symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal;

    public static bool AcceptsMembers(CoroutineMethod method) =>
        Types(method).All(type => HasKnownKind(type) && IsPartial(type) && !type.Modifiers.Any(SyntaxKind.FileKeyword) && !HasMisplacedVariance(type));

    /// <summary>The types round the method. An extension block is none: members are added to the class round it.</summary>
    private static IEnumerable<TypeDeclarationSyntax> Types(CoroutineMethod method) => method.Syntax.Ancestors().OfType<TypeDeclarationSyntax>().Where(type => !ExtensionBlocks.IsBlock(type));

    private static bool IsPartial(TypeDeclarationSyntax type) => !HasKnownKind(type) || type.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>C# refuses it, and wants to see it again on each part.</summary>
    private static bool HasMisplacedVariance(TypeDeclarationSyntax type) => type is not InterfaceDeclarationSyntax && type.TypeParameterList?.Parameters.Any(p => p.VarianceKeyword.RawKind != 0) == true;

    private static bool HasKnownKind(TypeDeclarationSyntax type) =>
        type is ClassDeclarationSyntax or StructDeclarationSyntax or InterfaceDeclarationSyntax or RecordDeclarationSyntax;
}
