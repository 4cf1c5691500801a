using System.Collections.Immutable;
using System.Composition;
using CoroGen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.CodeFixes;

/// <summary>
/// CORO100: <c>task.Result</c> becomes <c>co.Await(task)</c>, <c>Task.WaitAll(a, b)</c> becomes <c>co.Await(Task.WhenAll(a, b))</c>. Not where the wait ends by time, or where somebody
/// waits for the <c>AggregateException</c> that <c>co.Await</c> does not throw.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitTaskFix)), Shared]
public sealed class AwaitTaskFix : CallFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticDescriptors.TaskWait.Id];

    private protected override IEnumerable<Func<ExpressionSyntax, ExpressionSyntax>> Rewrites(CallSite site)
    {
        if (IsGuarded(site.Call))
            yield break;
        switch (NameOf(site.Call))
        {
            case "Result":
            case "GetResult":
            case "Wait" when ArgumentsOf(site.Call).Count == 0:
                yield return call => site.OnHandle("Await", TaskIn(ReceiverOf(call)));
                break;
            case "Wait" when ArgumentsOf(site.Call) is [{ Expression: var token }] && site.Model.GetTypeInfo(token).Type?.Name == nameof(CancellationToken):
                yield return call => site.OnHandle("Await", Renamed(call, "WaitAsync"));
                break;
            case "WaitAll":
                yield return call => site.OnHandle("Await", Renamed(call, "WhenAll"));
                break;
            case "WaitAny" when site.IsStatement:
                yield return call => site.OnHandle("Await", Renamed(call, "WhenAny"));
                break;
            case "ToBlockingEnumerable" when site.Call.Parent is CommonForEachStatementSyntax && ArgumentsOf(site.Call).Count == 0:
                yield return ReceiverOf;
                break;
        }
    }

    /// <summary>The call with another name.</summary>
    internal static InvocationExpressionSyntax Renamed(ExpressionSyntax call, string name)
    {
        var invocation = (InvocationExpressionSyntax)call;
        var old = invocation.Expression is MemberAccessExpressionSyntax access ? access.Name : (SimpleNameSyntax)invocation.Expression;
        return invocation.ReplaceNode(old, old.WithIdentifier(SyntaxFactory.Identifier(old.Identifier.LeadingTrivia, name, old.Identifier.TrailingTrivia)));
    }

    private static string? NameOf(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    private static SeparatedSyntaxList<ArgumentSyntax> ArgumentsOf(ExpressionSyntax call) => call is InvocationExpressionSyntax invocation ? invocation.ArgumentList.Arguments : default;

    private static ExpressionSyntax ReceiverOf(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Expression,
        MemberAccessExpressionSyntax access => access.Expression,
        _ => call,
    };

    /// <summary>The task that a chain is about: <c>task.ConfigureAwait(false).GetAwaiter()</c>.</summary>
    private static ExpressionSyntax TaskIn(ExpressionSyntax receiver) => receiver switch
    {
        ParenthesizedExpressionSyntax inner => TaskIn(inner.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter" or "ConfigureAwait" } access } => TaskIn(access.Expression),
        _ => receiver,
    };

    private static bool IsGuarded(SyntaxNode call) => call.Ancestors().OfType<TryStatementSyntax>()
        .Where(statement => statement.Block.Span.Contains(call.Span))
        .SelectMany(statement => statement.Catches)
        .Any(handler => handler.ToString().Contains(nameof(AggregateException)));
}
