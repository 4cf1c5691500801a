using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// <code>
/// a?.B(S(co))
/// becomes
/// t1 = a; t2 = default;
/// if (t1 is null) goto end;
/// t2 = t1.B(S(co));
/// end: t2
/// </code>
/// A nullable struct is copied: the member is taken of the copy.
/// </summary>
internal static class ConditionalAccess
{
    public static Fragment Lower(ConditionalAccessExpressionSyntax access, LoweringContext context)
    {
        if (!context.Suspends(access.WhenNotNull))
        {
            Operands.Evaluate([new Operand(access.Expression, OperandKind.Value)], context);
            return context.Render(access);
        }

        var type = context.Model.GetTypeInfo(access).Type;
        var result = type is null or { SpecialType: SpecialType.System_Void } ? null : context.NewTemp(type, access);
        var receiver = Receive(access, context);
        var end = context.NewTarget("null");
        if (result is not null)
            context.Emit($"{new Definition(result)} = default!;");
        context.EmitIf(Fragment.Of($"{receiver} is null"), end);

        context.Receivers[Binding(access.WhenNotNull)] = Value(receiver);
        var value = ExpressionLowering.Lower(access.WhenNotNull, context);
        if (result is not null)
            context.Emit($"{new Definition(result)} = {value};", access.WhenNotNull);
        else if (!value.IsStable)
            context.Emit($"{value};", access.WhenNotNull);
        context.Mark(end);
        return result is null ? Fragment.Empty : Fragment.Stable($"{result}");
    }

    /// <summary>The innermost receiver's place in what follows a <c>?</c>: <c>.B</c> or <c>[i]</c>.</summary>
    public static ExpressionSyntax Binding(ExpressionSyntax whenNotNull)
    {
        var expression = whenNotNull;
        while (true)
        {
            switch (expression)
            {
                case MemberBindingExpressionSyntax or ElementBindingExpressionSyntax:
                    return expression;
                case MemberAccessExpressionSyntax member:
                    expression = member.Expression;
                    break;
                case ElementAccessExpressionSyntax element:
                    expression = element.Expression;
                    break;
                case InvocationExpressionSyntax call:
                    expression = call.Expression;
                    break;
                case ConditionalAccessExpressionSyntax inner:
                    expression = inner.Expression;
                    break;
                case AssignmentExpressionSyntax assignment:
                    expression = assignment.Left;
                    break;
                case PostfixUnaryExpressionSyntax suppressed:
                    expression = suppressed.Operand;
                    break;
                default:
                    throw new InvalidOperationException($"No binding in {whenNotNull.Kind()}.");
            }
        }
    }

    /// <summary>What <c>.B</c> or <c>[i]</c> is taken of.</summary>
    public static ExpressionSyntax ReceiverOf(ExpressionSyntax binding) =>
        binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().First(access => access.WhenNotNull.Span.Contains(binding.Span)).Expression;

    /// <summary>Evaluates the receiver, once.</summary>
    private static Variable Receive(ConditionalAccessExpressionSyntax access, LoweringContext context)
    {
        var receiver = context.NewTemp(context.Model.GetTypeInfo(access.Expression).Type!, access.Expression);
        Branch.Lower(receiver, access.Expression, context);
        return receiver;
    }

    private static Fragment Value(Variable receiver) =>
        receiver.Symbol!.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? Fragment.Of($"{receiver}.GetValueOrDefault()") : Fragment.Stable($"{receiver}");
}
