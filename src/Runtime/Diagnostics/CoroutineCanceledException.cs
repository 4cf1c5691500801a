namespace CoroGen;

/// <summary>Thrown by the suspensions of a cancelled coroutine.</summary>
public class CoroutineCanceledException : OperationCanceledException
{
    /// <summary>Makes one with a default message.</summary>
    public CoroutineCanceledException()
        : this("The coroutine was canceled.")
    {
    }

    /// <summary>Makes one with a message.</summary>
    public CoroutineCanceledException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and a cause.</summary>
    public CoroutineCanceledException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal CoroutineCanceledException(Coroutine coroutine, string? reason, CancellationToken token)
        : base(reason is null ? $"The coroutine '{coroutine.Name}' was canceled." : $"The coroutine '{coroutine.Name}' was canceled: {reason}", token)
    {
        Coroutine = coroutine;
        Reason = reason;
    }

    /// <summary>The coroutine that was cancelled.</summary>
    public Coroutine? Coroutine { get; }

    /// <summary>The reason that was given to <see cref="Coroutine.Cancel"/>, or null.</summary>
    public string? Reason { get; }
}
