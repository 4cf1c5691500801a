using System.Collections.Immutable;
using System.Composition;
using CoroGen.Analyzers;
using CoroGen.Analyzers.Blocking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace CoroGen.CodeFixes;

/// <summary>
/// CORO102 and CORO104 to CORO114: calls what does the same without blocking, <c>co.Await(File.ReadAllTextAsync(path))</c>, where it takes the same arguments and gives the same; else
/// runs the call on the thread pool, <c>co.Offload(() => File.Copy(a, b))</c>, where that means the same.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnblockFix)), Shared]
public sealed class UnblockFix : CallFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [.. DiagnosticDescriptors.Blocking
            .Except([DiagnosticDescriptors.TaskWait, DiagnosticDescriptors.ThreadSleep, DiagnosticDescriptors.ThreadLock, DiagnosticDescriptors.LoopInCoroutine])
            .Select(rule => rule.Id)];

    private protected override IEnumerable<Func<ExpressionSyntax, ExpressionSyntax>> Rewrites(CallSite site)
    {
        if (Replacement.Of(site.Facts) is { } replacement && site.Call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax or SimpleNameSyntax })
            yield return call => Replace(site, (InvocationExpressionSyntax)call, replacement);
        // A foreach waits for what comes asynchronously: File.ReadLines(path), File.ReadLinesAsync(path).
        if (site.Call is InvocationExpressionSyntax { Parent: CommonForEachStatementSyntax, Expression: MemberAccessExpressionSyntax or SimpleNameSyntax } && site.Member is { } member)
            yield return call => AwaitTaskFix.Renamed(call, member.Name + "Async");
        if (!BlockingCall.CanOffload(site.Facts) || !Offloading.Allows(site))
            yield break;
        if (site.Model.GetTypeInfo(site.Call).Type is { } type && Replacement.IsAwaitable(type))
            yield return static call => OnThreadPool(call);
        else
            yield return call => site.OnHandle("Offload", Work(call));
    }

    private static InvocationExpressionSyntax Replace(CallSite site, InvocationExpressionSyntax call, Replacement replacement)
    {
        var renamed = AwaitTaskFix.Renamed(call, replacement.Name);
        if (replacement.OtherType is { } type)
            renamed = renamed.WithExpression(SyntaxFactory.ParseExpression($"{type}.{replacement.Name}").WithAdditionalAnnotations(Simplifier.Annotation));
        return replacement.Kind switch
        {
            ReplacementKind.Awaitable => site.OnHandle("Await", renamed),
            ReplacementKind.Coroutine => renamed.WithArgumentList(WithHandle(renamed.ArgumentList, site.Handle)),
            _ => renamed,
        };
    }

    private static ArgumentListSyntax WithHandle(ArgumentListSyntax list, string handle) =>
        SyntaxFactory.ParseArgumentList(list.Arguments.Count == 0 ? $"({handle})" : $"({handle}, {list.Arguments.ToFullString()})").WithTriviaFrom(list);

    /// <summary>What returns a task cannot be offloaded: nobody would wait for it.</summary>
    private static InvocationExpressionSyntax OnThreadPool(ExpressionSyntax call) => SyntaxFactory.InvocationExpression(
        SyntaxFactory.ParseExpression("global::System.Threading.Tasks.Task.Run").WithAdditionalAnnotations(Simplifier.Annotation),
        SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(Work(call)))));

    private static ParenthesizedLambdaExpressionSyntax Work(ExpressionSyntax call) => SyntaxFactory.ParenthesizedLambdaExpression(call.WithoutTrivia())
        .WithArrowToken(SyntaxFactory.Token([SyntaxFactory.Space], SyntaxKind.EqualsGreaterThanToken, [SyntaxFactory.Space]));
}
