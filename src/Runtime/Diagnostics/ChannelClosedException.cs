namespace CoroGen;

/// <summary>
/// Thrown to those who send to a <see cref="CoChannel{T}"/> that is closed, and to those who receive from it when nothing is left in it. When it was closed
/// because of an error, that is the <see cref="Exception.InnerException"/>.
/// </summary>
public class ChannelClosedException : InvalidOperationException
{
    /// <summary>Makes one with a default message.</summary>
    public ChannelClosedException()
        : this("The channel is closed.")
    {
    }

    /// <summary>Makes one with a message.</summary>
    public ChannelClosedException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and a cause.</summary>
    public ChannelClosedException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
