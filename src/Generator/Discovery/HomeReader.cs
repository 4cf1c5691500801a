using CoroGen.Generator.Lowering;
using CoroGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Discovery;

/// <summary>Reads what stands round a method, so that generated members bind names exactly as the user's own do.</summary>
internal static class HomeReader
{
    public static HomeModel Read(CoroutineMethod method) => Read(method, static _ => true, isBare: false);

    /// <summary>The same without usings that are wrong.</summary>
    public static HomeModel Read(CoroutineMethod method, Func<CSharpSyntaxNode, bool> isRight) => Read(method, isRight, isBare: false);

    /// <summary>The same without usings and <c>unsafe</c>, for members that need neither: what is wrong with those is not repeated.</summary>
    public static HomeModel ReadBare(CoroutineMethod method) => Read(method, static _ => false, isBare: true);

    private static HomeModel Read(CoroutineMethod method, Func<CSharpSyntaxNode, bool> isRight, bool isBare)
    {
        var types = method.Syntax.Ancestors().OfType<TypeDeclarationSyntax>().Where(type => !ExtensionBlocks.IsBlock(type)).Reverse().ToList();
        var spaces = method.Syntax.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().ToList();
        var file = method.Syntax.SyntaxTree.GetCompilationUnitRoot();
        return new HomeModel(
            DefinedSymbols.Directives(method.Syntax.SyntaxTree) + Usings(file.Externs, file.Usings, CanStand),
            spaces.Select(space => new NamespaceModel(Text(space.Name), Usings(space.Externs, space.Usings, CanStand))).ToEquatable(),
            types.Select(type => PartialDeclaration(type, isBare)).ToEquatable(),
            TypeFacts.Text(method.Symbol.ContainingType),
            types.SelectMany(type => type.TypeParameterList?.Parameters.Select(parameter => parameter.Identifier.Text) ?? []).ToEquatable(),
            method.Symbol.ContainingType.TypeKind == TypeKind.Struct,
            PathOf(spaces, types));

        bool CanStand(CSharpSyntaxNode directive) => isRight(directive) && !method.UsingsOfFileLocalTypes.Contains(directive);
    }

    /// <summary><c>unsafe partial record struct S&lt;T&gt;</c>: what C# wants to see again on another part; the rest it takes from this one.</summary>
    private static string PartialDeclaration(TypeDeclarationSyntax type, bool isBare)
    {
        var isUnsafe = !isBare && type.Modifiers.Any(SyntaxKind.UnsafeKeyword) ? "unsafe " : "";
        var kind = type is RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not 0 } record
            ? $"{record.Keyword.Text} {record.ClassOrStructKeyword.Text}"
            : type.Keyword.Text;
        return $"{isUnsafe}partial {kind} {NameOf(type, withVariance: true)}";
    }

    private static string NameOf(TypeDeclarationSyntax type, bool withVariance)
    {
        if (type.TypeParameterList is null)
            return type.Identifier.Text;
        var parameters = type.TypeParameterList.Parameters.Select(p =>
            withVariance && p.VarianceKeyword.RawKind != 0 ? $"{p.VarianceKeyword.Text} {p.Identifier.Text}" : p.Identifier.Text);
        return $"{type.Identifier.Text}<{string.Join(", ", parameters)}>";
    }

    /// <summary><c>Space.Outer+Box{T}</c>.</summary>
    private static string PathOf(List<BaseNamespaceDeclarationSyntax> spaces, List<TypeDeclarationSyntax> types)
    {
        var names = types.Select(type => NameOf(type, withVariance: false).Replace('<', '{').Replace('>', '}').Replace(" ", "").Replace("@", ""));
        return string.Concat(spaces.Select(space => Text(space.Name).Replace("@", "") + ".")) + string.Join("+", names);
    }

    private static string Usings(SyntaxList<ExternAliasDirectiveSyntax> externs, SyntaxList<UsingDirectiveSyntax> usings, Func<CSharpSyntaxNode, bool> canStand)
    {
        var lines = externs.Cast<CSharpSyntaxNode>()
            .Concat(usings.Where(directive => directive.GlobalKeyword.RawKind == 0))
            .Where(directive => !directive.ContainsDiagnostics && canStand(directive))
            .Select(Text);
        return string.Join("\n", lines);
    }

    /// <summary>The node's text without comments and directives, on one line.</summary>
    private static string Text(SyntaxNode node) =>
        string.Concat(node.DescendantTokens().Select(token => token.HasTrailingTrivia ? token.Text + " " : token.Text)).Trim();
}
