using System.Collections.Immutable;
using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroGen.Analyzers.Refusals;

/// <summary>
/// Reports what the generator refuses, on the user's own line: it runs the generator's own rules and lowering, and keeps the refusals.
/// It binds in the compilation as it is: the generated factories are in it, so it needs no stubs, and shares the compiler's own binding.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RefusalAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!start.Compilation.GetTypesByMetadataName(WellKnownAttributes.Coroutine).IsEmpty)
                RegisterActions(start);
        });
    }

    private static void RegisterActions(CompilationStartAnalysisContext start)
    {
        var output = new GeneratorOutput(start.Compilation);
        start.RegisterSyntaxNodeAction(context => AnalyzeMethod(context, output), SyntaxKind.MethodDeclaration);
        start.RegisterSyntaxNodeAction(
            static context => Report(ContainingTypes.Check((TypeDeclarationSyntax)context.Node, context.SemanticModel, context.CancellationToken), context.ReportDiagnostic),
            SyntaxKind.ClassDeclaration,
            SyntaxKind.StructDeclaration,
            SyntaxKind.InterfaceDeclaration,
            SyntaxKind.RecordDeclaration,
            SyntaxKind.RecordStructDeclaration);
        start.RegisterSyntaxNodeAction(
            static context => Report(FunctionRules.Check(context.Node, context.SemanticModel, context.CancellationToken), context.ReportDiagnostic),
            SyntaxKind.LocalFunctionStatement,
            SyntaxKind.SimpleLambdaExpression,
            SyntaxKind.ParenthesizedLambdaExpression,
            SyntaxKind.AnonymousMethodExpression);
        start.RegisterSyntaxNodeAction(
            static context => Report(StaticInitializers.Check(context.Node, context.SemanticModel, context.CancellationToken), context.ReportDiagnostic),
            SyntaxKind.FieldDeclaration,
            SyntaxKind.PropertyDeclaration,
            SyntaxKind.ConstructorDeclaration);
        start.RegisterSymbolAction(static context => Report(SpecialMembers.Check(context.Symbol), context.ReportDiagnostic), SymbolKind.Method, SymbolKind.Property);
    }

    private static void AnalyzeMethod(SyntaxNodeAnalysisContext context, GeneratorOutput output)
    {
        var declaration = (MethodDeclarationSyntax)context.Node;
        if (context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } symbol)
            return;
        var refusals = CoroutineSymbols.IsCoroutine(symbol)
            ? CoroutineMethods.Check(declaration, symbol, context.SemanticModel, output, context.CancellationToken)
            : UnmarkedMethods.Check(declaration, symbol);
        Report(refusals, context.ReportDiagnostic);
    }

    private static void Report(IEnumerable<Refusal> refusals, Action<Diagnostic> report)
    {
        foreach (var refusal in refusals)
            report(refusal.ToDiagnostic());
    }

    private static void Report(Refusal? refusal, Action<Diagnostic> report)
    {
        if (refusal is not null)
            report(refusal.ToDiagnostic());
    }
}
