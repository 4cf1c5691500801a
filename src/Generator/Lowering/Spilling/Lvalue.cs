using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

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
        ThisExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression } => true,
        ElementAccessExpressionSyntax access => IsElement(access, context) || IsReference(context.Model.GetSymbolInfo(expression).Symbol),
        ElementBindingExpressionSyntax access => IsElement(access, ConditionalAccess.ReceiverOf(access), context) || IsReference(context.Model.GetSymbolInfo(expression).Symbol),
        ConditionalExpressionSyntax conditional => conditional.WhenTrue is RefExpressionSyntax,
        _ => context.Model.GetSymbolInfo(expression).Symbol is var symbol && (symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol { IsConst: false } || IsReference(symbol)),
    };

    /// <summary>Whether the variable may not be written: its methods work on a copy, and no reference to it may.</summary>
    public static bool IsReadOnly(ExpressionSyntax expression, LoweringContext context) => context.Model.GetSymbolInfo(expression).Symbol switch
    {
        ILocalSymbol local => local.IsForEach || local.IsUsing || local.RefKind == RefKind.RefReadOnly,
        IParameterSymbol parameter => parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter,
        IMethodSymbol { ReturnsByRefReadonly: true } or IPropertySymbol { ReturnsByRefReadonly: true } or IFieldSymbol { IsReadOnly: true } => true,
        IFieldSymbol { ContainingType.IsValueType: true } when expression is MemberAccessExpressionSyntax access => IsReadOnly(access.Expression, context),
        _ => false,
    };

    /// <summary>Whether an <c>in</c> parameter takes it without a conversion.</summary>
    public static bool IsPassedReadOnly(ExpressionSyntax expression, LoweringContext context)
    {
        SyntaxNode outer = expression;
        while (outer.Parent is ParenthesizedExpressionSyntax or RefExpressionSyntax or ConditionalExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            outer = outer.Parent;
        // C# knows no operation of an argument in parentheses, but of what is in them.
        return outer.Parent is ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.None or (int)SyntaxKind.InKeyword }
            && context.Model.GetOperation(WithoutParentheses(outer)) is { Parent: IArgumentOperation { Parameter.RefKind: RefKind.In or RefKind.RefReadOnlyParameter } };
    }

    /// <summary>The recipe: its parts are evaluated, and kept as far as the suspension needs.</summary>
    /// <param name="expression">The variable.</param>
    /// <param name="context">The body.</param>
    /// <param name="touches">Whether the variable's address is taken now: then it faults now when there is none.</param>
    /// <param name="between">What is evaluated before the variable is used.</param>
    public static Fragment Lower(ExpressionSyntax expression, LoweringContext context, bool touches, IReadOnlyList<SyntaxNode> between)
    {
        if (context.Replacements.TryGetValue(expression, out var known))
            return known;
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                return Lower(inner.Expression, context, touches, between);
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner:
                return Lower(inner.Operand, context, touches, between);
            case DeclarationExpressionSyntax or ThisExpressionSyntax or BaseExpressionSyntax:
                return context.Render(expression);
            case ElementAccessExpressionSyntax access when IsElement(access, context):
                return LowerElement(access, [ArrayOf(access, context), .. IndicesOf(access.ArgumentList)], context, touches, between);
            // The receiver of a binding is tested and kept already.
            case ElementBindingExpressionSyntax access when IsElement(access, ConditionalAccess.ReceiverOf(access), context):
                return LowerElement(access, IndicesOf(access.ArgumentList), context, touches, between);
            case ElementBindingExpressionSyntax access when !IsReference(context.Model.GetSymbolInfo(access).Symbol):
                Keep(Operands.Arguments(access.ArgumentList, context), context, between);
                return context.Render(access);
            case MemberBindingExpressionSyntax when !IsReference(context.Model.GetSymbolInfo(expression).Symbol):
                return context.Render(expression);
            case ElementAccessExpressionSyntax access when IsDynamic(access, context) || context.Model.GetSymbolInfo(access).Symbol is IPropertySymbol { ReturnsByRef: false, ReturnsByRefReadonly: false }:
                return LowerIndexer(access, context, between);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression } pointer:
                Keep([new Operand(pointer.Operand, OperandKind.Value)], context, between);
                return context.Render(pointer);
            case MemberAccessExpressionSyntax access when IsInstanceMember(access, context):
                return LowerField(access, context, touches, between);
            case ConditionalExpressionSyntax { WhenTrue: RefExpressionSyntax } conditional when between.Any(context.Suspends):
                return RefConditional.Lower(conditional, context, between);
            case IdentifierNameSyntax when !IsReference(context.Model.GetSymbolInfo(expression).Symbol):
                return context.Render(expression).AsStable();
            case MemberAccessExpressionSyntax access when !IsReference(context.Model.GetSymbolInfo(access).Symbol):
                return context.Render(expression);
        }

        if (IsVariable(expression, context) && between.Any(context.Suspends))
        {
            context.Refuse(Rules.RefLikeAcrossSuspension, expression, expression.ToString(), "take the reference after the suspension");
            return context.Render(expression);
        }

        // What refers to a variable is as good as it, until something suspends.
        return IsVariable(expression, context) ? ExpressionLowering.Lower(expression, context).AsOperand() : Operand.SpillValue(expression, context);
    }

    private static Operand ArrayOf(ElementAccessExpressionSyntax access, LoweringContext context)
    {
        var isInline = context.Model.GetTypeInfo(access.Expression).Type is not (IArrayTypeSymbol or IPointerTypeSymbol);
        return new Operand(access.Expression, isInline ? OperandKind.Variable : OperandKind.Value);
    }

    private static IReadOnlyList<Operand> IndicesOf(BracketedArgumentListSyntax list) => [.. list.Arguments.Select(a => new Operand(a.Expression, OperandKind.Value))];

    private static Fragment LowerElement(ExpressionSyntax access, IReadOnlyList<Operand> parts, LoweringContext context, bool touches, IReadOnlyList<SyntaxNode> between)
    {
        Keep(parts, context, between);
        var element = context.Render(access);
        if (touches)
            context.Emit($"{{ ref {(IsPassedReadOnly(access, context) ? "readonly " : "")}var {GeneratedNames.Element} = ref {element}; }}", access);
        return element;
    }

    private static Fragment LowerIndexer(ElementAccessExpressionSyntax access, LoweringContext context, IReadOnlyList<SyntaxNode> between)
    {
        Keep([Receivers.Of(access.Expression, context), .. Operands.Arguments(access.ArgumentList, context)], context, between);
        if (between.Any(context.Suspends) && context.Model.GetOperation(access) is IImplicitIndexerReferenceOperation { LengthSymbol: var length })
            CountFromTheStart(access, length, context);
        return context.Render(access);
    }

    /// <summary>The <c>^i</c> of a type that has indices only is counted now, when the length is what it is.</summary>
    private static void CountFromTheStart(ElementAccessExpressionSyntax access, ISymbol length, LoweringContext context)
    {
        var index = access.ArgumentList.Arguments[0].Expression;
        if (FromEnd.IsPosition(index, context))
        {
            if (!context.Replacements.ContainsKey(index))
                context.Replacements[index] = FromEnd.Spill(index, context);
            return;
        }

        var offset = Fragment.Of($"((global::System.Index){ExpressionLowering.Lower(index, context).AsOperand()}).GetOffset({ExpressionLowering.Lower(access.Expression, context).AsOperand()}.{length.Name})");
        context.Replacements[index] = Operand.Store(offset, context.Model.Compilation.GetSpecialType(SpecialType.System_Int32), index, context);
    }

    private static Fragment LowerField(MemberAccessExpressionSyntax access, LoweringContext context, bool touches, IReadOnlyList<SyntaxNode> between)
    {
        Keep([Receivers.Of(access.Expression, context)], context, between);
        var field = context.Render(access);
        var isObject = context.Model.GetTypeInfo(access.Expression).Type is { IsReferenceType: true };
        if (touches && isObject && access.Expression is not (ThisExpressionSyntax or BaseExpressionSyntax) && context.Model.GetSymbolInfo(access).Symbol is IFieldSymbol)
            context.Emit($"_ = {field};", access);
        return field;
    }

    /// <summary>Keeps the parts of the recipe, as far as something suspends before they are used.</summary>
    private static void Keep(IReadOnlyList<Operand> parts, LoweringContext context, IReadOnlyList<SyntaxNode> between)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            IReadOnlyList<SyntaxNode> later = [.. parts.Skip(i + 1).Select(part => part.Expression), .. between];
            var part = parts[i].Expression;
            if (context.Replacements.ContainsKey(part))
                continue;
            if (!later.Any(context.Suspends))
                context.Replacements[part] = parts[i].InPlace(context);
            else if (parts[i].Kind == OperandKind.Variable)
                context.Replacements[part] = Lower(part, context, touches: true, later);
            else if (!Stability.IsStable(part, later, context))
                context.Replacements[part] = Operand.SpillValue(part, context);
        }
    }

    private static bool IsInstanceMember(MemberAccessExpressionSyntax access, LoweringContext context) =>
        context.Model.GetOperation(access) is IDynamicMemberReferenceOperation
        || context.Model.GetSymbolInfo(access).Symbol is { IsStatic: false } and (IFieldSymbol or IEventSymbol or IPropertySymbol { ReturnsByRef: false, ReturnsByRefReadonly: false });

    private static bool IsDynamic(ElementAccessExpressionSyntax access, LoweringContext context) => context.Model.GetOperation(access) is IDynamicIndexerAccessOperation;

    /// <summary>An element of an array, of an inline array or behind a pointer: no accessor is called.</summary>
    private static bool IsElement(ElementAccessExpressionSyntax access, LoweringContext context) => IsElement(access, access.Expression, context);

    private static bool IsElement(ExpressionSyntax access, ExpressionSyntax array, LoweringContext context) =>
        context.Model.GetSymbolInfo(access).Symbol is null && context.Model.GetTypeInfo(array).Type is not (null or { TypeKind: TypeKind.Dynamic });

    private static SyntaxNode WithoutParentheses(SyntaxNode expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => WithoutParentheses(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => WithoutParentheses(inner.Operand),
        _ => expression,
    };

    private static bool IsReference(ISymbol? symbol) => symbol is IMethodSymbol { ReturnsByRef: true } or IMethodSymbol { ReturnsByRefReadonly: true }
        or IPropertySymbol { ReturnsByRef: true } or IPropertySymbol { ReturnsByRefReadonly: true };
}
