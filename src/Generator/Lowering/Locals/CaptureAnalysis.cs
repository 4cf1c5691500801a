using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Locals;

/// <summary>
/// Finds the hoisted variables that functions inside the body use. What lambdas and query clauses use moves to scope objects, for they
/// may run at any time later; what only local functions use stays a local, saved at every suspension.
/// </summary>
internal sealed class CaptureAnalysis
{
    private readonly HashSet<ISymbol> _byDelegates = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _byLocalFunctions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, SyntaxNode> _escaping = new(SymbolEqualityComparer.Default);

    private CaptureAnalysis()
    {
    }

    public bool ByDelegates(ISymbol variable) => _byDelegates.Contains(variable);

    public bool ByLocalFunctions(ISymbol variable) => _byLocalFunctions.Contains(variable);

    /// <summary>Local functions that use hoisted variables and may run later, with the place that makes them.</summary>
    public IReadOnlyDictionary<ISymbol, SyntaxNode> Escaping => _escaping;

    public static CaptureAnalysis Of(LoweringContext context)
    {
        var analysis = new CaptureAnalysis();
        var candidates = new HashSet<ISymbol>(context.Locals.Hoisted.Select(h => (ISymbol)h.Symbol), SymbolEqualityComparer.Default);
        candidates.UnionWith(context.Method.Parameters);
        var functions = new Dictionary<ISymbol, LocalFunctionStatementSyntax>(SymbolEqualityComparer.Default);
        foreach (var function in context.Body.DescendantNodes().OfType<LocalFunctionStatementSyntax>())
            functions[context.Model.GetDeclaredSymbol(function)!] = function;
        var names = new HashSet<string>(candidates.Concat(functions.Keys).Select(s => s.Name));
        var capturing = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var delegates = new List<(ISymbol Function, SyntaxNode Place)>();

        foreach (var name in context.Body.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (!names.Contains(name.Identifier.ValueText) || context.Model.GetSymbolInfo(name).Symbol is not { } symbol)
                continue;
            var around = FunctionsAround(name, context.Body);
            if (functions.ContainsKey(symbol.OriginalDefinition))
            {
                capturing.UnionWith(around.LocalFunctions.Select(f => (ISymbol)context.Model.GetDeclaredSymbol(f)!));
                if (around.IsDelegate || name.Parent is not InvocationExpressionSyntax invocation || invocation.Expression != name)
                    delegates.Add((symbol.OriginalDefinition, name));
            }
            else if (candidates.Contains(symbol))
            {
                analysis.Note(symbol, around, name, capturing, context.Model);
            }
        }

        foreach (var (function, place) in delegates.Where(d => capturing.Contains(d.Function)))
            analysis._escaping[function] = place;
        foreach (var function in functions.Where(f => capturing.Contains(f.Key) && RunsLater((IMethodSymbol)f.Key, f.Value)))
            analysis._escaping[function.Key] = function.Value;
        return analysis;
    }

    /// <summary>An iterator, or an async method, goes on after the call has returned, as a delegate does.</summary>
    private static bool RunsLater(IMethodSymbol function, LocalFunctionStatementSyntax declaration) =>
        function.IsAsync
        || declaration.DescendantNodes(node => node == declaration || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<YieldStatementSyntax>().Any();

    private void Note(ISymbol variable, (bool IsDelegate, List<LocalFunctionStatementSyntax> LocalFunctions) around, SyntaxNode place, HashSet<ISymbol> capturing, SemanticModel model)
    {
        if (around.IsDelegate)
            _byDelegates.Add(variable);
        else if (around.LocalFunctions.Count > 0)
            _byLocalFunctions.Add(variable);
        foreach (var function in around.LocalFunctions)
        {
            var symbol = model.GetDeclaredSymbol(function)!;
            capturing.Add(symbol);
            if (around.IsDelegate)
                _escaping[symbol] = place;
        }
    }

    private static (bool IsDelegate, List<LocalFunctionStatementSyntax> LocalFunctions) FunctionsAround(SyntaxNode node, SyntaxNode body)
    {
        var isDelegate = false;
        var functions = new List<LocalFunctionStatementSyntax>();
        for (var (child, parent) = (node, node.Parent); parent is not null && child != body; (child, parent) = (parent, parent.Parent))
        {
            if (parent is LocalFunctionStatementSyntax function)
                functions.Add(function);
            isDelegate |= DeferredCode.BecomesDelegate(child, parent);
        }

        return (isDelegate, functions);
    }
}
