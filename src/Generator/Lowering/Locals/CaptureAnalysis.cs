using CoroGen.Generator.Lowering.Functions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Locals;

/// <summary>
/// Finds the hoisted variables that functions inside the body use. What may run at any time later – lambdas, query clauses, local functions that
/// become delegates, iterators – reaches its variables in scope objects. A coroutine function does so when they change; else it gets their values. What only local
/// functions use stays a local, saved at every suspension.
/// </summary>
internal sealed class CaptureAnalysis
{
    private readonly HashSet<ISymbol> _byDelegates = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _byLocalFunctions = new(SymbolEqualityComparer.Default);
    private readonly HashSet<InnerFunction> _runningLater = [];
    private readonly HashSet<ISymbol> _candidates = new(SymbolEqualityComparer.Default);
    private readonly LoweringContext _context;

    private CaptureAnalysis(LoweringContext context) => _context = context;

    public bool ByDelegates(ISymbol variable) => _byDelegates.Contains(variable);

    public bool ByLocalFunctions(ISymbol variable) => _byLocalFunctions.Contains(variable);

    /// <summary>Whether the function uses hoisted variables and may run later.</summary>
    public bool RunsLater(InnerFunction function) => _runningLater.Contains(function);

    /// <summary>That of a body in which nothing is hoisted.</summary>
    public static CaptureAnalysis None(LoweringContext context) => new(context);

    public static CaptureAnalysis Of(LoweringContext context)
    {
        var analysis = new CaptureAnalysis(context);
        analysis._candidates.UnionWith(context.Locals.Hoisted.Select(h => h.Symbol));
        analysis._candidates.UnionWith(context.Variables.Parameters);
        analysis._candidates.UnionWith(context.Variables.Shared);
        analysis.FindUses();
        foreach (var function in context.Inner.All)
        {
            if (function.Symbol.IsAsync || IsIterator(function.Syntax))
                analysis._runningLater.Add(function);
        }

        analysis.CloseOverCalls();
        analysis._runningLater.RemoveWhere(function => function.IsCoroutine || !function.Variables.All.Any(variable => analysis._candidates.Contains(variable.Symbol)));
        analysis.CaptureVariables();
        return analysis;
    }

    private void FindUses()
    {
        var names = new HashSet<string>(_candidates.Concat(_context.Inner.All.Select(function => (ISymbol)function.Symbol)).Select(symbol => symbol.Name));
        foreach (var name in _context.Nodes.OfType<SimpleNameSyntax>())
        {
            if (names.Contains(name.Identifier.ValueText) && _context.Model.GetSymbolInfo(name).Symbol is { } symbol)
                FindUse(name, symbol);
        }
    }

    private void FindUse(SimpleNameSyntax name, ISymbol symbol)
    {
        var around = FunctionsAround(name);
        if (_context.Inner.Of(symbol) is { } function)
        {
            if (around.IsDelegate || name.Parent is not InvocationExpressionSyntax invocation || invocation.Expression != name)
                _runningLater.Add(function);
        }
        else if (_candidates.Contains(symbol))
        {
            if (around.IsDelegate)
            {
                _byDelegates.Add(symbol);
                _runningLater.UnionWith(around.LocalFunctions);
            }
            else if (around.LocalFunctions.Count > 0)
            {
                _byLocalFunctions.Add(symbol);
            }
        }
    }

    private void CloseOverCalls()
    {
        var open = new Queue<InnerFunction>(_runningLater);
        while (open.Count > 0)
        {
            foreach (var callee in open.Dequeue().Functions.Select(_context.Inner.Of).OfType<InnerFunction>().Where(_runningLater.Add))
                open.Enqueue(callee);
        }
    }

    /// <summary>What a function that may run later uses, itself or through others, is captured as lambdas do.</summary>
    private void CaptureVariables()
    {
        foreach (var function in _runningLater)
            _byDelegates.UnionWith(function.Variables.All.Select(variable => variable.Symbol).Where(_candidates.Contains));
        foreach (var function in _context.Inner.All.Where(function => function.IsCoroutine))
            _byDelegates.UnionWith(function.Variables.All.Where(v => _candidates.Contains(v.Symbol) && _context.Changing.Contains(v.Symbol, v.Type)).Select(v => v.Symbol));
    }

    /// <summary>The functions between the body and the name, or the coroutine function round it: what that does is its own.</summary>
    private (bool IsDelegate, List<InnerFunction> LocalFunctions) FunctionsAround(SyntaxNode node)
    {
        var isDelegate = false;
        var functions = new List<InnerFunction>();
        for (var (child, parent) = (node, node.Parent); parent is not null && child != _context.Body; (child, parent) = (parent, parent.Parent))
        {
            if (_context.Inner.IsCoroutine(parent))
            {
                isDelegate = false;
                functions.Clear();
                continue;
            }

            if (parent is LocalFunctionStatementSyntax && _context.Model.GetDeclaredSymbol(parent) is { } symbol && _context.Inner.Of(symbol) is { } function)
                functions.Add(function);
            isDelegate |= DeferredCode.BecomesDelegate(child, parent);
        }

        return (isDelegate, functions);
    }

    /// <summary>An iterator goes on after the call has returned.</summary>
    private static bool IsIterator(SyntaxNode function) =>
        function.DescendantNodes(node => node == function || node is not (ExpressionSyntax or LocalFunctionStatementSyntax)).OfType<YieldStatementSyntax>().Any();
}
