using System.Collections.Immutable;
using System.Composition;
using CoroGen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.CodeFixes;

/// <summary>CORO115: <c>loop.Run(Cook())</c> becomes <c>co.Await(Cook())</c>, and a blocking handle becomes the coroutine's own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HandleFix)), Shared]
public sealed class HandleFix : CallFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticDescriptors.LoopInCoroutine.Id];

    private protected override IEnumerable<Func<ExpressionSyntax, ExpressionSyntax>> Rewrites(CallSite site)
    {
        switch (site.Member)
        {
            case IMethodSymbol { Name: "Run", ContainingType.Name: "EventLoop", Parameters.Length: 1 }:
                yield return call => site.OnHandle("Await", ((InvocationExpressionSyntax)call).ArgumentList.Arguments[0].Expression);
                break;
            case IPropertySymbol { Name: "Blocking", ContainingType.Name: "EventLoop" or "Co" }:
                yield return _ => SyntaxFactory.IdentifierName(site.Handle);
                break;
        }
    }
}
