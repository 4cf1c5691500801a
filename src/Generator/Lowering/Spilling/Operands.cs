using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// Expressions that evaluate their operands from left to right. What stands before the last suspension is kept in temporaries, also plain
/// variables that something in between assigns:
/// <code>
/// F(a.X, G(co), b.Y)
/// becomes
/// t1 = a.X;
/// t2 = G(co);          a suspension
/// F(t1, t2, b.Y)
/// </code>
/// </summary>
internal static class Operands
{
    /// <summary>Evaluates what has to be, and leaves its value for the renderer.</summary>
    public static void Evaluate(IReadOnlyList<Operand> operands, LoweringContext context)
    {
        var last = -1;
        for (var i = 0; i < operands.Count; i++)
            last = context.Suspends(operands[i].Expression) ? i : last;
        if (last >= 0)
            EvaluateThrough(last, operands, context);
    }

    /// <summary>Evaluates all of them now: something that is not among them suspends before they are used.</summary>
    public static void EvaluateAll(IReadOnlyList<Operand> operands, IReadOnlyList<SyntaxNode> between, LoweringContext context)
    {
        for (var i = 0; i < operands.Count; i++)
            SpillUnlessStable(operands, i, [.. operands.Skip(i + 1).Select(o => o.Expression), .. between], context);
    }

    private static void EvaluateThrough(int last, IReadOnlyList<Operand> operands, LoweringContext context)
    {
        for (var i = 0; i < last; i++)
            SpillUnlessStable(operands, i, [.. operands.Take(last + 1).Skip(i + 1).Select(o => o.Expression)], context);
        context.Replacements[operands[last].Expression] = operands[last].InPlace(context);
    }

    private static void SpillUnlessStable(IReadOnlyList<Operand> operands, int index, IReadOnlyList<SyntaxNode> between, LoweringContext context)
    {
        var operand = operands[index];
        if (operand.Expression is DeclarationExpressionSyntax || context.Replacements.ContainsKey(operand.Expression))
            return;
        if (operand.Kind == OperandKind.Variable || operand.HasChangingText(context) || !Stability.IsStable(operand.Expression, between, context))
            context.Replacements[operand.Expression] = operand.Spill(context, between);
    }

