using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>
/// Stands for plain code that uses a blocking handle: it waits in queues and holds locks as a coroutine does, but its code is on the caller's stack.
/// </summary>
internal sealed class BlockingCoroutine : Coroutine, IPlainCode
{
    private static readonly FrameInfo PlainCode = new("plain code", "", "");

    private bool _hasResumed;
    private bool _waitsForGrant;

    public BlockingCoroutine(EventLoop loop)
        : base(PlainCode) => SetLaunched(loop);

    /// <inheritdoc/>
    public void Wait()
    {
        Leaf = this;
        Drive(isItsTurn: false);
        CoroutineServices.End(new Co(this));
    }

    /// <inheritdoc/>
    public void Call(Frame callee)
    {
        callee.Caller = this;
        Leaf = callee;
        Drive(isItsTurn: true);
    }

    /// <summary>Drives the loop until the plain code goes on. What ends the wait of a state machine that it has called too early is thrown there, as it is in plain code.</summary>
    private void Drive(bool isItsTurn)
    {
        do
        {
            _hasResumed = false;
            _waitsForGrant = Queue is not null;
            var error = TryDrive(isItsTurn);
            if (!_hasResumed)
                GiveUpWait(error);
            isItsTurn = true;
        }
        while (!_hasResumed && Leaf != this);
    }

    private Exception? TryDrive(bool isItsTurn)
    {
        try
        {
            return Loop.Block(this, isItsTurn);
        }
        catch (Exception e)
        {
            // Nothing can be run on this loop.
            Leaf = this;
            return e;
        }
    }

    /// <summary>Leaves nothing behind of a wait that was not satisfied. What has been granted already (a lock handed over) is taken.</summary>
    /// <param name="error">What ended the run of the loop; null when it was stopped.</param>
    private void GiveUpWait(Exception? error)
    {
        // Of a state machine that is ready nobody knows what it was waiting for.
        var isGranted = Queue is null && TimerPlace == 0 && (_waitsForGrant || Leaf != this);
        if (TimerPlace != 0)
            Loop.RemoveTimer(this);
        else if (Queue is null)
            Loop.RemoveReady(this);
        else if (!Queue.Abandon(this))
            Queue.Remove(this);
        if (error is not null)
            Thrown = error;
        else if (!isGranted)
            Thrown = new OperationCanceledException("The loop was stopped while plain code was waiting on it.");
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
