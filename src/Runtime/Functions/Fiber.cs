using System.Runtime.CompilerServices;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>
/// A thread for plain code that is part of a coroutine. Strictly one of the loop's thread and this one runs at a time: the one that has the baton. A system call
/// that has to wait hands it back; resuming the frame hands it over again.
/// </summary>
internal sealed class Fiber : IPlainCode
{
    [ThreadStatic]
    private static Fiber? _current;

    private readonly object _gate = new();
    private readonly Coroutine _task;
    private readonly Frame _frame;
    private CoAction _body;
    private bool _hasStarted;
    private bool _hasBaton;
    private bool _isDone;
    private Exception? _failure;

    /// <summary>The thread-bound loop of the thread that has handed over the baton last.</summary>
    private EventLoop? _loopOfThread;

    /// <param name="task">The coroutine that the code is part of.</param>
    /// <param name="frame">What stands for the code among the coroutine's frames.</param>
    /// <param name="body">The code.</param>
    public Fiber(Coroutine task, Frame frame, CoAction body)
    {
        _task = task;
        _frame = frame;
        _body = body;
    }

    /// <summary>The fiber that the calling thread is, if it is one of that coroutine; else null.</summary>
    public static Fiber? Of(Coroutine task) => _current is { } fiber && fiber._task == task ? fiber : null;

    /// <summary>The coroutine that the calling thread is a fiber of, unless that thread ticks another loop; else null.</summary>
    public static Coroutine? Current => _current is { } fiber && fiber._task.Loop == EventLoop.RunningHere ? fiber._task : null;

    /// <summary>On the loop's thread: runs the code on, to its next wait or its end.</summary>
    /// <returns>Whether it has ended. When it threw, that is thrown.</returns>
    public bool Resume()
    {
        _loopOfThread = EventLoop.BoundToThread;
        lock (_gate)
        {
            _hasBaton = true;
            if (_hasStarted)
                Monitor.Pulse(_gate);
            else
                Start();
            while (_hasBaton)
                Monitor.Wait(_gate);
        }
        _task.Loop.TakeOver(_loopOfThread);
        if (_failure is not null)
            CoroutineServices.Rethrow(_failure);
        return _isDone;
    }

    /// <inheritdoc/>
    public void Wait()
    {
        _task.Leaf = _frame;
        HandBack();
        CoroutineServices.End(new Co(_task));
    }

    /// <inheritdoc/>
    public void Call(Frame callee)
    {
        callee.Caller = _frame;
        CoroutineServices.Trampoline(new Co(_task), callee);
        HandBack();
    }

    private void Start()
    {
        _hasStarted = true;
        var context = ExecutionContext.Capture();
        FiberThread.Run(context is null ? Run : () => ExecutionContext.Run(context, static self => ((Fiber)self!).Run(), this));
    }

    private void Run()
    {
        _current = this;
        _task.Loop.TakeOver(_loopOfThread);
        RunBody();
        _body = null!;
        _isDone = true;
        PassBaton();
        EventLoop.LeaveThread();
        _current = null;
    }

    /// <summary>A method of its own, so that the thread holds nothing of the user's when it passes the baton for the last time.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunBody()
    {
        try
        {
            _body(new Co(_task));
        }
        catch (Exception e)
        {
            _failure = e;
        }
    }

    private void HandBack()
    {
        lock (_gate)
        {
            PassBaton();
            while (!_hasBaton)
                Monitor.Wait(_gate);
        }
        _task.Loop.TakeOver(_loopOfThread);
    }

    private void PassBaton()
    {
        lock (_gate)
        {
            _loopOfThread = EventLoop.BoundToThread;
            _hasBaton = false;
            Monitor.Pulse(_gate);
        }
    }
}
