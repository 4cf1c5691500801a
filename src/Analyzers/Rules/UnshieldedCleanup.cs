using CoroGen.Analyzers.Blocking;
using CoroGen.Analyzers.Bodies;
using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers;

/// <summary>CORO207: what a cancelled coroutine waits for in a <c>finally</c>, or in a handler of its cancellation, throws again, unless it stands in a shield.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnshieldedCleanup() : BodyRule(DiagnosticDescriptors.UnshieldedCleanup)
{
    private protected override IEnumerable<Diagnostic> Check(CoroutineBody body, CancellationToken cancellation)
    {
        if (!body.Operations.Any(operation => operation is ITryOperation) || IsShield(body))
            yield break;
        var shielded = new ShieldedCalls(body.Compilation, cancellation);
        foreach (var operation in body.Operations)
        {
            if (operation is IInvocationOperation call)
            {
                if (body.IsSuspension(call) && !IsOperand(call, body) && PlaceOf(call, body) is { } place && !shielded.Contain(call.TargetMethod))
                    yield return At(Names.OfCall(call).GetLocation(), Facts.Of((Facts.Handle, CanBeMoved(call, body) ? body.Handle.Name : null)), call.Syntax, place, body.Handle.Name);
            }
            else if (operation is IForEachLoopOperation or IUsingOperation or IUsingDeclarationOperation && body.Suspensions.LanguageCallsOf(operation.Syntax) is { } calls && PlaceOf(operation, body) is { } around && UnshieldedOf(calls, shielded) is { } method)
            {
                yield return At(NamePlace.Of(operation), Facts.None, $"{method.ContainingType.Name}.{method.Name}", around, body.Handle.Name);
            }
        }
    }

    /// <summary>What <c>foreach</c> or <c>using</c> calls that does not wait in a cancelled coroutine.</summary>
    private static IMethodSymbol? UnshieldedOf(LanguageCalls calls, ShieldedCalls shielded) =>
        new[] { calls.MoveNext, calls.Dispose }.OfType<IMethodSymbol>().FirstOrDefault(method => !shielded.Contain(method));

    /// <summary>Whether the body is that of a lambda which a shield runs.</summary>
    private static bool IsShield(CoroutineBody body) =>
        body.Root.Parent is IAnonymousFunctionOperation { Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } } && ShieldMarks.On(call.TargetMethod);

    /// <summary>Whether another call needs its result, and is reported for both.</summary>
    private static bool IsOperand(IOperation call, CoroutineBody body)
    {
        for (var around = call.Parent; around is not null and not (IBlockOperation or IExpressionStatementOperation) && around != body.Root; around = around.Parent)
        {
            if (around is IInvocationOperation outer && body.IsSuspension(outer))
                return true;
        }

        return false;
    }

    private static string? PlaceOf(IOperation call, CoroutineBody body)
    {
        for (var (child, around) = (call, call.Parent); around is not null && child != body.Root; (child, around) = (around, around.Parent))
        {
            if (around is ITryOperation @try && @try.Finally == child)
                return "a 'finally'";
            if (around is ICatchClauseOperation clause && clause.Handler == child && Handlers.IsForCancellation(clause) && Handlers.CatchesCancellation(clause, body.Compilation))
                return "a handler of cancellation";
        }

        return null;
    }

    /// <summary>Whether the call can move into a lambda: it declares nothing, and uses no reference, ref struct, or <c>this</c> of a struct.</summary>
    private static bool CanBeMoved(IInvocationOperation call, CoroutineBody body) =>
        call.Syntax is InvocationExpressionSyntax { Parent: not ConditionalAccessExpressionSyntax }
        && call.Descendants().All(operation => operation switch
        {
            IDeclarationExpressionOperation or IDeclarationPatternOperation or IConditionalAccessInstanceOperation => false,
            ILocalReferenceOperation { Local: var local } => local.RefKind == RefKind.None && !local.Type.IsRefLikeType,
            IInstanceReferenceOperation => !body.Function.ContainingType.IsValueType,
            _ => CoroutineSymbols.IsHandle(operation.Type) || operation.Type is not { IsRefLikeType: true },
        });
}
