using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Bodies;

/// <summary>Finds the coroutine bodies of a method: its own, and those of coroutine lambdas and local functions inside. All rules share what was found.</summary>
internal static class CoroutineBodies
{
    private static readonly ConditionalWeakTable<SemanticModel, ConcurrentDictionary<MethodDeclarationSyntax, ImmutableArray<CoroutineBody>>> s_known = new();
    private static readonly ConditionalWeakTable<ControlFlowGraph, ILookup<SyntaxNode, IFlowAnonymousFunctionOperation>> s_lambdas = new();

    /// <summary>The bodies of a method that is a coroutine, the outermost first; none of another method.</summary>
    public static ImmutableArray<CoroutineBody> Of(MethodDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellation)
    {
        if (!MayBeMarked(declaration) || (declaration.Body ?? (SyntaxNode?)declaration.ExpressionBody) is null)
            return [];
        var known = s_known.GetValue(model, static _ => new());
        return known.TryGetValue(declaration, out var bodies) ? bodies : known.GetOrAdd(declaration, Find(declaration, model, cancellation));
    }

    /// <summary>Most methods have no attribute: those are asked for nothing more. Of a partial method another part may have it.</summary>
    private static bool MayBeMarked(MethodDeclarationSyntax declaration) => declaration.AttributeLists.Count > 0 || declaration.Modifiers.Any(SyntaxKind.PartialKeyword);

    public static bool IsFunction(IOperation operation) => operation.Kind is OperationKind.AnonymousFunction or OperationKind.LocalFunction or OperationKind.FlowAnonymousFunction;

    /// <summary>Whether the function is a coroutine of its own.</summary>
    public static bool IsCoroutine(IOperation function) => function switch
    {
        ILocalFunctionOperation local => CoroutineSymbols.IsCoroutine(local.Symbol),
        IAnonymousFunctionOperation { Parent: IDelegateCreationOperation made } lambda => lambda.Symbol.Parameters.Length == 1 && CoroutineSymbols.IsCoroutineDelegate(made.Type),
        _ => false,
    };

    /// <summary>The functions that an operation stands in, the innermost first.</summary>
    public static IEnumerable<IOperation> EnclosingFunctions(IOperation operation, IOperation root)
    {
        for (var around = operation.Parent; around is not null && around != root; around = around.Parent)
        {
            if (IsFunction(around))
                yield return around;
        }
    }

    private static ImmutableArray<CoroutineBody> Find(MethodDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetDeclaredSymbol(declaration, cancellation) is not IMethodSymbol method || !CoroutineSymbols.IsCoroutine(method) || model.GetOperation(declaration, cancellation) is not IMethodBodyOperation root)
            return [];
        var bodies = ImmutableArray.CreateBuilder<CoroutineBody>();
        // The graphs are made later, for another caller.
        Add(method, root, new(() => ControlFlowGraph.Create(root)));
        return bodies.ToImmutable();

        void Add(IMethodSymbol function, IOperation body, Lazy<ControlFlowGraph?> graph)
        {
            var operations = new BodyOperations(body);
            if (ExtensionBlocks.Handle(function) is { } handle)
                bodies.Add(new CoroutineBody(function, handle, body, operations, model, graph));
            foreach (var inner in operations.Functions)
            {
                if (IsCoroutine(inner))
                    Add(SymbolOf(inner), BodyOf(inner), new(() => Graph(graph.Value, inner)));
            }
        }
    }

    private static IMethodSymbol SymbolOf(IOperation function) => function is ILocalFunctionOperation local ? local.Symbol : ((IAnonymousFunctionOperation)function).Symbol;

    private static IOperation BodyOf(IOperation function) => function is ILocalFunctionOperation local ? local.Body! : ((IAnonymousFunctionOperation)function).Body;

    private static ControlFlowGraph? Graph(ControlFlowGraph? around, IOperation function) => function switch
    {
        _ when around is null => null,
        ILocalFunctionOperation local => around.GetLocalFunctionControlFlowGraphInScope(local.Symbol),
        _ => s_lambdas.GetValue(around, LambdasIn)[function.Syntax].FirstOrDefault() is { } lambda ? around.GetAnonymousFunctionControlFlowGraphInScope(lambda) : null,
    };

    private static ILookup<SyntaxNode, IFlowAnonymousFunctionOperation> LambdasIn(ControlFlowGraph graph) =>
        graph.Blocks.SelectMany(OfBlock).OfType<IFlowAnonymousFunctionOperation>().ToLookup(lambda => lambda.Syntax);

    private static IEnumerable<IOperation> OfBlock(BasicBlock block) =>
        block.Operations.Concat(block.BranchValue is { } value ? [value] : []).SelectMany(operation => operation.DescendantsAndSelf());
}
