namespace CoroGen;

/// <summary>
/// Reported, not thrown (see <see cref="EventLoopOptions.UnobservedError"/>), when a cancelled coroutine catches the exceptions of its suspensions again and again, and
/// goes on: such a loop would never end, and nobody else would run. From then on it takes a turn before each such exception.
/// </summary>
public class CancellationIgnoredException : InvalidOperationException
{
    /// <summary>Makes one with a default message.</summary>
    public CancellationIgnoredException()
        : this("A coroutine does not end, although it is cancelled.")
    {
    }

    /// <summary>Makes one with a message.</summary>
    public CancellationIgnoredException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and a cause.</summary>
    public CancellationIgnoredException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal CancellationIgnoredException(Coroutine coroutine, int times)
        : base($"The coroutine '{coroutine.Name}' is cancelled, and has caught the exceptions of {times} suspensions without ending, the last one {SuspensionPoint.Of(coroutine)}. "
            + "Let a CoroutineCanceledException pass; cleanup that has to wait stands in 'co.Shield'.") => Coroutine = coroutine;

    /// <summary>The coroutine.</summary>
    public Coroutine? Coroutine { get; }
}
