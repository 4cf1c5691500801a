using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>The functions that initializers put into variables, and what runs them: <c>Lazy&lt;T&gt;.Value</c>, and calls of delegates in fields that nothing else writes.</summary>
internal static class KeptFunctions
{
    /// <summary>The lambda or the method group that <c>Lazy&lt;T&gt;.Value</c> may run; null when it cannot be seen.</summary>
    public static IOperation? OfLazy(IOperation operation, MethodBodies bodies, CancellationToken cancellation)
    {
        if (operation is not IPropertyReferenceOperation { Property: { Name: nameof(Lazy<int>.Value), ContainingType.Name: nameof(Lazy<int>) }, Instance: { } variable })
            return null;
        ISymbol? declared = variable switch
        {
            ILocalReferenceOperation local => local.Local,
            IMemberReferenceOperation member => member.Member,
            _ => null,
        };
        return FactoryIn(InitialValueOf(declared, bodies, cancellation));
    }

    /// <summary>The lambda or the method group that the call of a delegate runs; null when it cannot be seen.</summary>
    public static IOperation? CalledBy(IOperation operation, MethodBodies bodies, CancellationToken cancellation) =>
        operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } called } && KeeperOf(called) is { } keeper
            ? InitialValueOf(keeper, bodies, cancellation) switch
            {
                IDelegateCreationOperation { Target: var function } => function,
                IConversionOperation { Operand: IDelegateCreationOperation { Target: var function } } => function,
                var function => function,
            }
            : null;

    /// <summary>The name of what keeps the delegate that is called.</summary>
    public static string NameOf(IOperation call) => KeeperOf(((IInvocationOperation)call).Instance!)!.Name;

    private static ISymbol? KeeperOf(IOperation called) => called switch
    {
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } => field,
        IPropertyReferenceOperation { Property: { SetMethod: null, IsVirtual: false, IsAbstract: false, IsOverride: false } property } => property,
        IConditionalAccessInstanceOperation instance => Accessed(instance) is { } value ? KeeperOf(value) : null,
        _ => null,
    };

    private static IOperation? Accessed(IOperation instance)
    {
        for (var around = instance.Parent; around is not null; around = around.Parent)
        {
            if (around is IConditionalAccessOperation access)
                return access.Operation;
        }

        return null;
    }

    private static IOperation? InitialValueOf(ISymbol? declared, MethodBodies bodies, CancellationToken cancellation) =>
        declared?.DeclaringSyntaxReferences.Select(reference => InitializerOf(reference.GetSyntax(cancellation))).FirstOrDefault() is { } initializer ? bodies.OperationOf(initializer, cancellation) : null;

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
