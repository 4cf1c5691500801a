using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator.Lowering;

/// <summary>What happens to a syntax kind when a suspension stands inside it.</summary>
internal abstract record Support
{
    private Support()
    {
    }

    /// <summary>It is rewritten by a file of its own, or as an ordinary sequence of operands.</summary>
    public sealed record Lowered : Support;

    /// <summary>It can contain no suspension of this method: copied.</summary>
    public sealed record Verbatim : Support;

    /// <summary>It is an error on the user's line, with what to do instead.</summary>
    public sealed record Refused(string Advice) : Support;
}

/// <summary>The one table of what is supported: every kind of statement, expression and pattern of the language is in it.</summary>
internal static class SupportTable
{
    private static readonly Support s_lowered = new Support.Lowered();
    private static readonly Support s_verbatim = new Support.Verbatim();

    /// <summary>What is supported of the kind. A kind that a later language adds is refused by its name.</summary>
    public static Support Of(SyntaxKind kind) =>
        s_table.TryGetValue(kind, out var support) ? support : new Support.Refused("this version of CoroGen does not know the form: write it another way");

    public static IEnumerable<SyntaxKind> Kinds => s_table.Keys;

    /// <summary>A name of the form that a user understands.</summary>
    public static string NameOf(SyntaxNode node) => node.Kind() switch
    {
        SyntaxKind.FixedStatement => "'fixed'",
        SyntaxKind.LockStatement => "'lock'",
        SyntaxKind.ForEachStatement or SyntaxKind.ForEachVariableStatement => "this 'foreach'",
        var kind => $"this form ({kind})",
    };

    private static Dictionary<SyntaxKind, Support> Build()
    {
        var table = new Dictionary<SyntaxKind, Support>();
        Add(table, s_lowered, LoweredStatements);
        Add(table, s_lowered, LoweredExpressions);
        Add(table, s_verbatim, Verbatim);
        foreach (var (kind, advice) in Refused)
            table.Add(kind, new Support.Refused(advice));
        return table;
    }

    private static void Add(Dictionary<SyntaxKind, Support> table, Support support, IEnumerable<SyntaxKind> kinds)
    {
        foreach (var kind in kinds)
            table.Add(kind, support);
    }

    private static readonly SyntaxKind[] LoweredStatements =
    [
        SyntaxKind.Block, SyntaxKind.LocalDeclarationStatement, SyntaxKind.ExpressionStatement, SyntaxKind.IfStatement, SyntaxKind.WhileStatement,
        SyntaxKind.DoStatement, SyntaxKind.ForStatement, SyntaxKind.ForEachStatement, SyntaxKind.ForEachVariableStatement, SyntaxKind.SwitchStatement,
        SyntaxKind.TryStatement, SyntaxKind.UsingStatement, SyntaxKind.LockStatement, SyntaxKind.CheckedStatement, SyntaxKind.UncheckedStatement,
        SyntaxKind.UnsafeStatement, SyntaxKind.FixedStatement, SyntaxKind.LabeledStatement, SyntaxKind.ReturnStatement, SyntaxKind.ThrowStatement,
    ];

    private static readonly SyntaxKind[] LoweredExpressions =
    [
        SyntaxKind.InvocationExpression, SyntaxKind.ParenthesizedExpression, SyntaxKind.CastExpression, SyntaxKind.SimpleMemberAccessExpression,
        SyntaxKind.ElementAccessExpression, SyntaxKind.ElementBindingExpression, SyntaxKind.ImplicitElementAccess,
        SyntaxKind.ConditionalAccessExpression, SyntaxKind.ConditionalExpression, SyntaxKind.CoalesceExpression,
        SyntaxKind.AddExpression, SyntaxKind.SubtractExpression, SyntaxKind.MultiplyExpression, SyntaxKind.DivideExpression, SyntaxKind.ModuloExpression,
        SyntaxKind.LeftShiftExpression, SyntaxKind.RightShiftExpression, SyntaxKind.UnsignedRightShiftExpression,
        SyntaxKind.LogicalAndExpression, SyntaxKind.LogicalOrExpression, SyntaxKind.BitwiseAndExpression, SyntaxKind.BitwiseOrExpression, SyntaxKind.ExclusiveOrExpression,
        SyntaxKind.EqualsExpression, SyntaxKind.NotEqualsExpression, SyntaxKind.LessThanExpression, SyntaxKind.LessThanOrEqualExpression,
        SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.IsExpression, SyntaxKind.AsExpression, SyntaxKind.IsPatternExpression,
        SyntaxKind.UnaryPlusExpression, SyntaxKind.UnaryMinusExpression, SyntaxKind.BitwiseNotExpression, SyntaxKind.LogicalNotExpression, SyntaxKind.IndexExpression,
        SyntaxKind.PreIncrementExpression, SyntaxKind.PreDecrementExpression, SyntaxKind.PostIncrementExpression, SyntaxKind.PostDecrementExpression,
        SyntaxKind.SuppressNullableWarningExpression, SyntaxKind.RangeExpression,
        SyntaxKind.SimpleAssignmentExpression, SyntaxKind.AddAssignmentExpression, SyntaxKind.SubtractAssignmentExpression, SyntaxKind.MultiplyAssignmentExpression,
        SyntaxKind.DivideAssignmentExpression, SyntaxKind.ModuloAssignmentExpression, SyntaxKind.AndAssignmentExpression, SyntaxKind.ExclusiveOrAssignmentExpression,
        SyntaxKind.OrAssignmentExpression, SyntaxKind.LeftShiftAssignmentExpression, SyntaxKind.RightShiftAssignmentExpression,
        SyntaxKind.UnsignedRightShiftAssignmentExpression, SyntaxKind.CoalesceAssignmentExpression,
        SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression, SyntaxKind.AnonymousObjectCreationExpression,
        SyntaxKind.ArrayCreationExpression, SyntaxKind.ImplicitArrayCreationExpression, SyntaxKind.StackAllocArrayCreationExpression, SyntaxKind.ImplicitStackAllocArrayCreationExpression, SyntaxKind.ArrayInitializerExpression,
        SyntaxKind.ObjectInitializerExpression, SyntaxKind.CollectionInitializerExpression, SyntaxKind.ComplexElementInitializerExpression,
        SyntaxKind.WithExpression, SyntaxKind.WithInitializerExpression, SyntaxKind.TupleExpression, SyntaxKind.CollectionExpression,
        SyntaxKind.InterpolatedStringExpression, SyntaxKind.SwitchExpression, SyntaxKind.ThrowExpression, SyntaxKind.CheckedExpression, SyntaxKind.UncheckedExpression,
        SyntaxKind.QueryExpression, SyntaxKind.RefExpression, SyntaxKind.AddressOfExpression, SyntaxKind.PointerIndirectionExpression, SyntaxKind.PointerMemberAccessExpression,
    ];

