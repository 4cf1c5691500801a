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
        var receiver = context.NewTemp(context.Model.GetTypeInfo(access.Expression).Type!, access.Expression);
        var variable = Variable(access, receiver.Symbol!, context);
        if (variable is null)
            Branch.Lower(receiver, access.Expression, context);
        else
            context.Emit($"{new Definition(receiver)} = {variable};", access.Expression);
        var end = context.NewTarget("null");
        if (result is not null)
            context.Emit($"{new Definition(result)} = default!;");
        context.EmitIf(Fragment.Of($"{receiver} is null"), end);

        context.Receivers[Binding(access.WhenNotNull)] = Value(receiver, variable);
        var value = ExpressionLowering.Lower(access.WhenNotNull, context);
        if (result is not null)
            context.Emit($"{new Definition(result)} = {value};", access.WhenNotNull);
        else if (!value.IsStable)
            context.Emit($"{value};", access.WhenNotNull);
        context.Mark(end);
        return result is null ? Fragment.Empty : Fragment.Stable($"{result}");
    }

    /// <summary>What <c>.B</c> or <c>[i]</c> is taken of, in front of its <c>?</c>.</summary>
    public static ExpressionSyntax ReceiverOf(ExpressionSyntax binding) =>
        binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().First(access => access.WhenNotNull.Span.Contains(binding.Span)).Expression;

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

    /// <summary>A struct that a type parameter stands for is not copied, for its method may change the variable: the recipe for that, or null.</summary>
    private static Fragment? Variable(ConditionalAccessExpressionSyntax access, ITypeSymbol type, LoweringContext context) =>
        type is ITypeParameterSymbol { IsReferenceType: false } && Lvalue.IsVariable(access.Expression, context) && !Lvalue.IsReadOnly(access.Expression, context)
            ? Lvalue.Lower(access.Expression, context, touches: false, [access.WhenNotNull])
            : null;

    private static Fragment Value(Variable receiver, Fragment? variable)
    {
        if (receiver.Symbol!.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return Fragment.Of($"{receiver}.GetValueOrDefault()");
        return variable is null
            ? Fragment.Stable($"{receiver}")
            : Fragment.Of($"(default({receiver.Type.TrimEnd('?')}) is null ? ref {receiver} : ref {variable})");
    }
}
