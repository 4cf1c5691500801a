using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Analyzers.Blocking;

/// <summary>Whether a rule is suppressed where code stands that leads to blocking code: then nothing that goes this way is reported.</summary>
internal sealed class SuppressedPlaces(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, IReadOnlyList<PragmaWarningDirectiveTriviaSyntax>> _pragmas = new();

    public bool Contain(string id, SyntaxNode place, ISymbol method, CancellationToken cancellation) =>
        IsOff(id, place.SyntaxTree, cancellation) || IsDisabled(id, place) || HasAttribute(id, method);

    private bool IsOff(string id, SyntaxTree tree, CancellationToken cancellation) =>
        compilation.Options.SyntaxTreeOptionsProvider?.TryGetDiagnosticValue(tree, id, cancellation, out var severity) == true && severity == ReportDiagnostic.Suppress;

    private static bool HasAttribute(string id, ISymbol? symbol)
    {
        for (; symbol is not null; symbol = symbol.ContainingSymbol)
        {
            if (symbol.GetAttributes().Any(attribute =>
                attribute.AttributeClass?.Name == "SuppressMessageAttribute" && attribute.ConstructorArguments is [_, { Value: string check }] && check.Split(':')[0] == id))
                return true;
        }

        return false;
    }

    /// <summary>The last line above the place that names the rule, or all rules, decides.</summary>
    private bool IsDisabled(string id, SyntaxNode place) => _pragmas.GetOrAdd(place.SyntaxTree, PragmasOf)
        .LastOrDefault(pragma => pragma.SpanStart < place.SpanStart && (pragma.ErrorCodes.Count == 0 || pragma.ErrorCodes.Any(code => code.ToString() == id)))
        ?.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword) == true;

    private static IReadOnlyList<PragmaWarningDirectiveTriviaSyntax> PragmasOf(SyntaxTree tree)
    {
        var pragmas = new List<PragmaWarningDirectiveTriviaSyntax>();
        for (var directive = tree.GetRoot() is CompilationUnitSyntax root ? root.GetFirstDirective() : null; directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is PragmaWarningDirectiveTriviaSyntax pragma)
                pragmas.Add(pragma);
        }

        return pragmas;
    }
}
