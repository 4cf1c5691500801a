namespace CoroGen;

/// <summary>Thrown by a reader when more has arrived than it may keep, and the end of what was asked for is not there: a line without an end. What there is can still be read.</summary>
public class ReadLimitException : IOException
{
    /// <summary>Makes one with a default message.</summary>
    public ReadLimitException()
        : this("There is more than the reader may keep.")
    {
    }

    /// <summary>Makes one with a message.</summary>
    public ReadLimitException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and a cause.</summary>
    public ReadLimitException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal ReadLimitException(int limit)
        : this($"What was asked for does not end within {limit} bytes.") => Limit = limit;

    /// <summary>How many bytes there may be.</summary>
    public int Limit { get; }
}
