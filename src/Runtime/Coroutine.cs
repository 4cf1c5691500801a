using System.Diagnostics;
using System.Runtime.CompilerServices;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>
/// A coroutine: a method with a handle, made by its factory (<c>Prepare("A")</c>), which runs nothing until it is launched on an
/// <see cref="EventLoop"/>, waited for with a handle, or stepped. It belongs to one loop, and is to be used on that loop's thread only.
/// </summary>
public abstract partial class Coroutine : Frame
{
    /// <summary>For generated code.</summary>
    protected Coroutine(FrameInfo info)
        : base(info)
    {
    }

    /// <summary>The name of the coroutine method.</summary>
    public string Name => Info.Name;

    /// <summary>How far it has come.</summary>
    public CoroutineStatus Status
    {
        get => (CoroutineStatus)_status;
        private set => _status = (byte)value;
    }

    /// <summary>Whether it has ended, in whichever way.</summary>
    public bool IsDone => Status > CoroutineStatus.Running;

    /// <summary>
    /// The exception that ended it, or null. Reading it counts as observing the error: it is not reported as unobserved any more.
    /// </summary>
    public Exception? Error
    {
        get
        {
            Observe();
            return IsDone ? Thrown : null;
        }
    }

    /// <summary>
    /// Runs it on, without a loop, to its next suspension; the first call starts it. When it waits for something other than its next turn
    /// (a sleep, another coroutine), the call blocks until that is over, and meanwhile runs what this coroutine has launched.
    /// An exception of the coroutine ends it, and is kept in <see cref="Error"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">It has ended, or a loop runs it.</exception>
    public void Step()
    {
        if (IsDone)
            throw new InvalidOperationException($"The coroutine '{Name}' has ended: it cannot be stepped any more.");
        if (Status == CoroutineStatus.New)
            EventLoop.ForStepping().Adopt(this);
        else if (!Loop.IsStepper)
            throw new InvalidOperationException($"The coroutine '{Name}' belongs to a loop, which steps it: call 'Run', 'RunUntilEmpty' or 'Tick' of the loop.");
        Loop.StepByHand(this);
    }

    /// <summary>A task that ends as the coroutine does, for code that knows tasks. It may be awaited on any thread.</summary>
    /// <remarks>
    /// Ask for it on the loop's thread. It launches nothing: the task of a coroutine that nobody runs never ends. An error is the task's from then on,
    /// and is not reported by the loop.
    /// </remarks>
    /// <exception cref="InvalidOperationException">Its loop is running on another thread.</exception>
    public Task AsTask()
    {
        Loop?.VerifyThread();
        Observe();
        if (RareState.Bridge is { } bridge)
            return bridge.Task;
        bridge = RareState.Bridge = NewBridge();
        if (IsDone)
            bridge.Complete(this);
        return bridge.Task;
    }

    /// <summary>
    /// Lets async code say <c>await coroutine</c>: the same as <c>await coroutine.AsTask()</c>. It launches nothing. Async code that was started on the loop comes back
    /// to it; other code goes on where its own context or the thread pool says.
    /// </summary>
    /// <inheritdoc cref="AsTask"/>
    public TaskAwaiter GetAwaiter() => AsTask().GetAwaiter();

    /// <summary>Its name, status and outcome: <c>&lt;Coroutine 'TicTac' [Finished] ("Boum!")&gt;</c>.</summary>
    public override string ToString() => CoroutineText.Of(this);

    /// <summary>The result as the text of the coroutine shows it; null when there is none to show.</summary>
    internal virtual string? ResultText => null;

    private protected virtual TaskBridge NewBridge() => new TaskBridge<bool>();

    /// <summary>Throws what ended it, unless it finished.</summary>
    [StackTraceHidden]
    internal void ThrowIfFailed()
    {
        if (Status == CoroutineStatus.Finished)
            return;
        Observe();
        if (!IsDone)
            throw new InvalidOperationException($"The coroutine '{Name}' has not ended yet: wait for it with 'co.Await'.");
        CoroutineServices.Rethrow(Thrown!);
    }
}
