using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace CoroGen.CompilerServices;

/// <summary>Stops a user-defined <c>&amp;&amp;</c> where it comes to its right operand. Generated code catches it in the same statement.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1032", Justification = "Nobody else makes one.")]
public sealed class RightOperandException : Exception
{
    internal RightOperandException()
    {
    }
}

public static partial class CoroutineServices
{
    /// <summary>Stands for the right operand of a user-defined <c>&amp;&amp;</c> that suspends in it: tells by an exception that it is needed.</summary>
    [DoesNotReturn]
    public static T RightOperand<T>() => throw new RightOperandException();
}
