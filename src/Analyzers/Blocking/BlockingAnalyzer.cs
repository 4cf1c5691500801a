using System.Collections.Immutable;
using CoroGen.Analyzers.Bodies;
using CoroGen.Analyzers.Catalogue;
using CoroGen.Analyzers.Flow;
using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering;
using CoroGen.Generator.Lowering.Functions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>
/// CORO100 to CORO115: what a coroutine calls that blocks, itself or through the compilation's own methods. All these rules are one mechanism: what blocks is data, and each body that is a
/// coroutine's is walked once. Bodies that no coroutine can reach are not bound at all.
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
            var paths = new BlockingPaths(start.Compilation, members, start.Options.AnalyzerConfigOptionsProvider);
            var twins = new AwaitableTwins();
            start.RegisterSyntaxNodeAction(
                context => Analyze(context, members, paths, twins),
                SyntaxKind.MethodDeclaration,
                SyntaxKind.LocalFunctionStatement,
                SyntaxKind.SimpleLambdaExpression,
                SyntaxKind.ParenthesizedLambdaExpression,
                SyntaxKind.AnonymousMethodExpression);
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownMembers members, BlockingPaths paths, AwaitableTwins twins)
    {
        if (!IsCoroutine(context.Node, context.SemanticModel, context.CancellationToken) || context.SemanticModel.GetOperation(context.Node, context.CancellationToken) is not { } body)
            return;
        var calls = new BlockingCalls(body, context.Node, context.SemanticModel, members, context.Options.AnalyzerConfigOptionsProvider);
        // The context looks for it each time that it is asked.
        var user = context.ContainingSymbol?.ContainingType;
        foreach (var operation in calls.Operations)
        {
            if (Find(operation, calls, paths, twins, user, context) is { } call && !IsHeldTooLong(call, context))
                context.ReportDiagnostic(call.ToDiagnostic());
        }
    }

    /// <summary>One diagnostic for each call: what is known of it, else what its body says, else what its name tells.</summary>
    private static BlockingCall? Find(IOperation operation, BlockingCalls calls, BlockingPaths paths, AwaitableTwins twins, INamedTypeSymbol? user, SyntaxNodeAnalysisContext context)
    {
        var cancellation = context.CancellationToken;
        if (calls.Of(operation) is { } known)
            return known;
        var callees = calls.Callees(operation);
        var own = paths.Own(callees);
        return paths.From(operation, own, cancellation)
            ?? paths.FromDelegate(operation, cancellation)
            ?? paths.FromLazy(operation, cancellation)
            ?? paths.FromStatics(operation, user, cancellation)
            ?? paths.FromOnce(operation, own, cancellation)
            ?? (callees.Count > 0 && own.Count == 0 ? twins.Of(operation, context.SemanticModel) : null);
    }

    /// <summary>A lock of the thread that is held across a suspension is an error already, CORO200.</summary>
    private static bool IsHeldTooLong(BlockingCall call, SyntaxNodeAnalysisContext context) =>
        !call.MayMove
        && call.Call is IInvocationOperation
        && context.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
        && CoroutineBodies.Of(method, context.SemanticModel, context.CancellationToken).Any(body => HeldLocks.AcrossSuspensions(body).ContainsKey(call.Call.Syntax));

    private static bool IsCoroutine(SyntaxNode node, SemanticModel model, CancellationToken cancellation) => node is MethodDeclarationSyntax method
        ? method.AttributeLists.Count > 0 && model.GetDeclaredSymbol(method, cancellation) is { } symbol && CoroutineSymbols.IsCoroutine(symbol)
        : CoroutineFunctions.Is(node, model);
}
