namespace CoroGen;

/// <summary>
/// One of the things that <see cref="Co.Select"/> waits for. It is made once, and may be used by one select after the other, also together with other cases.
/// </summary>
/// <remarks>To be used on the loop's thread only.</remarks>
public abstract class SelectCase
{
    private StandIn? _standIn;
    private SelectWait? _ownWait;

    private protected SelectCase()
    {
    }

    /// <summary>The wait that it is part of, from its beginning to the step in which the coroutine goes on, and the case behind it there.</summary>
    internal SelectWait? Wait;
    internal SelectCase? Next;

    /// <summary>The object for waits in which this is the first case.</summary>
    internal SelectWait OwnWait => _ownWait ??= new SelectWait();

    /// <summary>See <see cref="WaitQueue.Description"/>.</summary>
    internal abstract string Description { get; }

    /// <summary>The only one who can make it possible; null when anybody might.</summary>
    internal virtual Coroutine? WaitsFor => null;

    /// <summary>Throws when the coroutine cannot wait for it. Changes nothing.</summary>
    internal abstract void Check(Coroutine waiter);

    /// <summary>Forgets what came of it the last time.</summary>
    internal virtual void Reset()
    {
    }

    /// <summary>Takes it, if that is possible at once.</summary>
    internal abstract bool TryTake(Coroutine waiter);

    /// <summary>Waits for it: puts the stand-in where it will be woken.</summary>
    private protected abstract void Enroll(StandIn standIn);

    /// <summary>Called when the stand-in was woken.</summary>
    private protected virtual void Collect(StandIn standIn)
    {
    }

    internal void Enroll(EventLoop loop)
    {
        _standIn ??= new StandIn(this);
        _standIn.SetLaunched(loop);
        Enroll(_standIn);
    }

    internal void Collect() => Collect(_standIn!);

    internal void Withdraw()
    {
        if (!_standIn!.Leave())
            _standIn = null;
    }
}
