using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>What <c>Lazy&lt;T&gt;.Value</c> may run: the factory in the initializer of the variable.</summary>
internal static class LazyFactories
{
    /// <summary>The lambda, or the call of a method group; null when it cannot be seen.</summary>
    public static IOperation? Of(IOperation operation, MethodBodies bodies, CancellationToken cancellation)
    {
        if (operation is not IPropertyReferenceOperation { Property: { Name: nameof(Lazy<int>.Value), ContainingType.Name: nameof(Lazy<int>) }, Instance: { } variable })
            return null;
        ISymbol? declared = variable switch
        {
            ILocalReferenceOperation local => local.Local,
            IMemberReferenceOperation member => member.Member,
            _ => null,
        };
        return declared?.DeclaringSyntaxReferences.Select(reference => InitializerOf(reference.GetSyntax(cancellation))).FirstOrDefault() is { } initializer
            ? FactoryIn(bodies.OperationOf(initializer, cancellation))
            : null;
    }

    private static ExpressionSyntax? InitializerOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        _ => null,
    };

    private static IOperation? FactoryIn(IOperation? made)
    {
        while (made is IConversionOperation conversion)
            made = conversion.Operand;
        return made is IObjectCreationOperation creation
            ? creation.Arguments.Select(argument => argument.Value).OfType<IDelegateCreationOperation>().Select(function => function.Target).FirstOrDefault()
            : null;
    }
}
