namespace CoroGen;

/// <summary>Thrown by a reader when the input ends before what was asked for. What there is can still be read.</summary>
public class IncompleteReadException : EndOfStreamException
{
    /// <summary>Makes one with a default message.</summary>
    public IncompleteReadException()
        : this("The input has ended too early.")
    {
    }

    /// <summary>Makes one with a message.</summary>
    public IncompleteReadException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and a cause.</summary>
    public IncompleteReadException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal IncompleteReadException(int available, int? expected = null)
        : this($"The input has ended after {available} bytes{(expected is null ? ", before the delimiter" : $", and {expected} were asked for")}.")
    {
        Available = available;
        Expected = expected;
    }

    /// <summary>How many bytes there are.</summary>
    public int Available { get; }

    /// <summary>How many were asked for; null when the end was not a number but a delimiter.</summary>
    public int? Expected { get; }
}
