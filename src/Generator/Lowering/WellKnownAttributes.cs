using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Lowering;

internal enum SuspensionKind
{
    None,
    SystemCall,
    Coroutine,
}

/// <summary>The attributes that make a method a suspension point.</summary>
internal static class WellKnownAttributes
{
    public const string Coroutine = "CoroGen.CoroutineAttribute";
    public const string SystemCall = "CoroGen.CompilerServices.SystemCallAttribute";

    public static SuspensionKind SuspensionKindOf(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        foreach (var attribute in definition.GetAttributes())
        {
            switch (attribute.AttributeClass?.ToDisplayString())
            {
                case Coroutine:
                    return SuspensionKind.Coroutine;
                case SystemCall:
                    return SuspensionKind.SystemCall;
            }
        }

        return SuspensionKind.None;
    }
}
