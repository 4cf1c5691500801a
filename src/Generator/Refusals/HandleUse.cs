using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Refusals;

/// <summary>What one mention of the handle does with it.</summary>
/// <param name="Misuse">What is wrong, as in "here it is …", or null when the use is fine.</param>
/// <param name="Suspension">The call that may suspend, or null when it is none.</param>
internal sealed record HandleUse(string? Misuse, InvocationExpressionSyntax? Suspension)
{
    private static readonly HandleUse Fine = new(null, null);

    public static HandleUse Of(IdentifierNameSyntax name, SemanticModel model)
    {
        ExpressionSyntax value = name;
        while (value.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax)
            value = (ExpressionSyntax)value.Parent;
        return value.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Expression == value => OfMember(access, model),
            ArgumentSyntax argument => OfArgument(argument, model),
            AssignmentExpressionSyntax assignment when assignment.Left == value => Wrong("assigned to"),
            AssignmentExpressionSyntax assignment => Wrong($"stored in '{assignment.Left}'"),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => Wrong($"stored in '{variable.Identifier.ValueText}'"),
            ReturnStatementSyntax or ArrowExpressionClauseSyntax => Wrong("returned"),
            RefExpressionSyntax => Wrong("taken by reference"),
            _ => Wrong("used as a value"),
        };
    }

    private static HandleUse Wrong(string misuse) => new(misuse, null);

    /// <summary><c>co.Sleep(…)</c>, <c>co.Loop</c>, or an extension method called on the handle.</summary>
    private static HandleUse OfMember(MemberAccessExpressionSyntax access, SemanticModel model)
    {
        if (access.Parent is InvocationExpressionSyntax call && call.Expression == access)
            return OfCall(call, model);
        return model.GetSymbolInfo(access).Symbol is IMethodSymbol method ? Wrong($"bound to a delegate for '{method.Name}'") : Fine;
    }

    private static HandleUse OfArgument(ArgumentSyntax argument, SemanticModel model)
    {
        if (argument.RefKindKeyword.RawKind != 0)
            return Wrong("passed by reference");
        return argument.Parent?.Parent switch
        {
            InvocationExpressionSyntax call => OfCall(call, model),
            BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax => Wrong("passed to a constructor"),
            ElementAccessExpressionSyntax => Wrong("passed to an indexer"),
            _ => Wrong("used as a value"),
        };
    }

    /// <summary>A call that does not bind is the compiler's to report, and a callee that is refused is so where it is declared.</summary>
    private static HandleUse OfCall(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (model.GetSymbolInfo(call).Symbol is not IMethodSymbol target || RefusedCallees.NeedMark(target))
            return Fine;
        if (WellKnownAttributes.SuspensionKindOf(target) != SuspensionKind.None)
            return new(null, call);
        return target.MethodKind switch
        {
            _ when CoroutineSymbols.IsHandle(target.ContainingType) => Fine,
            MethodKind.DelegateInvoke => Wrong("passed to a delegate"),
            _ => Wrong($"passed to '{target.Name}', which is no coroutine"),
        };
    }
}
