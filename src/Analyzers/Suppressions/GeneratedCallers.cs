using System.Collections.Immutable;
using CoroGen.Generator.Discovery;
using CoroGen.Generator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroGen.Analyzers.Suppressions;

/// <summary>
/// Silences what other analyzers say of a coroutine as it is written because they do not know that its callers are generated: that nobody calls it, when its factory is used; that it
/// does not use its handle; that a <c>Dispose</c> or <c>MoveNext</c> which the language calls could be static.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GeneratedCallers : DiagnosticSuppressor
{
    private const string Caller = "The coroutine is called by generated code: its factory is used.";
    private const string Handle = "The handle makes the method a coroutine, also when it is not used.";
    private const string Pattern = "'using' and 'foreach' call it on an instance.";

    private static readonly ImmutableDictionary<string, SuppressionDescriptor> s_byId = new[]
    {
        new SuppressionDescriptor("COROSUP0051", "IDE0051", Caller),
        new SuppressionDescriptor("COROSUP0052", "IDE0052", Caller),
        new SuppressionDescriptor("COROSUP1811", "CA1811", Caller),
        new SuppressionDescriptor("COROSUP0060", "IDE0060", Handle),
        new SuppressionDescriptor("COROSUP1801", "CA1801", Handle),
        new SuppressionDescriptor("COROSUP1822", "CA1822", Pattern),
    }.ToImmutableDictionary(suppression => suppression.SuppressedDiagnosticId);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [.. s_byId.Values];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan) is var node
                && CoroutineAt(node, context.GetSemanticModel(tree), context.CancellationToken) is { } coroutine
                && s_byId[diagnostic.Id] is var suppression
                && IsNoise(suppression.Justification.ToString(), node, coroutine, context.CancellationToken))
                context.ReportSuppression(Suppression.Create(suppression, diagnostic));
        }
    }

    private static bool IsNoise(string justification, SyntaxNode node, IMethodSymbol coroutine, CancellationToken cancellation) => justification switch
    {
        Caller => node is MethodDeclarationSyntax && IsMentioned(coroutine, cancellation),
        Handle => node.FirstAncestorOrSelf<ParameterSyntax>() is { } parameter && coroutine.Parameters.Any(p => p.Name == parameter.Identifier.ValueText && CoroutineSymbols.IsHandle(p.Type)),
        _ => coroutine.Name is "Dispose" or "MoveNext",
    };

    /// <summary>The coroutine, method or local function, that a diagnostic is on.</summary>
    private static IMethodSymbol? CoroutineAt(SyntaxNode node, SemanticModel model, CancellationToken cancellation) =>
        node.AncestorsAndSelf().FirstOrDefault(around => around is MethodDeclarationSyntax or LocalFunctionStatementSyntax) is { } declaration
        && model.GetDeclaredSymbol(declaration, cancellation) is IMethodSymbol method
        && CoroutineSymbols.IsCoroutine(method)
            ? method
            : null;

    /// <summary>Whether its name stands anywhere else in the type, in what the user has written: such rules are about private members.</summary>
    private static bool IsMentioned(IMethodSymbol coroutine, CancellationToken cancellation) =>
        Outermost(coroutine.ContainingType).DeclaringSyntaxReferences
            .Where(part => !FileEmitter.Wrote(part.SyntaxTree))
            .SelectMany(part => part.GetSyntax(cancellation).DescendantNodes())
            .Any(node => node is SimpleNameSyntax name && name.Identifier.ValueText == coroutine.Name);

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type) => type.ContainingType is { } outer ? Outermost(outer) : type;
}
