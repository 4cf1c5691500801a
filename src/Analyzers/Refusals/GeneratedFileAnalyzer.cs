using System.Collections.Immutable;
using CoroGen.Generator.Discovery;
using CoroGen.Generator.Emission;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroGen.Analyzers.Refusals;

/// <summary>
/// Reports what is refused in a file that looks generated, as by its name, and is the project's own all the same: the generator reads it, and a coroutine that it refuses throws. All else in such
/// files, and what another generator writes there, is nobody's to correct.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GeneratedFileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            var output = new GeneratorOutput(start.Compilation);
            start.RegisterSyntaxNodeAction(context => AnalyzeMethod(context, output), SyntaxKind.MethodDeclaration);
        });
    }

    private static void AnalyzeMethod(SyntaxNodeAnalysisContext context, GeneratorOutput output)
    {
        if (!context.IsGeneratedCode || FileEmitter.Wrote(context.Node.SyntaxTree))
            return;
        var declaration = (MethodDeclarationSyntax)context.Node;
        if (context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } symbol || !CoroutineSymbols.IsCoroutine(symbol))
            return;
        foreach (var refusal in Refusals(declaration, symbol, context.SemanticModel, output, context.CancellationToken).Where(refusal => refusal.Rule != Rules.NotGenerated))
            context.ReportDiagnostic(refusal.ToDiagnostic());
    }

    private static IEnumerable<Refusal> Refusals(MethodDeclarationSyntax declaration, IMethodSymbol symbol, SemanticModel model, GeneratorOutput output, CancellationToken cancellation) =>
    [
        .. CoroutineMethods.Check(declaration, symbol, model, output, cancellation),
        .. declaration.Ancestors().OfType<TypeDeclarationSyntax>().Select(type => ContainingTypes.Check(type, model, cancellation)).OfType<Refusal>(),
        .. declaration.DescendantNodes().Where(node => node is LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax).Select(node => FunctionRules.Check(node, model, cancellation)).OfType<Refusal>(),
    ];
}
