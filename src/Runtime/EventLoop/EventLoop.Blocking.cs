namespace CoroGen;

/// <content>Plain code as a coroutine: the blocking handle, and stepping by hand.</content>
public sealed partial class EventLoop
{
    [ThreadStatic]
    private static EventLoop? _ofThread;

    /// <summary>The loop whose blocking handle was taken last on this thread.</summary>
    [ThreadStatic]
    private static EventLoop? _blockingHere;

    private BlockingCoroutine? _blocking;

    /// <summary>
    /// The handle for plain code: coroutine methods called with it run on the caller's own stack. Each system call then blocks the calling thread
    /// until it is satisfied, and meanwhile runs the coroutines of this loop. Not for use inside a coroutine.
    /// </summary>
    /// <exception cref="InvalidOperationException">The loop is running on another thread.</exception>
    public Co Blocking
    {
        get
        {
            VerifyThread();
            if (_blocking is not { IsCancellationRequested: false })
                _blocking = new BlockingCoroutine(this);
            RenewBudget();
            _blockingHere = this;
            return new Co(_blocking);
        }
    }

    /// <summary>The blocking handle that plain code on this thread uses, for what is called without one.</summary>
    internal static Co BlockingInUse => _blockingHere is { _isDisposed: false, _blocking: { } task } ? new Co(task) : OfThread.Blocking;

    /// <summary>The loop that the calling code is on: the one that runs it, or the one whose blocking handle plain code has taken last on this thread; null when there is none.</summary>
    internal static EventLoop? OfCaller => _runningHere ?? (_blockingHere is { _isDisposed: false } loop ? loop : null);

    /// <summary>Whether the loop is one that <see cref="Coroutine.Step"/> has made.</summary>
    internal bool IsStepper { get; private set; }

    /// <summary>The loop of the calling thread, behind <see cref="Co.Blocking"/>.</summary>
    internal static EventLoop OfThread => _ofThread is { _isDisposed: false } loop ? loop : _ofThread = new EventLoop();

    /// <summary>A loop for a coroutine that is stepped by hand.</summary>
    internal static EventLoop ForStepping() => new() { IsStepper = true };

    /// <summary>Runs the loop until the plain code goes on; stops right there, even in the middle of a pass.</summary>
    /// <param name="task">The pseudo-coroutine of the plain code.</param>
    /// <param name="isItsTurn">Whether it takes a step before all others: its own was not over.</param>
    /// <returns>The error that has ended the run; null when the plain code goes on, or the loop was stopped.</returns>
    internal Exception? Block(BlockingCoroutine task, bool isItsTurn)
    {
        Enter(blocks: true);
        try
        {
            if (isItsTurn)
                ContinueStep(task);
            _target = task;
            Drive();
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Lets a coroutine take a step before all others, in the present pass.</summary>
    private void ContinueStep(Coroutine task)
    {
        _ready.EnqueueFirst(task);
        _goesOn = task;
        _isStepping = true;
    }

    /// <summary>Called when the pseudo-coroutine goes on.</summary>
    internal void Unblock() => _break = true;

    /// <summary>Takes back that a coroutine is ready. Only for the pseudo-coroutine, whose wait may be given up at any time.</summary>
    internal void RemoveReady(Coroutine task)
    {
        var place = _ready.Remove(task);
        if (place >= 0 && place < PassLeft)
            _passEnd--;
    }

    /// <summary>Runs until a coroutine has taken one step.</summary>
    internal void StepByHand(Coroutine task)
    {
        Enter(blocks: false);
        try
        {
            _target = task;
            do
            {
                if (PassLeft == 0)
                    BeginPass(mayWait: true);
                RunPass(1);
            }
            while (_ready.Current != task && !_break);
        }
        finally
        {
            Leave();
        }
        if (task.IsDone)
            ThrowUnobserved();
    }
}
