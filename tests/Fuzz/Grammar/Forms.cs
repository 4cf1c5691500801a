using CoroGen.Fuzz.Programs;

namespace CoroGen.Fuzz.Grammar;

/// <summary>A production: a form of the language and how its holes are filled.</summary>
/// <param name="Name">What the coverage calls it.</param>
/// <param name="Type">The type of the expression.</param>
/// <param name="Weight">How often it is chosen.</param>
/// <param name="Make">Fills the holes, from left to right; null when the form is not possible here.</param>
public sealed record ExpressionForm(string Name, CsType Type, int Weight, Func<ProgramGenerator, Template?> Make)
{
    /// <summary>Whether the natural type is <see cref="Type"/>.</summary>
    public bool IsExact { get; init; } = true;

    /// <summary>Whether it is a coroutine's call: possible only where one may suspend.</summary>
    public bool IsCall { get; init; }

    /// <summary>Whether it may end without a value more often than it has one: it is chosen where that is no waste.</summary>
    public bool IsStatement { get; init; }
}

/// <summary>A production of a statement.</summary>
/// <param name="Name">What the coverage calls it.</param>
/// <param name="Weight">How often it is chosen.</param>
/// <param name="Make">Fills the holes; null when the form is not possible here.</param>
public sealed record StatementForm(string Name, int Weight, Func<ProgramGenerator, Template?> Make)
{
    /// <summary>Whether it is a coroutine's call.</summary>
    public bool IsCall { get; init; }
}

/// <summary>All productions.</summary>
public static class Forms
{
    public static readonly IReadOnlyList<ExpressionForm> Expressions =
    [
        .. OperatorForms.All, .. ConversionForms.All, .. AssignmentForms.All, .. AccessForms.All, .. CallForms.All, .. ConditionalForms.All, .. CreationForms.All,
        .. PatternForms.All, .. CoroutineForms.Expressions, .. CoroutineFunctions.Expressions,
    ];

    public static readonly IReadOnlyList<StatementForm> Statements =
    [
        .. SimpleStatements.All, .. BranchStatements.All, .. LoopStatements.All, .. JumpStatements.All, .. ExceptionStatements.All, .. FunctionStatements.All,
        .. ScopeStatements.All, .. CoroutineForms.Statements, .. CoroutineFunctions.Statements,
    ];

    private static readonly ILookup<CsType, ExpressionForm> ByType = Expressions.ToLookup(form => form.Type);

    public static IReadOnlyList<ExpressionForm> Of(CsType type) => [.. ByType[type]];

    /// <summary>All names that the coverage counts.</summary>
    public static IEnumerable<string> Names => Expressions.Select(form => form.Name).Concat(Statements.Select(form => form.Name)).Concat(Lvalues.Names).Distinct();
}

/// <summary>Fills a hole when there is something for it.</summary>
internal static class Optional
{
    public static Template? Then<T>(this T? value, Func<T, Template?> make)
        where T : class => value is null ? null : make(value);
}
