using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Discovery;

/// <summary>Numbers overloads in the order of their declaration, for frames and files: <c>Prepare</c>, <c>Prepare_2</c> …</summary>
internal static class UniqueNames
{
    public static string Of(IMethodSymbol method)
    {
        var type = method.ContainingType;
        var name = CoroutineSymbols.SimpleName(method);
        var declared = method.PartialDefinitionPart ?? method;
        var index = CoroutineSymbols.CoroutinesNamed(type, name).TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, declared)).Count();
        var unique = name;
        for (var number = 2; index > 0; number++)
        {
            unique = name + "_" + number.ToString(CultureInfo.InvariantCulture);
            if (!CoroutineSymbols.CoroutinesNamed(type, unique).Any())
                index--;
        }

        return unique;
    }
}
