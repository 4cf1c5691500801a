using CoroGen.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers;

/// <summary>CORO205: a loop that does nothing but to sleep until something has changed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Polling() : BodyRule(DiagnosticDescriptors.Polling)
{
    private static readonly string[] Questions = ["Try", "Is", "Has", "Can", "Contains", "Exists", "Any", "Read", "Peek"];
    private static readonly string[] Clocks = ["DateTime", "DateTimeOffset", "Stopwatch", "TimeProvider", "Environment"];

    private protected override IEnumerable<Diagnostic> Check(CoroutineBody body, CancellationToken cancellation) =>
        from loop in body.Operations.OfType<ILoopOperation>()
        let condition = ConditionOf(loop)
        where condition is { ConstantValue.HasValue: false } && OnlyStatement(loop.Body) is { } wait && IsPolled(condition, wait)
        select At(loop.Syntax.GetFirstToken().GetLocation(), Facts.None, condition.Syntax);

    private static IOperation? ConditionOf(ILoopOperation loop) => loop switch
    {
        IWhileLoopOperation { Condition: var condition } => condition,
        IForLoopOperation { Before.IsEmpty: true, AtLoopBottom.IsEmpty: true, Condition: var condition } => condition,
        _ => null,
    };

    private static IInvocationOperation? OnlyStatement(IOperation body) => body switch
    {
        IBlockOperation { Operations: [var only] } => OnlyStatement(only),
        IExpressionStatementOperation { Operation: IInvocationOperation call } when Names.IsSystemCall(call, "Sleep", "Yield") => call,
        _ => null,
    };

    /// <summary>Whether somebody else changes the condition: it asks, and neither counts, nor steps on, nor reads a clock.</summary>
    private static bool IsPolled(IOperation condition, IInvocationOperation wait) => condition.DescendantsAndSelf().All(operation => operation switch
    {
        IAssignmentOperation or IIncrementOrDecrementOperation => false,
        IInvocationOperation call => wait.TargetMethod.Name == "Sleep" && !IsClock(call.TargetMethod) && Questions.Any(question => call.TargetMethod.Name.StartsWith(question, StringComparison.Ordinal)),
        IMemberReferenceOperation member => !IsClock(member.Member),
        _ => true,
    });

    private static bool IsClock(ISymbol member) => Clocks.Contains(member.ContainingType.Name);
}
