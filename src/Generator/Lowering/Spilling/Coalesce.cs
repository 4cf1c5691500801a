using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Lowering.Regions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// <code>
/// a ?? S(co)
/// becomes
/// t1 = a;
/// if (t1 is null) goto otherwise;
/// t2 = t1; goto end;                   t1.GetValueOrDefault() for a nullable value
/// otherwise: t2 = S(co);
/// end: t2
/// </code>
/// </summary>
internal static class Coalesce
{
    public static Fragment Lower(BinaryExpressionSyntax binary, LoweringContext context)
    {
        if (!context.Suspends(binary.Right))
        {
            Operands.Evaluate([new Operand(binary.Left, OperandKind.Value)], context);
            return context.Render(binary);
        }

        var left = context.NewTemp(context.Model.GetTypeInfo(binary.Left).Type ?? Operand.TypeOf(binary, context), binary.Left);
        var result = context.NewTemp(Operand.TypeOf(binary, context), binary);
        Branch.Lower(left, binary.Left, context);

        var otherwise = context.NewTarget("null");
        var end = context.NewTarget("end");
        context.EmitIf(Fragment.Of($"{left} is null"), otherwise);
        context.Emit($"{new Definition(result)} = {ValueOf(left, result.Symbol!)};");
        context.EmitJump(end);
        context.Mark(otherwise);
        Branch.Lower(result, binary.Right, context);
        context.Mark(end);
        return Fragment.Stable($"{result}");
    }

    /// <summary>
    /// <c>x ??= S(co)</c>: the variable is read once; the value is computed and assigned only when that was null.
    /// </summary>
    public static Fragment LowerAssignment(AssignmentExpressionSyntax assignment, LoweringContext context)
    {
        var variable = Lvalue.Lower(assignment.Left, context, touches: false, [assignment.Right]);
        var result = context.NewTemp(context.Model.GetTypeInfo(assignment).Type!, assignment);
        var old = context.NewTemp(context.Model.GetTypeInfo(assignment.Left).Type!, assignment.Left);
        var end = context.NewTarget("end");
        var otherwise = context.NewTarget("null");
        context.Emit($"{new Definition(old)} = {variable};", assignment.Left);
        context.EmitIf(Fragment.Of($"{old} is null"), otherwise);
        context.Emit($"{new Definition(result)} = {ValueOf(old, result.Symbol!)};");
        context.EmitJump(end);
        Assign(assignment, variable, result, end, otherwise, context);
        return Fragment.Stable($"{result}");
    }

    private static void Assign(AssignmentExpressionSyntax assignment, Fragment variable, Variable result, Target end, Target otherwise, LoweringContext context)
    {
        context.Mark(otherwise);
        Branch.Lower(result, assignment.Right, context);
        context.Emit($"{Assignment.Assign(assignment.Left, variable, Fragment.Of($"{result}"), context)};", assignment);
        context.Mark(end);
    }

    private static Fragment ValueOf(Variable variable, ITypeSymbol target)
    {
        var isNullable = variable.Symbol!.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        return isNullable && target.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T
            ? Fragment.Of($"{variable}.GetValueOrDefault()")
            : Fragment.Of($"{variable}!");
    }
}