    private static readonly SyntaxKind[] Verbatim =
    [
        SyntaxKind.EmptyStatement, SyntaxKind.BreakStatement, SyntaxKind.ContinueStatement, SyntaxKind.GotoStatement, SyntaxKind.GotoCaseStatement,
        SyntaxKind.GotoDefaultStatement, SyntaxKind.LocalFunctionStatement,
        SyntaxKind.IdentifierName, SyntaxKind.GenericName, SyntaxKind.QualifiedName, SyntaxKind.AliasQualifiedName, SyntaxKind.PredefinedType,
        SyntaxKind.ArrayType, SyntaxKind.NullableType, SyntaxKind.PointerType, SyntaxKind.FunctionPointerType, SyntaxKind.TupleType, SyntaxKind.RefType, SyntaxKind.ScopedType,
        SyntaxKind.OmittedTypeArgument, SyntaxKind.ThisExpression, SyntaxKind.BaseExpression, SyntaxKind.MemberBindingExpression, SyntaxKind.ArgListExpression,
        SyntaxKind.NumericLiteralExpression, SyntaxKind.StringLiteralExpression, SyntaxKind.Utf8StringLiteralExpression, SyntaxKind.CharacterLiteralExpression,
        SyntaxKind.TrueLiteralExpression, SyntaxKind.FalseLiteralExpression, SyntaxKind.NullLiteralExpression, SyntaxKind.DefaultLiteralExpression,
        SyntaxKind.DefaultExpression, SyntaxKind.TypeOfExpression, SyntaxKind.SizeOfExpression, SyntaxKind.DeclarationExpression, SyntaxKind.FieldExpression,
        SyntaxKind.SimpleLambdaExpression, SyntaxKind.ParenthesizedLambdaExpression, SyntaxKind.AnonymousMethodExpression, SyntaxKind.OmittedArraySizeExpression,
        SyntaxKind.ConstantPattern, SyntaxKind.DeclarationPattern, SyntaxKind.VarPattern, SyntaxKind.DiscardPattern, SyntaxKind.RecursivePattern, SyntaxKind.RelationalPattern,
        SyntaxKind.TypePattern, SyntaxKind.AndPattern, SyntaxKind.OrPattern, SyntaxKind.NotPattern, SyntaxKind.ParenthesizedPattern, SyntaxKind.ListPattern, SyntaxKind.SlicePattern,
    ];

    private static readonly (SyntaxKind Kind, string Advice)[] Refused =
    [
        (SyntaxKind.YieldReturnStatement, "a coroutine is no iterator"),
        (SyntaxKind.YieldBreakStatement, "a coroutine is no iterator"),
        (SyntaxKind.GlobalStatement, "write a method of a class"),
        (SyntaxKind.AwaitExpression, "use 'co.Await'"),
        (SyntaxKind.MakeRefExpression, "a typed reference does not survive a suspension"),
        (SyntaxKind.RefTypeExpression, "a typed reference does not survive a suspension"),
        (SyntaxKind.RefValueExpression, "a typed reference does not survive a suspension"),
    ];

    // Made of the arrays above, so it stands below them.
    private static readonly Dictionary<SyntaxKind, Support> s_table = Build();
}
