using CoroGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// A position that is counted from the end of something which knows no <see cref="Index"/>. C# reads the length of an array before the number, and that of
/// anything else after it, and both before the value that is assigned.
/// <code>
/// a[^S(co)]          becomes        t1 = a.Length; t2 = S(co); a[t1 - t2]
/// list[^S(co)]       becomes        t1 = S(co); list[list.Count - t1]
/// list[^1] = S(co)   becomes        t1 = list.Count - 1; t2 = S(co); list[t1] = t2
/// </code>
/// </summary>
internal static class FromEnd
{
    public static bool IsPosition(ExpressionSyntax expression, LoweringContext context) => AccessOf(expression) is { } access && LengthOf(access, context) is not null;

    public static Fragment Lower(ExpressionSyntax expression, LoweringContext context)
    {
        var access = AccessOf(expression)!;
        var number = ((PrefixUnaryExpressionSyntax)expression).Operand;
        var length = Fragment.Of($"{Receiver(access, context).AsOperand()}.{LengthOf(access, context)}");
        var isArray = context.Model.GetOperation(access) is IArrayElementReferenceOperation;
        if (isArray && context.Suspends(number))
            length = Operand.Store(length, context.Model.Compilation.GetSpecialType(SpecialType.System_Int32), expression, context);
        var isInPlace = isArray || context.Model.GetConstantValue(number).HasValue;
        var value = (isInPlace ? ExpressionLowering.Lower(number, context) : Operand.SpillValue(number, context)).AsOperand();
        return context.Model.GetTypeInfo(number).Type is { SpecialType: SpecialType.System_Int32 }
            ? Fragment.Of($"{length} - {value}")
            : Fragment.Of($"{length} - (int){value}");
    }

    /// <summary>Stores the position, so that it is the same when the length changes.</summary>
    public static Fragment Spill(ExpressionSyntax expression, LoweringContext context) =>
        Operand.Store(Lower(expression, context), context.Model.Compilation.GetSpecialType(SpecialType.System_Int32), expression, context);

    private static ExpressionSyntax? AccessOf(ExpressionSyntax expression) =>
        expression is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression, Parent: ArgumentSyntax { Parent: BracketedArgumentListSyntax list } }
            && list.Parent is ElementAccessExpressionSyntax or ElementBindingExpressionSyntax
            ? (ExpressionSyntax)list.Parent
            : null;

    private static string? LengthOf(ExpressionSyntax access, LoweringContext context) => context.Model.GetOperation(access) switch
    {
        IArrayElementReferenceOperation => "Length",
        IImplicitIndexerReferenceOperation indexer => indexer.LengthSymbol.Name,
        _ => null,
    };

    private static Fragment Receiver(ExpressionSyntax access, LoweringContext context)
    {
        if (access is not ElementAccessExpressionSyntax { Expression: var receiver })
            return context.Receivers[access];
        return context.Replacements.TryGetValue(receiver, out var kept) ? kept : context.Render(receiver);
    }
}
