namespace CoroGen;

/// <summary>How an <see cref="EventLoop"/> behaves.</summary>
public sealed class EventLoopOptions
{
    /// <summary>Where the loop takes the time from: the system's clock unless told otherwise. With <see cref="VirtualTime"/> nothing waits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Shuffles, in each pass, the order in which the ready coroutines take their steps: the same seed and the same inputs give the same order, another seed another.
    /// Null: first come, first served. It finds code that relies on an order that nobody has promised; locks, semaphores and channels stay fair all the same.
    /// <see cref="Testing.Schedules"/> tries many seeds.
    /// </summary>
    public int? Seed { get; init; }

    /// <summary>Told of each step when it is over, on the loop's thread. It costs time at every step, and is meant for tests and tools.</summary>
    public Action<LoopStep>? Step { get; init; }

    /// <summary>
    /// How long a step may hold up the loop, on the loop's clock; null: as long as it likes. Longer ones are reported to <see cref="SlowStep"/>.
    /// </summary>
    public TimeSpan? SlowStepThreshold { get; init; }

    /// <summary>Told of each step that took longer than <see cref="SlowStepThreshold"/>, on the loop's thread. Without it such steps are written to the standard error output.</summary>
    public Action<LoopStep>? SlowStep { get; init; }

    /// <summary>
    /// Told of each error that nobody was waiting for: the coroutine and its exception, at the end of the pass in which it failed; or null and the
    /// exception of a posted action; or a cancelled coroutine that does not end, and a <see cref="CancellationIgnoredException"/>. Called on the loop's thread. Without it, the call that runs the loop throws such errors when it ends, except those
    /// that somebody has seen by then, and keeps them until then: a loop that runs for long should have it.
    /// </summary>
    public Action<Coroutine?, Exception>? UnobservedError { get; init; }

    /// <summary>
    /// How much work <c>co.Offload</c> has under way on the thread pool at most; the rest waits, first come, first served. Unless told otherwise, four more than the machine has
    /// processors, but no more than 32. Must be positive.
    /// </summary>
    public int OffloadLimit { get; init; } = Math.Min(32, Environment.ProcessorCount + 4);

    /// <summary>How the loop asks the system which sockets are ready. Unless told otherwise, as suits the system best.</summary>
    public PollerKind Poller { get; init; }

    /// <summary>
    /// How long <see cref="EventLoop.Dispose"/> waits for the coroutines that are left to end, on the loop's clock and on the system's, whichever is first: 30 seconds unless told
    /// otherwise. Then it throws a <see cref="ShutdownTimeoutException"/>, which says who has not ended and where. <see cref="Timeout.InfiniteTimeSpan"/>: without a limit.
    /// </summary>
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether the first signal that asks the process to end (Ctrl+C, SIGTERM) cancels all coroutines of the loop instead, in the order of their launches, except those in a
    /// <c>co.Shield</c>, and the plain code that waits with a blocking handle; so that <c>finally</c> blocks run. The second signal ends the process as usual.
    /// Signals are listened for from the loop's first run on, as long as coroutines are alive in it.
    /// </summary>
    /// <remarks>On runtimes older than .NET 6 that is Ctrl+C only.</remarks>
    public bool EndOnSignals { get; init; }
}
