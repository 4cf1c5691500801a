using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// Variables that are used after a suspension are kept as recipes, not as values: array and indices, object and field.
/// <code>
/// a[i].F += G(co)       becomes       t1 = a; t2 = i; t3 = t1[t2].F; …; t1[t2].F = t3 + …
/// </code>
/// Where plain C# would fault before the suspension, the variable is touched before it.
/// </summary>
internal static class Lvalue
{
    public static bool IsVariable(ExpressionSyntax expression, LoweringContext context) => expression switch
    {
        ParenthesizedExpressionSyntax inner => IsVariable(inner.Expression, context),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => IsVariable(inner.Operand, context),
        ThisExpressionSyntax => true,
        ElementAccessExpressionSyntax access => IsElement(access, context) || IsReference(context.Model.GetSymbolInfo(expression).Symbol),
        ConditionalExpressionSyntax conditional => conditional.WhenTrue is RefExpressionSyntax,
        _ => context.Model.GetSymbolInfo(expression).Symbol is var symbol && (symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol { IsConst: false } || IsReference(symbol)),
    };

    /// <summary>The recipe: its parts are evaluated, and kept as far as the suspension needs.</summary>
    /// <param name="expression">The variable.</param>
    /// <param name="context">The body.</param>
    /// <param name="touches">Whether the variable's address is taken now: then it faults now when there is none.</param>
    public static Fragment Lower(ExpressionSyntax expression, LoweringContext context, bool touches)
    {
        if (context.Replacements.TryGetValue(expression, out var known))
            return known;
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                return Lower(inner.Expression, context, touches);
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner:
                return Lower(inner.Operand, context, touches);
            case DeclarationExpressionSyntax or ThisExpressionSyntax or BaseExpressionSyntax:
                return context.Render(expression);
            case ElementAccessExpressionSyntax access when IsElement(access, context):
                return LowerElement(access, context, touches);
            case ElementAccessExpressionSyntax access when context.Model.GetSymbolInfo(access).Symbol is IPropertySymbol { ReturnsByRef: false, ReturnsByRefReadonly: false }:
                return LowerMember(access.Expression, Operands.Arguments(access.ArgumentList, context), access, context);
            case MemberAccessExpressionSyntax access when IsInstanceMember(access, context):
                return LowerField(access, context, touches);
            case IdentifierNameSyntax:
                return context.Render(expression).AsStable();
            case MemberAccessExpressionSyntax:
                return context.Render(expression);
        }

        if (IsVariable(expression, context))
        {
            context.Refuse(Rules.RefLikeAcrossSuspension, expression, expression.ToString(), "take the reference after the suspension");
            return context.Render(expression);
        }

        return Operand.SpillValue(expression, context);
    }

    private static Fragment LowerElement(ElementAccessExpressionSyntax access, LoweringContext context, bool touches)
    {
        var isInline = context.Model.GetTypeInfo(access.Expression).Type is not IArrayTypeSymbol;
        Keep(access.Expression, isInline ? OperandKind.Variable : OperandKind.Value, context);
        foreach (var index in access.ArgumentList.Arguments)
            Keep(index.Expression, OperandKind.Value, context);
        var element = context.Render(access);
        if (touches)
            context.Emit($"{{ ref var __element = ref {element}; }}", access);
        return element;
    }

    private static Fragment LowerMember(ExpressionSyntax receiver, IReadOnlyList<Operand> arguments, ExpressionSyntax access, LoweringContext context)
    {
        Keep(receiver, Receivers.Of(receiver, context).Kind, context);
        foreach (var argument in arguments)
            Keep(argument.Expression, argument.Kind, context);
        return context.Render(access);
    }

    private static Fragment LowerField(MemberAccessExpressionSyntax access, LoweringContext context, bool touches)
    {
        Keep(access.Expression, Receivers.Of(access.Expression, context).Kind, context);
        var field = context.Render(access);
        var isObject = context.Model.GetTypeInfo(access.Expression).Type is { IsReferenceType: true };
        if (touches && isObject && access.Expression is not (ThisExpressionSyntax or BaseExpressionSyntax) && context.Model.GetSymbolInfo(access).Symbol is IFieldSymbol)
            context.Emit($"_ = {field};", access);
        return field;
    }

    /// <summary>Keeps a part of the recipe: any local may have changed when it is used again.</summary>
    private static void Keep(ExpressionSyntax part, OperandKind kind, LoweringContext context)
    {
        if (context.Replacements.ContainsKey(part))
            return;
        context.Replacements[part] = kind == OperandKind.Variable
            ? Lower(part, context, touches: true)
            : Stability.IsStable(part, [], context) && part is not IdentifierNameSyntax
                ? context.Render(part)
                : KeepValue(part, context);
    }

    private static Fragment KeepValue(ExpressionSyntax part, LoweringContext context)
    {
        var value = ExpressionLowering.Lower(part, context);
        return value.IsStable && part is not IdentifierNameSyntax ? value : Operand.Store(value, Operand.TypeOf(part, context), part, context);
    }

    private static bool IsInstanceMember(MemberAccessExpressionSyntax access, LoweringContext context) =>
        context.Model.GetSymbolInfo(access).Symbol is { IsStatic: false } and (IFieldSymbol or IEventSymbol or IPropertySymbol { ReturnsByRef: false, ReturnsByRefReadonly: false });

    /// <summary>An element of an array or of an inline array: no accessor is called.</summary>
    private static bool IsElement(ElementAccessExpressionSyntax access, LoweringContext context) =>
        context.Model.GetSymbolInfo(access).Symbol is null && context.Model.GetTypeInfo(access.Expression).Type is not (null or { TypeKind: TypeKind.Dynamic } or IPointerTypeSymbol);

    private static bool IsReference(ISymbol? symbol) => symbol is IMethodSymbol { ReturnsByRef: true } or IMethodSymbol { ReturnsByRefReadonly: true }
        or IPropertySymbol { ReturnsByRef: true } or IPropertySymbol { ReturnsByRefReadonly: true };
}
