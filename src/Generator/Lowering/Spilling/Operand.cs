using CoroGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

internal enum OperandKind
{
    /// <summary>Its value is needed.</summary>
    Value,

    /// <summary>The variable is needed: it is written, or passed by reference, or is a struct whose method is called.</summary>
    Variable,

    /// <summary>The left of a string concatenation: its text is needed.</summary>
    Text,
}

/// <summary>A part of an expression that is evaluated before the expression itself.</summary>
internal readonly record struct Operand(ExpressionSyntax Expression, OperandKind Kind)
{
    /// <summary>The <c>checked</c> or <c>unchecked</c> that stands between it and the expression that it is an operand of.</summary>
    public SyntaxToken Checked { get; init; }

    /// <summary>Evaluates it now, so that it can be used after a suspension.</summary>
    public Fragment Spill(LoweringContext context, IReadOnlyList<SyntaxNode> between)
    {
        var operand = this;
        return InItsContext(context, () => operand.Kind switch
        {
            OperandKind.Variable => Lvalue.Lower(operand.Expression, context, touches: true, between),
            OperandKind.Text => operand.SpillText(context),
            _ => SpillValue(operand.Expression, context),
        });
    }

    /// <summary>Evaluates what suspends in it; the rest is evaluated where the result is used, which is at once.</summary>
    public Fragment InPlace(LoweringContext context)
    {
        var operand = this;
        return InItsContext(context, () => operand.Kind == OperandKind.Variable
            ? Lvalue.Lower(operand.Expression, context, touches: false, between: [])
            : ExpressionLowering.Lower(operand.Expression, context));
    }

    private Fragment InItsContext(LoweringContext context, Func<Fragment> lower)
    {
        if (Checked.RawKind == 0)
            return lower();
        var value = Fragment.Empty;
        CheckedCode.Within(Checked, context, () => value = lower());
        return value;
    }

    /// <summary>Whether its text is needed, and may change although the variable does not: the text of an object may.</summary>
    public bool HasChangingText(LoweringContext context) =>
        Kind == OperandKind.Text && context.Model.GetTypeInfo(Expression).Type is { SpecialType: SpecialType.None or SpecialType.System_Object };

    public static Fragment SpillValue(ExpressionSyntax expression, LoweringContext context)
    {
        if (FromEnd.IsPosition(expression, context))
            return FromEnd.Spill(expression, context);
        var value = ExpressionLowering.Lower(expression, context);
        var type = TypeOf(expression, context);
        return value.IsStable && !IsConvertedByCode(expression, type, context) ? value : Store(value, type, expression, context);
    }

    /// <summary>Whether a conversion to that type runs an operator, which may throw or do something that can be seen.</summary>
    private static bool IsConvertedByCode(ExpressionSyntax expression, ITypeSymbol type, LoweringContext context) =>
        context.Model.GetConversion(expression).IsUserDefined && SymbolEqualityComparer.Default.Equals(type, context.Model.GetTypeInfo(expression).ConvertedType);

    /// <summary>Stores a value in a temporary.</summary>
    public static Fragment Store(Fragment value, ITypeSymbol type, SyntaxNode place, LoweringContext context)
    {
        var temp = context.NewTemp(type, place);
        context.Emit($"{new Definition(temp)} = {value};", place);
        return Fragment.Stable($"{temp}");
    }

    /// <summary>
    /// The type in which the value is kept: converted already, so that the conversion runs when C# runs it. A span that an array converts to
    /// cannot be kept, but the array can.
    /// </summary>
    public static ITypeSymbol TypeOf(ExpressionSyntax expression, LoweringContext context)
    {
        var info = context.Model.GetTypeInfo(expression);
        var isNatural = info.ConvertedType is null or { IsRefLikeType: true } or { TypeKind: TypeKind.Dynamic } || IsEnumerated(expression);
        return (isNatural ? info.Type ?? info.ConvertedType : info.ConvertedType) ?? context.Model.Compilation.ObjectType;
    }

    /// <summary>What <c>foreach</c> enumerates: of an array it says that it is converted to a collection, which it is not.</summary>
    private static bool IsEnumerated(ExpressionSyntax expression) => expression.Parent switch
    {
        ParenthesizedExpressionSyntax outer => IsEnumerated(outer),
        CommonForEachStatementSyntax loop => loop.Expression == expression,
        _ => false,
    };

    private Fragment SpillText(LoweringContext context)
    {
        var type = context.Model.GetTypeInfo(Expression).Type;
        if (type is null or { SpecialType: SpecialType.System_String })
            return SpillValue(Expression, context);
        var value = ExpressionLowering.Lower(Expression, context);
        var call = type.IsValueType && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T ? "." : "?.";
        return Store(Fragment.Of($"{value.AsOperand()}{call}ToString()"), context.Model.Compilation.GetSpecialType(SpecialType.System_String), Expression, context);
    }
}
