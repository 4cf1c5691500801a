namespace CoroGen;

/// <content>Looking into a loop.</content>
public sealed partial class EventLoop
{
    /// <summary>
    /// Writes all coroutines that are alive, in the order of their launches: each with why it is suspended, and its chain of calls with the source lines and
    /// the variables that are still needed. Then those who wait for each other. It changes nothing, and runs no code of the user's but the writer's.
    /// </summary>
    /// <remarks>To be called on the loop's thread, or while the loop does not run.</remarks>
    /// <exception cref="InvalidOperationException">The loop is running on another thread: let it do this with <see cref="Post"/>.</exception>
    public void Dump(TextWriter writer)
    {
        Guard.NotNull(writer);
        VerifyThread();
        new LoopDump(writer, _clock).Write([.. _live.All], this);
    }

    /// <summary>When a sleeping coroutine wakes, as a timestamp.</summary>
    internal long DeadlineOf(Coroutine task) => _timers.DeadlineOf(task);
}
