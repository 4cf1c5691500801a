namespace CoroGen;

/// <summary>
/// Thrown by <see cref="EventLoop.Dispose"/> when coroutines have not ended within <see cref="EventLoopOptions.ShutdownGrace"/>. They never go on, not even to
/// their <c>finally</c> blocks; this exception is their error.
/// </summary>
public class ShutdownTimeoutException : TimeoutException
{
    /// <summary>Makes one with a default message.</summary>
    public ShutdownTimeoutException()
        : this("Not all coroutines have ended.")
    {
    }

    /// <summary>Makes one with a message.</summary>
    public ShutdownTimeoutException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and a cause.</summary>
    public ShutdownTimeoutException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal ShutdownTimeoutException(IReadOnlyList<Coroutine> coroutines, TimeSpan grace)
        : base($"The loop is disposed, and these coroutines have not ended within {grace}: {string.Join("; ", coroutines.Select(Describe))}.") => Coroutines = coroutines;

    /// <summary>Those that have not ended, in the order of their launches.</summary>
    public IReadOnlyList<Coroutine> Coroutines { get; } = [];

    private static string Describe(Coroutine coroutine) => $"'{coroutine.Name}', suspended {SuspensionPoint.Of(coroutine)}";
}
