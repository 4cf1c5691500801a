using System.Runtime.CompilerServices;

namespace CoroGen;

/// <content>Which thread runs the loop.</content>
public sealed partial class EventLoop
{
    /// <summary>How much stack a step may use before calls go on from the loop. What is below stays for the plain code that they call.</summary>
    private const int StackPerStep = 128 * 1024;

    [ThreadStatic]
    private static EventLoop? _runningHere;

    private int _thread;
    private EventLoop? _outer;
    private SynchronizationContext? _outerContext;

    /// <summary>The address of the stack below which calls are too deep.</summary>
    internal nuint StackLimit { get; private set; }

    internal bool IsOnThisThread => Volatile.Read(ref _thread) == Environment.CurrentManagedThreadId;

    /// <summary>The loop behind <see cref="Co.Blocking"/>, if the calling thread has one yet.</summary>
    internal static EventLoop? BoundToThread => _ofThread;

    /// <summary>The innermost loop that runs on the calling thread.</summary>
    internal static EventLoop? RunningHere => _runningHere;

    /// <summary>Throws when another thread runs the loop.</summary>
    internal void VerifyThread()
    {
        var thread = Volatile.Read(ref _thread);
        if (thread != 0 && thread != Environment.CurrentManagedThreadId)
            throw new InvalidOperationException("The loop is running on another thread: let it do this with 'loop.Post(…)'.");
    }

    /// <inheritdoc cref="LoopContext.Enter"/>
    internal LoopContext.Use UseContext() => _context.Enter();

    /// <summary>Throws when a coroutine is calling, of whichever loop: it must not block its loop.</summary>
    internal static void VerifyMayBlock()
    {
        if (_runningHere is not null)
            throw new InvalidOperationException("A loop cannot be run, nor a blocking handle be used, inside a coroutine or a posted action: that would block the loop under way. Use the coroutine's own handle.");
    }

    /// <summary>Makes the calling thread the one that runs this loop, and those in which it was ticked: another one has stopped to let it go on.</summary>
    /// <param name="bound">The loop that was bound to the other thread.</param>
    internal void TakeOver(EventLoop? bound)
    {
        _ofThread = bound;
        _runningHere = this;
        SynchronizationContext.SetSynchronizationContext(_context);
        for (var loop = this; loop is not null; loop = loop._outer)
            Volatile.Write(ref loop._thread, Environment.CurrentManagedThreadId);
    }

    /// <summary>Of a thread that will not go on.</summary>
    internal static void LeaveThread()
    {
        _ofThread = null;
        _runningHere = null;
        SynchronizationContext.SetSynchronizationContext(null);
    }

    /// <summary>Takes the loop for this thread. Each call that runs the loop begins with it and ends with <see cref="Leave"/>.</summary>
    /// <param name="blocks">Whether the call waits when nothing is ready.</param>
    private unsafe void Enter(bool blocks)
    {
        if (_isDisposed)
            throw new ObjectDisposedException(nameof(EventLoop));
        if (blocks || IsOnThisThread)
            VerifyMayBlock();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (Interlocked.CompareExchange(ref _thread, Environment.CurrentManagedThreadId, 0) != 0)
            throw new InvalidOperationException("The loop is running on another thread: a loop runs on one thread at a time.");
        var here = 0;
        StackLimit = (nuint)(&here) - StackPerStep;
        _outer = _runningHere;
        _runningHere = this;
        _outerContext = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(_context);
        _break = false;
        _isStepping = PassLeft > 0;
        ListenForSignals();
    }

    private void Leave()
    {
        FlushWriters();
        ReportMetrics();
        StopListening();
        _isStepping = false;
        _quietPasses = 0;
        _ready.Release();
        _target = null;
        _untilEmpty = false;
        _endReason = null;
        _runningHere = _outer;
        _outer = null;
        SynchronizationContext.SetSynchronizationContext(_outerContext);
        _outerContext = null;
        Volatile.Write(ref _thread, 0);
    }
}
