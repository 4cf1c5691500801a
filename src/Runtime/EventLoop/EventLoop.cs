using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace CoroGen;

/// <summary>
/// Runs coroutines, one at a time, on the thread that calls <see cref="Run(Coroutine)"/>, <see cref="RunUntilEmpty()"/> or <see cref="Tick"/>. When none can
/// go on, the thread sleeps until a timer is due, a socket is ready or something is posted; it uses no processor time meanwhile.
/// </summary>
/// <remarks>
/// A loop may be used by one thread at a time. Only <see cref="Post"/>, <see cref="Stop"/> and <see cref="SynchronizationContext"/> may be used on any thread at any time.
/// </remarks>
public sealed partial class EventLoop : IDisposable
{
    private readonly PostQueue _posts = new();
    private readonly LoopClock _clock;
    private readonly LoopContext _context;
#if NET
    private readonly LoopMetrics _metrics = new();
#endif
    private readonly Action<Coroutine?, Exception>? _unobservedError;

    /// <summary>All that have been launched and have not ended: this is what keeps them alive.</summary>
    private CoroutineTable _live = new();

    /// <summary>How many have been launched in all.</summary>
    private long _launched;

    /// <summary>The coroutine that the call under way runs for.</summary>
    private Coroutine? _target;

    /// <summary>Makes a loop on the system's clock.</summary>
    public EventLoop()
        : this(new EventLoopOptions())
    {
    }

    /// <summary>Makes a loop.</summary>
    public EventLoop(EventLoopOptions options)
    {
        Guard.NotNull(options);
        _clock = new LoopClock(options.TimeProvider, _posts);
        _context = new LoopContext(this, _posts);
        _unobservedError = options.UnobservedError;
        Guard.Positive(options.OffloadLimit);
        OffloadPermits = new CoSemaphore(options.OffloadLimit, options.OffloadLimit);
        Deadline.Check(options.ShutdownGrace);
        _grace = options.ShutdownGrace;
        _endsOnSignals = options.EndOnSignals;
        _observer = new StepObserver(options, _clock);
        _pollerKind = options.Poller;
    }

    /// <summary>The clock of the loop.</summary>
    public TimeProvider TimeProvider => _clock.Provider;

    /// <summary>
    /// The context that is the current one while the loop runs: what async code posts to it runs on the loop's thread, between two steps, in the order of the posts.
    /// So an async method that a coroutine starts comes back to the loop after each <c>await</c>, and what an <c>async void</c> method throws is reported as the
    /// error of a posted action is. May be used on any thread.
    /// </summary>
    /// <remarks>
    /// <see cref="RunUntilEmpty()"/> waits for <c>async void</c> methods that have begun there; of other async methods it knows nothing. After <see cref="Dispose"/> async
    /// code goes on on the thread pool. <see cref="SynchronizationContext.Send"/> blocks other threads until the loop has run the callback, and throws an
    /// <see cref="InvalidOperationException"/> inside a coroutine of another loop.
    /// </remarks>
    public SynchronizationContext SynchronizationContext => _context;

    /// <summary>For work on the thread pool.</summary>
    internal CoSemaphore OffloadPermits { get; }

    /// <summary>
    /// Launches a coroutine, unless it is launched already, and runs the loop until it has ended. What else is still alive then stays in the
    /// loop, and goes on when the loop runs again.
    /// </summary>
    /// <remarks>
    /// When <see cref="Stop"/> ends the run, it returns although the coroutine has not ended. When nothing can go on, the loop sleeps until something is
    /// posted, however long that takes; only when it is certain that the coroutine waits for itself it throws.
    /// </remarks>
    /// <exception cref="Exception">The coroutine's own exception; or errors of others, that nobody has seen: see <see cref="EventLoopOptions.UnobservedError"/>.</exception>
    /// <exception cref="InvalidOperationException">
    /// The loop is running, on this or another thread, or a coroutine is calling; or the coroutine belongs to another loop.
    /// </exception>
    /// <exception cref="DeadlockException">The coroutine waits for itself.</exception>
    [StackTraceHidden]
    public void Run(Coroutine coroutine) => Run(coroutine, CancellationToken.None);

    /// <summary>As <see cref="Run(Coroutine)"/>, and returns the coroutine's result.</summary>
    /// <exception cref="InvalidOperationException">Also: the loop was stopped before the coroutine ended.</exception>
    /// <inheritdoc cref="Run(Coroutine)"/>
    [StackTraceHidden]
    public T Run<T>(Coroutine<T> coroutine) => Run(coroutine, CancellationToken.None);

