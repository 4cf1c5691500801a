using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Lowering.Functions;

/// <summary>A local function or coroutine lambda inside a body, with what it uses of what is declared outside itself.</summary>
/// <param name="syntax">The function.</param>
/// <param name="symbol">Its symbol.</param>
/// <param name="isCoroutine">Whether it gets a state machine of its own.</param>
internal sealed class InnerFunction(SyntaxNode syntax, IMethodSymbol symbol, bool isCoroutine)
{
    public SyntaxNode Syntax { get; } = syntax;

    public IMethodSymbol Symbol { get; } = symbol;

    public bool IsCoroutine { get; } = isCoroutine;

    /// <summary>Variables of the functions round it that it uses, itself or through the local functions that it calls, in the order of their first use.</summary>
    public OrderedSymbols Variables { get; } = new();

    /// <summary>Constants of the functions round it that it uses itself.</summary>
    public OrderedSymbols Constants { get; } = new();

    /// <summary>Local functions outside itself that it uses.</summary>
    public HashSet<ISymbol> Functions { get; } = new(SymbolEqualityComparer.Default);
}

/// <summary>Symbols with their types, in the order in which they were found.</summary>
internal sealed class OrderedSymbols
{
    private readonly List<(ISymbol Symbol, ITypeSymbol Type)> _all = [];
    private readonly HashSet<ISymbol> _known = new(SymbolEqualityComparer.Default);

    public IReadOnlyList<(ISymbol Symbol, ITypeSymbol Type)> All => _all;

    public bool Add(ISymbol symbol, ITypeSymbol type)
    {
        if (!_known.Add(symbol))
            return false;
        _all.Add((symbol, type));
        return true;
    }
}
