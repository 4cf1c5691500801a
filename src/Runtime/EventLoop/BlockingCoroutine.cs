using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>
/// Stands for plain code that uses a blocking handle: it waits in queues and holds locks as a coroutine does, but its code is on the caller's stack.
/// </summary>
internal sealed class BlockingCoroutine : Coroutine
{
    private static readonly FrameInfo PlainCode = new("plain code", "");

    private bool _hasResumed;
    private bool _waitsForGrant;

    public BlockingCoroutine(EventLoop loop)
        : base(PlainCode) => SetLaunched(loop);

    /// <summary>Before the loop is driven until this coroutine goes on.</summary>
    public void BeginWait()
    {
        Leaf = this;
        _hasResumed = false;
        _waitsForGrant = Queue is not null;
    }

    /// <summary>Leaves nothing behind of a wait that was not satisfied. What has been granted already (a lock handed over) is taken.</summary>
    public void GiveUpWait()
    {
        if (_hasResumed)
            return;
        if (TimerPlace != 0)
            Loop.RemoveTimer(this);
        else if (Queue is null)
        {
            Loop.RemoveReady(this);
            _hasResumed = _waitsForGrant;
        }
        else if (!Queue.Abandon(this))
            Queue.Remove(this);
        if (!_hasResumed)
            Thrown = null;
    }

    /// <summary>Takes the outcome of the wait.</summary>
    public void EndWait()
    {
        if (!_hasResumed)
            throw new OperationCanceledException("The loop was stopped while plain code was waiting on it.");
        CoroutineServices.End(new Co(this));
    }

    /// <inheritdoc/>
    protected override bool Resume(Co co)
    {
        _hasResumed = true;
        Loop.Unblock();
        return false;
    }

    /// <inheritdoc/>
    protected override void Clear()
    {
    }
}
