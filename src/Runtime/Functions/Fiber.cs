using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>
/// A thread for plain code that is part of a coroutine. Strictly one of the loop's thread and this one runs at a time: the one that has the baton. A system call
/// that has to wait hands it back; resuming the frame hands it over again.
/// </summary>
internal sealed class Fiber(Frame frame, Coroutine task, CoAction body) : IPlainCode
{
    [ThreadStatic]
    private static Fiber? _current;

    private readonly object _gate = new();
    private bool _hasStarted;
    private bool _hasBaton;
    private bool _isDone;
    private Exception? _failure;

    /// <summary>The thread-bound loop of the thread that has handed over the baton last.</summary>
    private EventLoop? _loopOfThread;

    /// <summary>The fiber that the calling thread is, if it is one of that coroutine; else null.</summary>
    public static Fiber? Of(Coroutine task) => _current is { } fiber && fiber.Task == task ? fiber : null;

    private Coroutine Task => task;

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
        Task.Loop.TakeOver(_loopOfThread);
        if (_failure is not null)
            CoroutineServices.Rethrow(_failure);
        return _isDone;
    }

    /// <inheritdoc/>
    public void Wait()
    {
        Task.Leaf = frame;
        HandBack();
        CoroutineServices.End(new Co(Task));
    }

    /// <inheritdoc/>
    public void Call(Frame callee)
    {
        callee.Caller = frame;
        CoroutineServices.Trampoline(new Co(Task), callee);
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
        Task.Loop.TakeOver(_loopOfThread);
        try
        {
            body(new Co(Task));
        }
        catch (Exception e)
        {
            _failure = e;
        }
        _isDone = true;
        PassBaton();
        EventLoop.LeaveThread();
        _current = null;
    }

    private void HandBack()
    {
        lock (_gate)
        {
            PassBaton();
            while (!_hasBaton)
                Monitor.Wait(_gate);
        }
        Task.Loop.TakeOver(_loopOfThread);
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
