using System.Collections.Immutable;
using System.Composition;
using CoroGen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.CodeFixes;

/// <summary>CORO101: <c>Thread.Sleep(100)</c> becomes <c>co.Sleep(100)</c>; what only gives way to other threads becomes <c>co.Yield()</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SleepFix)), Shared]
public sealed class SleepFix : CallFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticDescriptors.ThreadSleep.Id];

    private protected override IEnumerable<Func<ExpressionSyntax, ExpressionSyntax>> Rewrites(CallSite site)
    {
        if (site.Call is not InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } || !site.IsStatement)
            yield break;
        switch (site.Member?.Name)
        {
            case nameof(Thread.Sleep):
                yield return call => site.OnHandle("Sleep", ((InvocationExpressionSyntax)call).ArgumentList.Arguments[0].Expression);
                break;
            case nameof(Thread.Yield) or "SpinOnce" when arguments.Count == 0:
                yield return _ => site.OnHandle("Yield");
                break;
        }
    }
}
