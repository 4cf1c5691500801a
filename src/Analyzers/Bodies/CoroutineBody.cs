using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Bodies;

/// <summary>The body of one coroutine, method or function, as the rules see it: what is done in it, and where it may suspend.</summary>
internal sealed class CoroutineBody
{
    private readonly Lazy<ControlFlowGraph?> _graph;
    private readonly Lazy<SuspensionAnalysis> _suspensions;
    private readonly BodyOperations _operations;

    public CoroutineBody(IMethodSymbol function, IParameterSymbol handle, IOperation root, BodyOperations operations, SemanticModel model, Lazy<ControlFlowGraph?> graph)
    {
        (Function, Handle, Root, _operations, Model, _graph) = (function, handle, root, operations, model, graph);
        // Found later, for another caller.
        _suspensions = new(() => SuspensionAnalysis.Of(SyntaxNodes.Of(BodySyntax(root.Syntax)), handle, model, CancellationToken.None));
    }

    public IMethodSymbol Function { get; }

    public IParameterSymbol Handle { get; }

    public IOperation Root { get; }

    /// <summary>Where it suspends, as the generator finds it. For most bodies no rule asks.</summary>
    public SuspensionAnalysis Suspensions => _suspensions.Value;

    public SemanticModel Model { get; }

    public Compilation Compilation => Model.Compilation;

    /// <summary>All that the body itself does, outer things first. What functions inside of it do is not among it.</summary>
    public IReadOnlyList<IOperation> Operations => _operations.Own;

    /// <summary>The calls among them.</summary>
    public IReadOnlyList<IInvocationOperation> Calls => _operations.Calls;

    /// <summary>The same with what functions inside do, of any depth.</summary>
    public IReadOnlyList<IOperation> AllOperations => _operations.All;

    /// <summary>The graph of the body, or null when it has none. It takes time to make: only for bodies that a look at the operations has not cleared.</summary>
    public ControlFlowGraph? Graph => _graph.Value;

    /// <summary>Whether the operation, of the tree or of the graph, is a call that may suspend, one that C# makes by itself among them.</summary>
    public bool IsSuspension(IOperation operation) =>
        operation is IInvocationOperation call && (call.IsImplicit ? LanguageCallOf(call) is not null : Suspensions.IsPoint(call.Syntax) && !NeverWaits(call.TargetMethod));

    /// <summary>Whether the expression is a call that may suspend.</summary>
    public bool IsSuspension(ExpressionSyntax expression) => Suspensions.IsPoint(expression) && Model.GetSymbolInfo(expression).Symbol is IMethodSymbol target && !NeverWaits(target);

    /// <summary>The statement for which C# makes the call, when a coroutine stands in for what it calls.</summary>
    public StatementSyntax? LanguageCallOf(IInvocationOperation call) =>
        call.TargetMethod.Name is "MoveNext" or "Dispose"
        && call.Syntax.FirstAncestorOrSelf<StatementSyntax>() is { } statement
        && Suspensions.LanguageCallsOf(statement) is { } calls
        && (call.TargetMethod.Name == "MoveNext" ? calls.MoveNext : calls.Dispose) is not null
            ? statement
            : null;

    /// <summary>Whether the operation is the handle.</summary>
    public bool IsHandle(IOperation? operation) =>
        operation is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, Handle);

    private static bool NeverWaits(IMethodSymbol method) => Names.IsRuntimes(method, "CoLock", "TryEnter");

    private static SyntaxNode BodySyntax(SyntaxNode syntax) => syntax switch
    {
        MethodDeclarationSyntax method => method.Body ?? (SyntaxNode)method.ExpressionBody!,
        _ => syntax,
    };
}
