using System.Collections.Immutable;
using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>When a socket does not block: it was told so (<c>socket.Blocking = false</c>), here or wherever it comes from, or the coroutine has waited until it is ready.</summary>
/// <param name="origins">What is known of where sockets come from.</param>
/// <param name="asked">What is being asked about already.</param>
internal sealed class SocketRules(SocketOrigins origins, ImmutableHashSet<ISymbol>? asked = null) : FlowRules
{
    private readonly ImmutableHashSet<ISymbol> _asked = asked ?? ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);

    public override FactKind? Of(IOperation value, FlowState state) => IsReady(value, state) ? FactKind.Ready : null;

    /// <summary>Whether the value is a socket that does not block.</summary>
    public bool IsReady(IOperation value, FlowState state) =>
        state.Has(FactKind.Ready, Variables.Of(value, state)) || (IsSocket(value.Type) && Variables.Value(value, state) is var made && (IsMadeReady(made) || origins.AreReady(made, _asked)));

    public override void After(IOperation operation, FlowState state)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod.Name: "WaitReadable" or "WaitWritable" } wait when CoroutineSymbols.IsHandle(wait.TargetMethod.ContainingType):
                state.Add(FactKind.Ready, Variables.Of(wait.Arguments[0].Value, state));
                break;
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Blocking", Instance: { } socket }, Value.ConstantValue: { HasValue: true, Value: bool blocks } } when Variables.Of(socket, state) is { } variable:
                if (blocks)
                    state.Remove(FactKind.Ready, variable);
                else
                    state.Add(FactKind.Ready, variable);
                break;
        }
    }

    public override bool IsHarmless(IOperation call, FlowState state) =>
        call is IInvocationOperation { TargetMethod.ContainingType.Name: "Socket", Instance: { } socket } && IsReady(socket, state);

    private static bool IsSocket(ITypeSymbol? type) => type is { Name: "Socket", ContainingNamespace: { Name: "Sockets", ContainingNamespace.Name: "Net" } };

    /// <summary><c>new Socket(…) { Blocking = false }</c>: the graph has taken the initializer apart.</summary>
    private static bool IsMadeReady(IOperation value) =>
        value.Syntax is BaseObjectCreationExpressionSyntax { Initializer.Expressions: var expressions }
        && expressions.OfType<AssignmentExpressionSyntax>().Any(assignment => assignment is { Left: IdentifierNameSyntax { Identifier.ValueText: "Blocking" }, Right.RawKind: (int)SyntaxKind.FalseLiteralExpression });
}
