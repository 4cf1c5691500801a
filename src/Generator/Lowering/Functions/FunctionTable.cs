using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Lowering.Functions;

/// <summary>The lifted functions that a body can use: its own, and those of the functions round it.</summary>
internal sealed class FunctionTable(FunctionTable? outer)
{
    private readonly Dictionary<ISymbol, LiftedFunction> _bySymbol = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SyntaxNode, LiftedFunction> _bySyntax = [];
    private readonly HashSet<string> _names = [];

    /// <summary>Those that stand in the body itself.</summary>
    public IReadOnlyCollection<LiftedFunction> Own => _bySyntax.Values;

    public void Add(LiftedFunction function)
    {
        _bySyntax.Add(function.Function.Syntax, function);
        _bySymbol.Add(function.Function.Symbol, function);
        _names.Add(function.Function.Symbol.Name);
    }

    /// <summary>Whether anything of that name is lifted: saves looking the symbol up.</summary>
    public bool Knows(string name) => _names.Contains(name) || outer?.Knows(name) == true;

    public LiftedFunction? Of(ISymbol symbol) => _bySymbol.TryGetValue(symbol.OriginalDefinition, out var function) ? function : outer?.Of(symbol);

    /// <summary>The function that stands there.</summary>
    public LiftedFunction? At(SyntaxNode syntax) => _bySyntax.TryGetValue(syntax, out var function) ? function : null;
}
