using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace CoroGen;

/// <summary>Checks of arguments, the same on all targets.</summary>
internal static class Guard
{
    public static void NotNull([NotNull] object? value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (value is null)
            throw new ArgumentNullException(name);
    }

    public static void Positive(int value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (value <= 0)
            throw new ArgumentOutOfRangeException(name, value, "It must be positive.");
    }
}
