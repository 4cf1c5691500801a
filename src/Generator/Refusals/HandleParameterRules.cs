using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Refusals;

/// <summary>A coroutine has one handle, an ordinary parameter.</summary>
internal static class HandleParameterRules
{
    /// <summary>CORO001. An unknown type may be meant as the handle; the compiler reports it.</summary>
    public static IEnumerable<Refusal> Missing(CoroutineMethod method)
    {
        if (!method.Handles.Any() && !method.Symbol.Parameters.Any(p => HalfTyped.HasError(p.Type)))
            yield return new(Rules.MissingHandle, method.NameLocation, method.Name);
    }

    /// <summary>CORO003.</summary>
    public static IEnumerable<Refusal> Bad(CoroutineMethod method) =>
        method.Handles
            .Where((handle, index) => index > 0 || handle.RefKind != RefKind.None || handle.IsOptional)
            .Select(handle => new Refusal(Rules.BadHandle, method.ParameterSyntax(handle).GetLocation(), method.Name));
}
