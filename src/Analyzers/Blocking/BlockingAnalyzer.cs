using System.Collections.Immutable;
using CoroGen.Analyzers.Catalogue;
using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering;
using CoroGen.Generator.Lowering.Functions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroGen.Analyzers.Blocking;

/// <summary>
/// CORO100 to CORO111: what a coroutine calls that is in the catalogue. All these rules are one mechanism: a file of the catalogue for each, and one walk over each body that is a
/// coroutine's. Other bodies are not bound at all.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DiagnosticDescriptors.Blocking;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypesByMetadataName(WellKnownAttributes.Coroutine).IsEmpty)
                return;
            var members = new KnownMembers(start.Compilation);
            start.RegisterSyntaxNodeAction(
                context => Analyze(context, members),
                SyntaxKind.MethodDeclaration,
                SyntaxKind.LocalFunctionStatement,
                SyntaxKind.SimpleLambdaExpression,
                SyntaxKind.ParenthesizedLambdaExpression,
                SyntaxKind.AnonymousMethodExpression);
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownMembers members)
    {
        if (!IsCoroutine(context.Node, context.SemanticModel, context.CancellationToken) || context.SemanticModel.GetOperation(context.Node, context.CancellationToken) is not { } body)
            return;
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Node.SyntaxTree);
        var withUnknown = options.TryGetValue("corogen.unknown_delegates", out var value) && value == "here";
        var calls = new BlockingCalls(body, members, options);
        foreach (var operation in ReachedCode.Of(body, context.SemanticModel, members, withUnknown))
        {
            if (calls.Of(operation) is { } call)
                context.ReportDiagnostic(call.ToDiagnostic());
        }
    }

    private static bool IsCoroutine(SyntaxNode node, SemanticModel model, CancellationToken cancellation) => node is MethodDeclarationSyntax method
        ? method.AttributeLists.Count > 0 && model.GetDeclaredSymbol(method, cancellation) is { } symbol && CoroutineSymbols.IsCoroutine(symbol)
        : CoroutineFunctions.Is(node, model);
}
