using System.Collections.Immutable;
using CoroGen.Analyzers.Bodies;
using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers;

/// <summary>CORO300 in code that is no coroutine. Only calls whose result goes nowhere, by the name of a coroutine, are bound.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedInPlainCode : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DiagnosticDescriptors.DroppedCoroutine];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownAttributes.Coroutine) is not { } mark)
                return;
            var names = new Lazy<HashSet<string>>(() => CoroutineNames.In(start.Compilation, mark));
            start.RegisterSyntaxNodeAction(context => Analyze(context, names), SyntaxKind.InvocationExpression);
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, Lazy<HashSet<string>> names)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (NameOf(call.Expression) is not { } name || !names.Value.Contains(name.Identifier.ValueText) || IsInCoroutine(call, context) || !MayBeDropped(call))
            return;
        if (context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol method
            && Names.IsRuntimes(method.ReturnType, "Coroutine")
            && (DroppedCoroutine.CoroutineOf(method) is not null || Names.IsRuntimes(method, "Coroutine", "From"))
            && IsDropped(call, context))
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.DroppedCoroutine, name.GetLocation(), method.Name));
    }

    private static SimpleNameSyntax? NameOf(ExpressionSyntax called) => called switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    };

    /// <summary>By the syntax alone: an expression body may return it.</summary>
    private static bool MayBeDropped(InvocationExpressionSyntax call) => WholeOf(call).Parent switch
    {
        ExpressionStatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax or AwaitExpressionSyntax => true,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax } => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } } local } => IsDead(local),
        _ => false,
    };

    private static ExpressionSyntax WholeOf(ExpressionSyntax call)
    {
        while (call.Parent is ParenthesizedExpressionSyntax or ConditionalAccessExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            call = (ExpressionSyntax)call.Parent;
        return call;
    }

    /// <summary>Whether nothing else has the name of the local.</summary>
    private static bool IsDead(VariableDeclaratorSyntax local) =>
        local.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == local.Identifier.ValueText) == false;

    /// <summary>The rule of coroutine bodies looks at those, and at the functions inside.</summary>
    private static bool IsInCoroutine(InvocationExpressionSyntax call, SyntaxNodeAnalysisContext context) =>
        call.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && !CoroutineBodies.Of(method, context.SemanticModel, context.CancellationToken).IsEmpty;

    private static bool IsDropped(InvocationExpressionSyntax call, SyntaxNodeAnalysisContext context) =>
        WholeOf(call).Parent is not (ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax)
        || context.SemanticModel.GetOperation(WholeOf(call), context.CancellationToken)?.Parent is IExpressionStatementOperation;
}
