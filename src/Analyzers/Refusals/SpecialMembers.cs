using CoroGen.Generator.Discovery;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Refusals;

/// <summary>CORO018 for constructors, finalizers, operators, accessors and indexers that have the attribute or a handle.</summary>
internal static class SpecialMembers
{
    public static Refusal? Check(ISymbol symbol) => symbol switch
    {
        { IsImplicitlyDeclared: true } => null,
        IPropertySymbol { IsIndexer: true } indexer when TakesHandle(indexer.Parameters) && !IsMarked(indexer.GetMethod) && !IsMarked(indexer.SetMethod) =>
            Refuse(indexer, "indexer"),
        IMethodSymbol { AssociatedSymbol: { } member } accessor when IsMarked(accessor) => Refuse(accessor, $"accessor of '{member.Name}'"),
        IMethodSymbol method when NameOf(method) is { } name && (IsMarked(method) || TakesHandle(method.Parameters)) => Refuse(method, name),
        _ => null,
    };

    private static Refusal Refuse(ISymbol symbol, string name) => new(Rules.NestedCoroutine, symbol.Locations[0], name, "make it an ordinary method of the type");

    private static bool TakesHandle(IEnumerable<IParameterSymbol> parameters) => parameters.Any(p => CoroutineSymbols.IsHandle(p.Type));

    private static bool IsMarked(IMethodSymbol? method) => method is not null && CoroutineSymbols.IsCoroutine(method);

    private static string? NameOf(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Constructor => $"constructor of '{method.ContainingType.Name}'",
        MethodKind.Destructor => $"finalizer of '{method.ContainingType.Name}'",
        MethodKind.UserDefinedOperator or MethodKind.Conversion => "operator",
        _ => null,
    };
}
