using CoroGen.Analyzers.Bodies;
using CoroGen.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers;

/// <summary>CORO200: a lock that belongs to the thread is held, on some way, where the coroutine suspends: others run on that thread meanwhile, and the lock lets them in. A <c>lock</c> statement is CORO203's.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LockAcrossSuspension() : BodyRule(DiagnosticDescriptors.LockAcrossSuspension)
{
    private protected override IEnumerable<Diagnostic> Check(CoroutineBody body, CancellationToken cancellation)
    {
        var held = HeldLocks.AcrossSuspensions(body);
        return held.Count == 0 ? [] : body.Calls.Where(call => held.ContainsKey(call.Syntax)).Select(call =>
        {
            var suspension = held[call.Syntax].Syntax;
            var line = suspension.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            return Diagnostic.Create(Rule, Names.OfCall(call).GetLocation(), [suspension.GetLocation()], call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name, suspension, line);
        });
    }
}
