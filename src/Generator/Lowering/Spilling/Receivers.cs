using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>What a member is taken of: an object by value, a struct that is a variable by reference, any other struct by a copy.</summary>
internal static class Receivers
{
    public static Operand Of(ExpressionSyntax receiver, LoweringContext context)
    {
        var type = context.Model.GetTypeInfo(receiver).Type;
        var isVariable = type is { IsReferenceType: false } && Lvalue.IsVariable(receiver, context);
        return new Operand(receiver, isVariable ? OperandKind.Variable : OperandKind.Value);
    }

    /// <summary>The receiver of a call, or the delegate that is called; none for a method of the type itself.</summary>
    public static IEnumerable<Operand> OfCall(InvocationExpressionSyntax call, LoweringContext context)
    {
        switch (call.Expression)
        {
            case MemberAccessExpressionSyntax access when context.Model.GetSymbolInfo(call).Symbol is IMethodSymbol { MethodKind: not MethodKind.DelegateInvoke } method:
                return IsEvaluated(access.Expression, method, context) ? [OfMember(access.Expression, method, context)] : [];
            case SimpleNameSyntax when context.Model.GetSymbolInfo(call).Symbol is IMethodSymbol { MethodKind: not MethodKind.DelegateInvoke }:
                return [];
            case MemberBindingExpressionSyntax:
                return [];
            case MemberAccessExpressionSyntax access when context.Model.GetTypeInfo(call.Expression).Type is null:
                return [Of(access.Expression, context)];
            default:
                return [new Operand(call.Expression, OperandKind.Value)];
        }
    }

    private static bool IsEvaluated(ExpressionSyntax receiver, IMethodSymbol method, LoweringContext context) =>
        (!method.IsStatic || method.ReducedFrom is not null)
        && receiver is not BaseExpressionSyntax
        && context.Model.GetSymbolInfo(receiver).Symbol is not (ITypeSymbol or INamespaceSymbol);

    private static Operand OfMember(ExpressionSyntax receiver, IMethodSymbol method, LoweringContext context)
    {
        if (method.ReducedFrom is not { } extension)
            return Of(receiver, context);
        var isByReference = extension.Parameters[0].RefKind != RefKind.None;
        return new Operand(receiver, isByReference ? OperandKind.Variable : OperandKind.Value);
    }
}