    /// <summary>Runs until no coroutine is alive, no <c>async void</c> method of the loop is under way, and nothing is posted, or until <see cref="Stop"/>.</summary>
    /// <exception cref="Exception">Errors that nobody has seen: see <see cref="EventLoopOptions.UnobservedError"/>.</exception>
    /// <exception cref="InvalidOperationException">The loop is running, on this or another thread, or a coroutine is calling.</exception>
    /// <exception cref="DeadlockException">Nothing can go on, and there are coroutines that wait for themselves.</exception>
    [StackTraceHidden]
    public void RunUntilEmpty() => RunUntilEmpty(CancellationToken.None);

    /// <summary>Makes one pass: runs once each what is ready now, and does not wait. For programs with a frame loop of their own.</summary>
    /// <returns>Whether coroutines are alive.</returns>
    /// <exception cref="Exception">Errors that nobody has seen: see <see cref="EventLoopOptions.UnobservedError"/>.</exception>
    /// <exception cref="InvalidOperationException">The loop is running, on this or another thread.</exception>
    public bool Tick()
    {
        Enter(blocks: false);
        try
        {
            if (PassLeft == 0)
                BeginPass(mayWait: false);
            RunPass(int.MaxValue);
        }
        finally
        {
            Leave();
        }
        ThrowUnobserved();
        return _live.Count > 0;
    }

    /// <summary>Launches a coroutine: its first step comes when the loop runs.</summary>
    /// <returns>The coroutine.</returns>
    /// <exception cref="InvalidOperationException">It is launched already, or the loop is running on another thread: then use <see cref="Post"/>.</exception>
    public Coroutine Schedule(Coroutine coroutine)
    {
        Guard.NotNull(coroutine);
        VerifyThread();
        Adopt(coroutine);
        return coroutine;
    }

    /// <inheritdoc cref="Schedule(Coroutine)"/>
    public Coroutine<T> Schedule<T>(Coroutine<T> coroutine)
    {
        Schedule((Coroutine)coroutine);
        return coroutine;
    }

    /// <summary>Lets the loop's thread do something at the beginning of a pass, in the order of the posts. May be called on any thread; wakes a sleeping loop.</summary>
    /// <exception cref="ObjectDisposedException">The loop is disposed.</exception>
    public void Post(Action action)
    {
        Guard.NotNull(action);
        _posts.Add(action);
    }

    /// <summary>
    /// Ends the run under way: after the present step when called on the loop's thread, else before the next pass. When none is under way, the
    /// next one ends before its first pass. What is alive stays in the loop. May be called on any thread.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The loop is disposed.</exception>
    public void Stop()
    {
        if (IsOnThisThread)
            _break = true;
        else
            Post(() => _break = true);
    }

    /// <summary>Launches a coroutine that has not been launched.</summary>
    /// <param name="coroutine">The coroutine.</param>
    /// <param name="scope">Where it belongs.</param>
    internal void Adopt(Coroutine coroutine, Scope? scope = null)
    {
        VerifyNew(coroutine);
        if (_isClosing && scope is not { IsShielded: true })
            ThrowClosing(coroutine);
        coroutine.SetLaunched(this);
        _live.Add(coroutine);
        _launched++;
        MakeReady(coroutine);
        scope?.Add(coroutine);
        if (_endReason is not null && scope is not { IsShielded: true })
            coroutine.Cancel(_endReason);
        if (LoopEvents.Log.IsEnabled())
            LoopEvents.Log.Launched(coroutine.Name);
    }

    /// <summary>Throws when a coroutine has been launched.</summary>
    internal static void VerifyNew(Coroutine coroutine)
    {
        Guard.NotNull(coroutine);
        if (coroutine.Status != CoroutineStatus.New)
            ThrowLaunched(coroutine);
    }

    private void RunTo(Coroutine coroutine, CancellationToken token)
    {
        if (coroutine.Status != CoroutineStatus.New && coroutine.Loop != this)
            throw new InvalidOperationException($"The coroutine '{coroutine.Name}' belongs to another loop: only that one can run it.");
        Enter(blocks: true);
        try
        {
            if (coroutine.Status == CoroutineStatus.New)
                Adopt(coroutine);
            using var watch = token.CanBeCanceled ? new TokenWatch(this, coroutine, token) : null;
            _target = coroutine;
            _break |= coroutine.IsDone;
            Drive();
        }
        finally
        {
            Leave();
        }
        ThrowUnobserved(coroutine);
    }

    [DoesNotReturn]
    private static void ThrowLaunched(Coroutine coroutine) =>
        throw new InvalidOperationException($"The coroutine '{coroutine.Name}' has been launched already: call the factory again for another one.");

    [DoesNotReturn]
    private static void ThrowClosing(Coroutine coroutine) =>
        throw new ObjectDisposedException(nameof(EventLoop), $"The loop is disposed: it cannot launch the coroutine '{coroutine.Name}'.");
}
