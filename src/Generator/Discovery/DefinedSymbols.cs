using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Discovery;

/// <summary>The symbols of the preprocessor in a file: those of the compilation, and what the file itself defines and undefines.</summary>
internal static class DefinedSymbols
{
    public static bool Contain(string symbol, SyntaxTree tree) =>
        OfFile(tree).Where(directive => directive.Symbol == symbol).Select(directive => (bool?)directive.IsDefined).LastOrDefault() ?? tree.Options.PreprocessorSymbolNames.Contains(symbol);

    /// <summary>The directives of the file, one a line: with them, a generated file has the same symbols.</summary>
    public static string Directives(SyntaxTree tree) => string.Concat(OfFile(tree).Select(directive => $"{(directive.IsDefined ? "#define" : "#undef")} {directive.Symbol}\n"));

    /// <summary>They stand before the first token.</summary>
    private static IEnumerable<(string Symbol, bool IsDefined)> OfFile(SyntaxTree tree)
    {
        var root = tree.GetCompilationUnitRoot();
        if (!root.ContainsDirectives)
            yield break;
        foreach (var trivia in root.GetFirstToken(includeZeroWidth: true).LeadingTrivia)
        {
            if (trivia.GetStructure() is DirectiveTriviaSyntax { IsActive: true, ContainsDiagnostics: false } directive)
            {
                if (directive is DefineDirectiveTriviaSyntax define)
                    yield return (define.Name.ValueText, true);
                else if (directive is UndefDirectiveTriviaSyntax undef)
                    yield return (undef.Name.ValueText, false);
            }
        }
    }
}
