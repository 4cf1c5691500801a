using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Lowering;

internal enum SuspensionKind
{
    None,
    SystemCall,
    Coroutine,
}

/// <summary>What makes a call with the handle a suspension point: an attribute of the method, or the type of the delegate.</summary>
internal static class WellKnownAttributes
{
    public const string Coroutine = "CoroGen.CoroutineAttribute";
    public const string SystemCall = "CoroGen.CompilerServices.SystemCallAttribute";

    /// <summary>What a call of the method does when it passes the handle: a coroutine's delegate is called like the coroutine.</summary>
    public static SuspensionKind SuspensionKindOf(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return CoroutineSymbols.IsCoroutineDelegate(method.ContainingType) ? SuspensionKind.Coroutine : SuspensionKind.None;
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        foreach (var attribute in definition.GetAttributes())
        {
            if (FullNames.Is(attribute.AttributeClass, Coroutine))
                return SuspensionKind.Coroutine;
            if (FullNames.Is(attribute.AttributeClass, SystemCall))
                return SuspensionKind.SystemCall;
        }

        return SuspensionKind.None;
    }
}
