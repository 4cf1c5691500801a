using CoroGen.Generator.Discovery;
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
        var isVariable = type is { IsReferenceType: false } and not IPointerTypeSymbol && Lvalue.IsVariable(receiver, context);
        return new Operand(receiver, isVariable ? OperandKind.Variable : OperandKind.Value);
    }

    /// <summary>The receiver of a call, or the delegate that is called; none for a method of the type itself.</summary>
    public static IEnumerable<Operand> OfCall(InvocationExpressionSyntax call, LoweringContext context)
    {
        var method = MethodOf(call, context);
        switch (call.Expression)
        {
            case MemberAccessExpressionSyntax access when method is not null:
                return IsEvaluated(access.Expression, method, context) ? [OfMember(access.Expression, method, context)] : [];
            case MemberAccessExpressionSyntax access when context.Model.GetSymbolInfo(access).Symbol is null:
                return [Of(access.Expression, context)];
            case SimpleNameSyntax when method is not null:
            case MemberBindingExpressionSyntax:
                return [];
            default:
                return [new Operand(call.Expression, OperandKind.Value)];
        }
    }

    /// <summary>The method that is called, unless a delegate is; of a call that is bound at run time, any that it may be.</summary>
    private static IMethodSymbol? MethodOf(InvocationExpressionSyntax call, LoweringContext context)
    {
        var info = context.Model.GetSymbolInfo(call);
        var method = (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) as IMethodSymbol;
        return method is { MethodKind: MethodKind.DelegateInvoke } && call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" } ? null : method;
    }

    private static bool IsEvaluated(ExpressionSyntax receiver, IMethodSymbol method, LoweringContext context) =>
        (!method.IsStatic || method.ReducedFrom is not null)
        && receiver is not BaseExpressionSyntax
        && context.Model.GetSymbolInfo(receiver).Symbol is not (ITypeSymbol or INamespaceSymbol);

    private static Operand OfMember(ExpressionSyntax receiver, IMethodSymbol method, LoweringContext context)
    {
        if ((method.ReducedFrom?.Parameters[0] ?? ExtensionBlocks.Receiver(method)) is not { } parameter)
            return Of(receiver, context);
        var isByReference = parameter.RefKind != RefKind.None && Lvalue.IsVariable(receiver, context);
        return new Operand(receiver, isByReference ? OperandKind.Variable : OperandKind.Value);
    }
}