    /// <summary>The operands of an expression, in the order of evaluation, or null when it has a lowering of its own.</summary>
    public static IReadOnlyList<Operand>? Of(ExpressionSyntax expression, LoweringContext context) => expression switch
    {
        CastExpressionSyntax cast => [Value(cast.Expression)],
        PrefixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression
            ? [Variable(unary.Operand)]
            : [Value(unary.Operand)],
        PostfixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.SuppressNullableWarningExpression) ? [Value(unary.Operand)] : [Variable(unary.Operand)],
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression or (int)SyntaxKind.AsExpression } test => [Value(test.Left)],
        BinaryExpressionSyntax binary when TupleComparison.Is(binary, context) => [.. TupleComparison.Elements(binary, context)],
        BinaryExpressionSyntax binary => [new(binary.Left, KindOfLeft(binary, context)), Value(binary.Right)],
        IsPatternExpressionSyntax test => [Value(test.Expression)],
        MemberAccessExpressionSyntax access => [Receivers.Of(access.Expression, context)],
        ElementAccessExpressionSyntax access => [Receivers.Of(access.Expression, context), .. Arguments(access.ArgumentList, context)],
        ElementBindingExpressionSyntax binding => Arguments(binding.ArgumentList, context),
        InvocationExpressionSyntax call => [.. Receivers.OfCall(call, context), .. Arguments(call.ArgumentList, context)],
        BaseObjectCreationExpressionSyntax creation => Arguments(creation.ArgumentList, context),
        AnonymousObjectCreationExpressionSyntax creation => [.. creation.Initializers.Select(i => Value(i.Expression))],
        ArrayCreationExpressionSyntax creation => [.. Sizes(creation.Type), .. Elements(creation.Initializer)],
        ImplicitArrayCreationExpressionSyntax creation => [.. Elements(creation.Initializer)],
        StackAllocArrayCreationExpressionSyntax creation => [.. Sizes(creation.Type as ArrayTypeSyntax), .. Elements(creation.Initializer)],
        ImplicitStackAllocArrayCreationExpressionSyntax creation => [.. Elements(creation.Initializer)],
        InitializerExpressionSyntax initializer => [.. Elements(initializer)],
        CollectionExpressionSyntax collection => [.. collection.Elements.Select(e => Value(e is ExpressionElementSyntax element ? element.Expression : ((SpreadElementSyntax)e).Expression))],
        TupleExpressionSyntax tuple => [.. tuple.Arguments.Select(a => Value(a.Expression))],
        RangeExpressionSyntax range => [.. new[] { range.LeftOperand, range.RightOperand }.Where(o => o is not null).Select(o => Value(o!))],
        ThrowExpressionSyntax thrown => [Value(thrown.Expression)],
        QueryExpressionSyntax query => [Value(query.FromClause.Expression), .. Joins(query.Body)],
        _ => null,
    };

    public static IReadOnlyList<Operand> Arguments(BaseArgumentListSyntax? list, LoweringContext context)
    {
        if (list is null)
            return [];
        return [.. list.Arguments.Select(argument => new Operand(argument.Expression, IsByReference(argument, context) ? OperandKind.Variable : OperandKind.Value))];
    }

    private static Operand Value(ExpressionSyntax expression) => new(expression, OperandKind.Value);

    private static Operand Variable(ExpressionSyntax expression) => new(expression, OperandKind.Variable);

    private static IEnumerable<Operand> Sizes(ArrayTypeSyntax? type) =>
        type is null ? [] : type.RankSpecifiers.SelectMany(rank => rank.Sizes).Where(size => size is not OmittedArraySizeExpressionSyntax).Select(Value);

    private static IEnumerable<Operand> Elements(InitializerExpressionSyntax? initializer) => initializer is null
        ? []
        : initializer.Expressions.SelectMany(e => e is InitializerExpressionSyntax inner ? Elements(inner) : [Value(e)]);

    private static IEnumerable<Operand> Joins(QueryBodySyntax? body)
    {
        for (; body is not null; body = body.Continuation?.Body)
        {
            foreach (var join in body.Clauses.OfType<JoinClauseSyntax>())
                yield return Value(join.InExpression);
        }
    }

    /// <summary>Whether the argument is passed by reference, be it written or because an <c>in</c> parameter is given a variable of its type.</summary>
    private static bool IsByReference(ArgumentSyntax argument, LoweringContext context) =>
        !argument.RefKindKeyword.IsKind(SyntaxKind.None)
        || Lvalue.IsPassedReadOnly(argument.Expression, context) && Lvalue.IsVariable(argument.Expression, context);

    /// <summary>Whether an operator takes its left operand by reference: a variable of its <c>in</c> parameter's type.</summary>
    public static bool IsByReference(ExpressionSyntax left, ISymbol? symbol, LoweringContext context) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator, Parameters: [{ RefKind: RefKind.In } parameter, _] }
        && SymbolEqualityComparer.Default.Equals(context.Model.GetTypeInfo(left).Type, parameter.Type)
        && Lvalue.IsVariable(left, context);

    private static OperandKind KindOfLeft(BinaryExpressionSyntax binary, LoweringContext context) =>
        IsConcatenation(binary, context) ? OperandKind.Text
        : IsByReference(binary.Left, context.Model.GetSymbolInfo(binary).Symbol, context) ? OperandKind.Variable
        : OperandKind.Value;

    private static bool IsConcatenation(BinaryExpressionSyntax binary, LoweringContext context) =>
        binary.IsKind(SyntaxKind.AddExpression)
        && context.Model.GetSymbolInfo(binary).Symbol is IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String };
}
