using CoroGen.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>The variables that another function in the method writes than the body itself, or to which a reference is made anywhere. Found when the first is asked about.</summary>
internal sealed class OtherWrites(CoroutineBody body)
{
    private readonly Lazy<HashSet<ISymbol>> _written = new(() => new(Outermost(body.Root).DescendantsAndSelf().Select(operation => WrittenBy(operation, body)).OfType<ISymbol>(), SymbolEqualityComparer.Default));

    public bool Contain(ISymbol variable) => _written.Value.Contains(variable);

    private static ISymbol? WrittenBy(IOperation operation, CoroutineBody body) => operation switch
    {
        ISimpleAssignmentOperation { IsRef: true, Value: var value } => Changes.SymbolOf(value),
        IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None, Initializer.Value: var value } => Changes.SymbolOf(value),
        _ => Changes.WrittenBy(operation) is { } written && !IsOwn(operation, body) ? written : null,
    };

    private static bool IsOwn(IOperation? operation, CoroutineBody body) => operation is not null && (operation == body.Root || (!CoroutineBodies.IsFunction(operation) && IsOwn(operation.Parent, body)));

    private static IOperation Outermost(IOperation operation) => operation.Parent is { } parent ? Outermost(parent) : operation;
}
