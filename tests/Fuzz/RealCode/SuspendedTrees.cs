using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Fuzz.RealCode;

/// <summary>Writes files again, with coroutines in their types.</summary>
internal sealed class SuspendedTrees(CSharpParseOptions language)
{
    private readonly Dictionary<string, SyntaxTree> _trees = [];

    public IEnumerable<SyntaxTree> Of(IEnumerable<SyntaxTree> written, IReadOnlyDictionary<IMethodSymbol, SuspendedMethod> methods)
    {
        var inTree = methods.Values.ToLookup(method => method.Body.SyntaxTree);
        return written.Select(tree => inTree.Contains(tree) ? Of(tree, [.. inTree[tree]], methods.GetValueOrDefault) : tree);
    }

    /// <summary>The same tree as long as the text is the same: what was generated for it is then the same.</summary>
    public SyntaxTree Parsed(string text, string path) =>
        _trees.TryGetValue(path, out var tree) && tree.ToString() == text ? tree : _trees[path] = CSharpSyntaxTree.ParseText(text, language, path);

    private SyntaxTree Of(SyntaxTree tree, IReadOnlyList<SuspendedMethod> methods, Func<IMethodSymbol, SuspendedMethod?> coroutineOf)
    {
        var forwards = methods.ToDictionary(method => method.Body);
        var coroutines = methods.ToLookup(method => method.Body.FirstAncestorOrSelf<TypeDeclarationSyntax>(), method => method.Text(coroutineOf));
        var types = methods.SelectMany(method => method.Body.Ancestors().OfType<TypeDeclarationSyntax>()).Distinct();
        var root = tree.GetRoot().ReplaceNodes(types.Concat(forwards.Keys), (written, node) =>
            node is TypeDeclarationSyntax type ? Extended(type, coroutines[(TypeDeclarationSyntax)written]) : forwards[written].Forward());
        return Parsed(root.ToFullString(), tree.FilePath);
    }

    /// <summary>Directives may stand before the keyword of the type, and stay there.</summary>
    private static TypeDeclarationSyntax Extended(TypeDeclarationSyntax type, IEnumerable<string> coroutines)
    {
        var extended = type.AddMembers([.. coroutines.Select(text => SyntaxFactory.ParseMemberDeclaration("\n" + text)!)]);
        if (extended.Modifiers.Any(SyntaxKind.PartialKeyword))
            return extended;
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithLeadingTrivia(type.Keyword.LeadingTrivia).WithTrailingTrivia(SyntaxFactory.Space);
        return extended.WithKeyword(type.Keyword.WithLeadingTrivia()).AddModifiers(partial);
    }
}
