using System.ComponentModel;
using System.Runtime.CompilerServices;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>
/// A coroutine's handle on its loop: the parameter that makes a method a coroutine. Its methods are the loop's system calls. A call that has the handle
/// as receiver or as argument is a place where the coroutine may be suspended; nothing else is.
/// </summary>
/// <remarks>
/// It cannot be stored, captured, or passed to anything but a coroutine. Each suspension that has to wait throws a <see cref="CoroutineCanceledException"/>
/// when the coroutine is cancelled.
/// </remarks>
public readonly ref partial struct Co
{
    internal readonly Coroutine Task;

    internal Co(Coroutine task) => Task = task;

    /// <summary>
    /// The handle for plain code, on a loop of the calling thread: coroutine methods called with it run on the caller's own stack, and each system call
    /// blocks the thread until it is satisfied. See <see cref="EventLoop.Blocking"/>.
    /// </summary>
    public static Co Blocking => EventLoop.OfThread.Blocking;

    /// <summary>For methods that C# calls by itself, without a handle: the one of the plain code around.</summary>
    internal static Co OfPlainCode => Fiber.Current is { } task ? new Co(task) : EventLoop.BlockingInUse;

    /// <summary>The loop.</summary>
    public EventLoop Loop => (Task ?? throw NoCoroutine()).Loop;

    /// <summary>The coroutine.</summary>
    public Coroutine Current => Task;

    /// <summary>A token that is cancelled when the coroutine is: for APIs that take one.</summary>
    public CancellationToken CancellationToken => Task.CancellationToken;

    /// <summary>Launches a coroutine on the same loop, and goes on at once: its first step comes in the next pass.</summary>
    /// <returns>The coroutine.</returns>
    /// <exception cref="InvalidOperationException">It is launched already.</exception>
    /// <exception cref="ObjectDisposedException">The loop is being disposed.</exception>
    public Coroutine Launch(Coroutine coroutine)
    {
        Guard.NotNull(coroutine);
        Loop.Adopt(coroutine, Task.Scope);
        return coroutine;
    }

    /// <inheritdoc cref="Launch(Coroutine)"/>
    public Coroutine<T> Launch<T>(Coroutine<T> coroutine)
    {
        Guard.NotNull(coroutine);
        Loop.Adopt(coroutine, Task.Scope);
        return coroutine;
    }

    /// <summary>Lets the others run, and goes on in the next pass.</summary>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled.</exception>
    [SystemCall]
    public void Yield()
    {
        Frame? callee = null;
        Plain().Yield__Run(ref callee);
        Block();
    }

    /// <summary>For generated code: <see cref="Yield"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Yield__Run(ref Frame? callee)
    {
        var task = Task;
        if (task.IsCancellationRequested)
            return Refuse__Run(ref callee);
        task.Loop.MakeReady(task);
        return false;
    }

    /// <summary>Waits for a time, never for less. Zero is the same as <see cref="Yield"/>.</summary>
    /// <param name="duration">How long; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>: until the coroutine is cancelled.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled.</exception>
    [SystemCall]
    public void Sleep(TimeSpan duration)
    {
        Frame? callee = null;
        Plain().Sleep__Run(ref callee, duration);
        Block();
    }

    /// <summary>For generated code: <see cref="Sleep(TimeSpan)"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Sleep__Run(ref Frame? callee, TimeSpan duration)
    {
        if (duration < TimeSpan.Zero && duration != System.Threading.Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "The duration must not be negative.");
        if (duration == TimeSpan.Zero)
            return Yield__Run(ref callee);
        if (duration == System.Threading.Timeout.InfiniteTimeSpan)
            return Park__Run(ref callee, Task.Loop.Forever);
        if (Task.IsCancellationRequested)
            return Refuse__Run(ref callee);
        Task.Loop.AddTimer(Task, duration);
        return false;
    }

    /// <summary>As <see cref="Sleep(TimeSpan)"/>, in milliseconds; -1: until the coroutine is cancelled.</summary>
    /// <param name="milliseconds">How long.</param>
    /// <inheritdoc cref="Sleep(TimeSpan)"/>
    [SystemCall]
    public void Sleep(int milliseconds) => Sleep(TimeSpan.FromMilliseconds((double)milliseconds));

    /// <summary>For generated code: <see cref="Sleep(int)"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Sleep__Run(ref Frame? callee, int milliseconds) =>
        Sleep__Run(ref callee, TimeSpan.FromMilliseconds((double)milliseconds));

    /// <summary>Waits in a queue until somebody wakes it.</summary>
    [SystemCall]
    internal void Park(WaitQueue queue)
    {
        Frame? callee = null;
        Plain().Park__Run(ref callee, queue);
        Block();
    }

    /// <summary>A queue that has granted already what is waited for lets even a cancelled coroutine wait: a grant wins.</summary>
    internal bool Park__Run(ref Frame? callee, WaitQueue queue)
    {
        var task = Task;
        if (task.IsCancellationRequested && queue.Abandon(task))
            return Refuse__Run(ref callee);
        queue.Add(task);
        return false;
    }

    /// <summary>What a wait of a cancelled coroutine comes to: throws. In one that never lets this pass it takes a turn before.</summary>
    [SystemCall]
    internal void Refuse()
    {
        Frame? callee = null;
        Plain().Refuse__Run(ref callee);
        Block();
    }

    internal bool Refuse__Run(ref Frame? callee)
    {
        var error = Task.NewCanceledException();
        if (!Task.Loop.CountRefusal(Task))
            throw error;
        Task.Thrown = error;
        Task.Loop.MakeReady(Task);
        return false;
    }

    /// <summary>Lets the others run, also when the coroutine is cancelled: for what need not wait, but has to be fair.</summary>
    [SystemCall]
    internal void TakeTurn()
    {
        Frame? callee = null;
        Plain().TakeTurn__Run(ref callee);
        Block();
    }

    internal bool TakeTurn__Run(ref Frame? callee)
    {
        Task.Loop.MakeReady(Task);
        return false;
    }

    /// <summary>Checks, before a system call does anything, that it is called by plain code.</summary>
    private Co Plain()
    {
        PlainCode();
        return this;
    }

    private void Block() => PlainCode().Wait();

    private IPlainCode PlainCode()
    {
        if (Fiber.Of(Task) is { } fiber)
            return fiber;
        if (Task is null)
            throw NoCoroutine();
        if (Task is not BlockingCoroutine blocking)
            throw new InvalidOperationException("A system call was made that the generator has not compiled: it must stand in a method that is marked [Coroutine] itself.");
        EventLoop.VerifyMayBlock();
        Loop.VerifyThread();
        return blocking;
    }

    private static InvalidOperationException NoCoroutine() =>
        new("A handle made by 'default' or 'new' is no coroutine's. Plain code runs a coroutine with 'loop.Run(…)', or calls it with the handle 'loop.Blocking'.");
}
