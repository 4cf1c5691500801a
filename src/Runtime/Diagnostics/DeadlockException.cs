namespace CoroGen;

/// <summary>
/// Thrown by a call that runs a loop when the coroutine it runs for can never go on: it waits, directly or not, for itself (two locks taken in
/// opposite order, two coroutines that await each other).
/// </summary>
public class DeadlockException : InvalidOperationException
{
    /// <summary>Makes one with a default message.</summary>
    public DeadlockException()
        : this("The coroutines wait for each other.")
    {
    }

    /// <summary>Makes one with a message.</summary>
    public DeadlockException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and a cause.</summary>
    public DeadlockException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
