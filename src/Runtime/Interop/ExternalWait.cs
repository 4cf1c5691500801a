namespace CoroGen;

/// <summary>
/// A wait that something outside of the loop ends, on any thread, exactly once: whoever comes first, the completion or a cancel, wins.
/// </summary>
internal sealed class ExternalWait : WaitQueue
{
    private const int Pending = 0;
    private const int Completing = 1;
    private const int Completed = 2;
    private const int Abandoned = 3;

    private readonly EventLoop _loop;
    private readonly Action? _abandoned;
    private int _state;

    /// <summary>Begins the wait. The loop counts it until it is completed or abandoned.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="abandoned">Called on the loop's thread when the wait is cancelled.</param>
    /// <param name="description">What is waited for.</param>
    public ExternalWait(EventLoop loop, Action? abandoned = null, string description = "a task or a callback")
        : base(description)
    {
        _loop = loop;
        _abandoned = abandoned;
        loop.ExternalWaits++;
    }

    /// <summary>Whether the outcome is there.</summary>
    public bool IsCompleted => Volatile.Read(ref _state) == Completed;

    /// <summary>Claims the completion. Who gets it stores the outcome and then calls <see cref="Complete"/>. Any thread.</summary>
    public bool TryBegin() => Interlocked.CompareExchange(ref _state, Completing, Pending) == Pending;

    /// <summary>Lets the coroutine go on. Any thread.</summary>
    public void Complete()
    {
        Volatile.Write(ref _state, Completed);
        try
        {
            _loop.Post(Wake);
        }
        catch (ObjectDisposedException)
        {
            // Nobody waits in a disposed loop.
        }
    }

    /// <summary>Claims and completes, when there is no outcome to store. Any thread.</summary>
    public void TryComplete()
    {
        if (TryBegin())
            Complete();
    }

    /// <summary>Gives the wait up, unless the completion was first: then its outcome has been handed over, and is not lost.</summary>
    public override bool Abandon(Coroutine task)
    {
        if (Interlocked.CompareExchange(ref _state, Abandoned, Pending) != Pending)
            return false;
        base.Abandon(task);
        _loop.ExternalWaits--;
        _abandoned?.Invoke();
        return true;
    }

    private void Wake()
    {
        _loop.ExternalWaits--;
        if (!IsEmpty)
            WakeFirst();
    }
}
