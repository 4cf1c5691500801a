using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CoroGen.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>The locks of the thread that a body holds at a suspension, on some way there.</summary>
internal static class HeldLocks
{
    private static readonly ConditionalWeakTable<CoroutineBody, IReadOnlyDictionary<SyntaxNode, IInvocationOperation>> s_known = new();

    /// <summary>Each call that takes a lock, with the first suspension at which that is still held.</summary>
    public static IReadOnlyDictionary<SyntaxNode, IInvocationOperation> AcrossSuspensions(CoroutineBody body) => s_known.GetValue(body, Find);

    private static IReadOnlyDictionary<SyntaxNode, IInvocationOperation> Find(CoroutineBody body)
    {
        var found = new Dictionary<SyntaxNode, IInvocationOperation>();
        if (body.Calls.Any(call => ThreadLocks.TakenBy(call) is not null) && body.Graph is { } graph)
            new FlowSet<ThreadLock>(graph, Step, Assume).Walk([]);
        return found;

        ImmutableHashSet<ThreadLock> Step(IOperation operation, ImmutableHashSet<ThreadLock> held)
        {
            if (operation is not IInvocationOperation call)
                return held;
            if (body.IsSuspension(call))
            {
                foreach (var one in held.Where(one => !found.TryGetValue(one.Taken, out var first) || call.Syntax.SpanStart < first.Syntax.SpanStart))
                    found[one.Taken] = call;
            }

            if (ThreadLocks.ReleasedBy(call) is { } release)
                return held.Except(held.Where(one => release.Kinds.Contains(one.Kind) && (one.What is null || release.What is null || SymbolEqualityComparer.Default.Equals(one.What, release.What))));
            return ThreadLocks.TakenBy(call) is { } taken && (taken.Flag is not null || !ThreadLocks.MayFail(call)) ? held.Add(taken) : held;
        }
    }

    /// <summary>A lock whose flag is not set was not taken; one whose taking is the condition was, where that came to true.</summary>
    private static ImmutableHashSet<ThreadLock> Assume(IOperation condition, bool value, ImmutableHashSet<ThreadLock> held) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Assume(not.Operand, !value, held),
        ILocalReferenceOperation flag when !value => held.Except(held.Where(one => SymbolEqualityComparer.Default.Equals(one.Flag, flag.Local))),
        IInvocationOperation call when value && ThreadLocks.MayFail(call) && ThreadLocks.TakenBy(call) is { } taken => held.Add(taken),
        _ => held,
    };
}
