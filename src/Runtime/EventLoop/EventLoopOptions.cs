namespace CoroGen;

/// <summary>How an <see cref="EventLoop"/> behaves.</summary>
public sealed class EventLoopOptions
{
    /// <summary>Where the loop takes the time from: the system's clock unless told otherwise. With <see cref="VirtualTime"/> nothing waits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Told of each error that nobody was waiting for: the coroutine and its exception, at the end of the pass in which it failed; or null and the
    /// exception of a posted action. Called on the loop's thread. Without it, the call that runs the loop throws such errors when it ends, except those
    /// that somebody has seen by then, and keeps them until then: a loop that runs for long should have it.
    /// </summary>
    public Action<Coroutine?, Exception>? UnobservedError { get; init; }

    /// <summary>
    /// How much work <c>co.Offload</c> has under way on the thread pool at most; the rest waits, first come, first served. Unless told otherwise, four more than the machine has
    /// processors, but no more than 32. Must be positive.
    /// </summary>
    public int OffloadLimit { get; init; } = Math.Min(32, Environment.ProcessorCount + 4);
}
