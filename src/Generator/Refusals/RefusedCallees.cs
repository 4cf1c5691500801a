using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Generator.Refusals;

/// <summary>
/// Functions of this compilation that a coroutine cannot call with its handle, and for which an error is reported where they are declared:
/// the one error there says it all. The caller keeps its signatures only.
/// </summary>
internal static class RefusedCallees
{
    /// <summary>Whether the body calls a coroutine that gets no members at all, or none of its own types, or a function that takes a handle and is no coroutine.</summary>
    public static bool AreCalledIn(IOperation body, Compilation compilation, CancellationToken cancellation) =>
        body.Descendants().OfType<IInvocationOperation>().Select(call => call.TargetMethod)
            .Any(target => !target.DeclaringSyntaxReferences.IsEmpty && (NeedMark(target) || HasNoMembers(target, compilation, cancellation)));

    /// <summary>Whether CORO002 is reported for the method, of a type or inside a coroutine.</summary>
    public static bool NeedMark(IMethodSymbol target)
    {
        var definition = (target.ReducedFrom ?? target).OriginalDefinition;
        return !definition.DeclaringSyntaxReferences.IsEmpty
            && definition.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.LocalFunction
            && ExtensionBlocks.Handle(definition) is not null
            && WellKnownAttributes.SuspensionKindOf(definition) == SuspensionKind.None;
    }

    private static bool HasNoMembers(IMethodSymbol target, Compilation compilation, CancellationToken cancellation) =>
        target.MethodKind is not (MethodKind.LocalFunction or MethodKind.DelegateInvoke) && CoroutineSymbols.IsCoroutine(target)
        && (!SignatureRules.HasMembers(target.ReducedFrom ?? target, cancellation) || HeadErrors.Of((target.ReducedFrom ?? target).OriginalDefinition, compilation, cancellation) == HeadError.Own);
}
