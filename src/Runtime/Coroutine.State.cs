using CoroGen.CompilerServices;

namespace CoroGen;

/// <content>What the loop and the primitives note on a coroutine. All of it belongs to the loop's thread.</content>
public abstract partial class Coroutine
{
    /// <summary>The loop that runs it; null before the launch.</summary>
    internal EventLoop Loop = null!;

    /// <summary>The innermost frame: where it goes on.</summary>
    internal Frame Leaf = null!;

    /// <summary>The nested frame that has just completed, for its caller to take the result from.</summary>
    internal Frame? Returned;

    /// <summary>The queue it waits in, at most one, and its neighbours there.</summary>
    internal WaitQueue? Queue;
    internal Coroutine? QueueNext;
    internal Coroutine? QueuePrevious;

    /// <summary>Its place in the loop's heap of timers, from 1; 0 when it does not sleep.</summary>
    internal int TimerPlace;

    /// <summary>Its place among the loop's live coroutines or, when it failed, among those whose error nobody has seen.</summary>
    internal int TablePlace;

    /// <summary>The first of those who wait for its end. Further ones are in <see cref="Rare"/>.</summary>
    internal Join? Joiner;

    /// <summary>The locks it holds.</summary>
    internal CoLock? HeldLocks;

    /// <summary>The group or shield that it belongs to, and what it launches; null for most.</summary>
    internal Scope? Scope;

    /// <summary>What few coroutines have.</summary>
    internal RareState? Rare;

    /// <summary>Whether it failed, and the loop keeps the error because nobody has seen it yet.</summary>
    internal bool IsUnobserved
    {
        get => Has(Mark.Unobserved);
        set => Set(Mark.Unobserved, value);
    }

    /// <summary>Whether somebody has seen the error, or will for certain.</summary>
    internal bool IsErrorSeen
    {
        get => Has(Mark.ErrorSeen);
        set => Set(Mark.ErrorSeen, value);
    }

    /// <summary>Whether a wait for its end has launched it: then a failure is that wait's, not its group's.</summary>
    internal bool IsLaunchedByWait
    {
        get => Has(Mark.LaunchedByWait);
        set => Set(Mark.LaunchedByWait, value);
    }

    private Mark _marks;
    private byte _status;

    /// <summary>In one byte, for there are many coroutines.</summary>
    [Flags]
    private enum Mark : byte
    {
        Unobserved = 1,
        ErrorSeen = 2,
        LaunchedByWait = 4,
    }

    /// <summary>What the suspension that has just ended threw; of an ended coroutine, what ended it.</summary>
    internal Exception? Thrown
    {
        get => Rare?.Thrown;
        set
        {
            if (value is not null)
                RareState.Thrown = value;
            else if (Rare is not null)
                Rare.Thrown = null;
        }
    }

    /// <summary>What it wants from the queue it waits in: permits of a semaphore.</summary>
    internal int Wanted
    {
        get => 1 + (Rare?.FurtherPermits ?? 0);
        set
        {
            if (value != Wanted)
                RareState.FurtherPermits = value - 1;
        }
    }

    internal RareState RareState => Rare ??= new RareState();

    /// <summary>Ends its wait in a queue: it goes on in the next pass.</summary>
    /// <param name="thrown">What its wait throws, or null.</param>
    internal virtual void Wake(Exception? thrown)
    {
        Thrown = thrown;
        Loop.MakeReady(this);
    }

    private bool Has(Mark mark) => (_marks & mark) != 0;

    private void Set(Mark mark, bool value) => _marks = value ? _marks | mark : _marks & ~mark;

    /// <summary>Notes that somebody has seen the error.</summary>
    internal void Observe()
    {
        IsErrorSeen |= IsDone;
        if (IsUnobserved)
            Loop.ForgetError(this);
    }

    internal void SetLaunched(EventLoop loop)
    {
        Loop = loop;
        Leaf = this;
        Status = CoroutineStatus.Running;
    }

    /// <summary>Ends it. An <see cref="OperationCanceledException"/> counts as its cancellation only when it was cancelled itself.</summary>
    internal void SetEnded(Exception? failure)
    {
        Thrown = failure;
        Returned = null;
        Leaf = null!;
        if (Rare is not null)
            Rare.End();
        Status = failure is null ? CoroutineStatus.Finished
            : IsCancellationRequested && failure is OperationCanceledException ? CoroutineStatus.Canceled
            : CoroutineStatus.Error;
        ClearReferences();
    }
}

/// <summary>What few coroutines have.</summary>
internal sealed class RareState
{
    /// <summary>All but the first of those who wait for the coroutine's end.</summary>
    public List<Join>? MoreJoiners;

    /// <inheritdoc cref="Coroutine.Thrown"/>
    public Exception? Thrown;

    /// <summary>How many permits it waits for beside the first.</summary>
    public int FurtherPermits;

    /// <summary>Where a channel finds what it sends, or puts what it receives, while it waits.</summary>
    public object? ChannelSlot;

    /// <summary>Whether it waits for a lock that it has to hold in any case: a cancel does not end that wait.</summary>
    public bool MustHaveLock;

    public CancellationTokenSource? Cancellation;

    public string? CancelReason;

    /// <summary>Whether it has caught its cancels so often that each further one waits for its turn.</summary>
    public bool IsStubborn;

    public TaskBridge? Bridge;

    /// <summary>The exception that is on its way through the coroutine's suspended calls.</summary>
    public PassingException? Passing;

    /// <summary>The tokens that cancel the coroutine.</summary>
    public List<CancellationTokenRegistration>? Tokens;

    /// <summary>Drops what is not needed after the coroutine's end.</summary>
    public void End()
    {
        Passing = null;
        Tokens?.ForEach(static token => token.Dispose());
        Tokens = null;
    }
}
