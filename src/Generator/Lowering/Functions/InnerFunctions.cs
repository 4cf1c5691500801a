using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Functions;

/// <summary>
/// The local functions and coroutine lambdas of a body, without those inside a coroutine function, which that one's own lowering finds. What such a
/// function uses of the variables round it is found through all local functions that it calls.
/// </summary>
internal sealed class InnerFunctions
{
    private readonly Dictionary<SyntaxNode, InnerFunction> _bySyntax = [];
    private readonly Dictionary<ISymbol, InnerFunction> _bySymbol = new(SymbolEqualityComparer.Default);
    /// <summary>The method, with the head of the extension block that it stands in.</summary>
    private readonly SyntaxNode _method;
    private readonly SemanticModel _model;
    private readonly InnerFunctions? _outer;

    private InnerFunctions(SyntaxNode body, SemanticModel model, InnerFunctions? outer)
    {
        _outer = outer;
        var method = body.AncestorsAndSelf().OfType<BaseMethodDeclarationSyntax>().First();
        _method = method.Parent is TypeDeclarationSyntax type && ExtensionBlocks.IsBlock(type) ? type : method;
        _model = model;
    }

    public IEnumerable<InnerFunction> All => _bySyntax.Values;

    public InnerFunction? Of(ISymbol function) => _bySymbol.TryGetValue(function.OriginalDefinition, out var found) ? found : null;

    /// <summary>Whether the node is a coroutine function.</summary>
    public bool IsCoroutine(SyntaxNode node) => _bySyntax.TryGetValue(node, out var function) && function.IsCoroutine;

    /// <param name="body">The body and its nodes.</param>
    /// <param name="model">Its model.</param>
    /// <param name="outer">Those of the body round it, which they may call.</param>
    public static InnerFunctions Of(SyntaxNodes body, SemanticModel model, InnerFunctions? outer)
    {
        var functions = new InnerFunctions(body[0], model, outer);
        functions.Find(body);
        foreach (var function in functions.All)
            functions.FindUses(function);
        functions.CloseOverCalls();
        return functions;
    }

    /// <summary>The functions that have to be members of the type: the given ones, the coroutines, and all local functions that any of those uses.</summary>
    public IReadOnlyList<InnerFunction> Lifted(IEnumerable<InnerFunction> wanted)
    {
        var lifted = new HashSet<InnerFunction>(wanted.Concat(All.Where(function => function.IsCoroutine)));
        var open = new Queue<InnerFunction>(lifted);
        while (open.Count > 0)
        {
            foreach (var callee in open.Dequeue().Functions.Select(Of).OfType<InnerFunction>().Where(lifted.Add))
                open.Enqueue(callee);
        }

        return [.. All.Where(lifted.Contains)];
    }

    private void Find(SyntaxNodes body)
    {
        foreach (var node in body.Outside(IsCoroutine))
        {
            var isCoroutine = CoroutineFunctions.Is(node, _model);
            if ((isCoroutine || node is LocalFunctionStatementSyntax) && CoroutineFunctions.SymbolOf(node, _model) is { } symbol)
                _bySyntax[node] = _bySymbol[symbol] = new InnerFunction(node, symbol, isCoroutine);
        }
    }

    private void FindUses(InnerFunction function)
    {
        foreach (var name in function.Syntax.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (_model.GetSymbolInfo(name).Symbol is not { } symbol || !IsDeclaredRound(function, symbol.OriginalDefinition) || NameOf.Contains(name))
                continue;
            if (symbol is IMethodSymbol local)
                function.Functions.Add(local.OriginalDefinition);
            else if (symbol is ILocalSymbol { IsConst: true } constant)
                function.Constants.Add(constant, constant.Type);
            else if (TypeOf(symbol, name) is { } type && !CoroutineSymbols.IsHandle(type))
                function.Variables.Add(symbol, type);
        }
    }

    private void CloseOverCalls()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var function in All)
            {
                foreach (var (variable, type) in function.Functions.Select(AnyOf).OfType<InnerFunction>().SelectMany(callee => callee.Variables.All).ToList())
                    changed |= IsDeclaredRound(function, variable) && function.Variables.Add(variable, type);
            }
        }
    }

    private InnerFunction? AnyOf(ISymbol function) => Of(function) ?? _outer?.AnyOf(function);

    /// <summary>Whether it is a variable or local function of the method, and not of the function itself.</summary>
    private bool IsDeclaredRound(InnerFunction function, ISymbol symbol) =>
        symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction }
        && symbol.DeclaringSyntaxReferences is [var declaration]
        && declaration.SyntaxTree == _method.SyntaxTree
        && _method.Span.Contains(declaration.Span)
        && !function.Syntax.Span.Contains(declaration.Span);

    private ITypeSymbol? TypeOf(ISymbol symbol, SimpleNameSyntax use) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => _model.GetTypeInfo(use).Type,
    };
}
