namespace CoroGen;

/// <summary>A thread that runs one fiber after the other. When there is none it waits a while for the next, since threads are dear, and then ends.</summary>
internal sealed class FiberThread
{
    private const int MostIdle = 16;

    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(1);
    private static readonly List<FiberThread> Idle = [];

    private readonly object _gate = new();
    private Action? _next;

    private FiberThread(Action first) => _next = first;

    /// <summary>Runs code on a thread of its own.</summary>
    public static void Run(Action code)
    {
        if (TakeIdle() is { } idle)
            idle.Give(code);
        else
            new Thread(new FiberThread(code).RunAll) { IsBackground = true, Name = "CoroGen fiber" }.Start();
    }

    private static FiberThread? TakeIdle()
    {
        lock (Idle)
        {
            if (Idle.Count == 0)
                return null;
            var last = Idle[^1];
            Idle.RemoveAt(Idle.Count - 1);
            return last;
        }
    }

    private void Give(Action code)
    {
        lock (_gate)
        {
            _next = code;
            Monitor.Pulse(_gate);
        }
    }

    private void RunAll()
    {
        do
            RunNext();
        while (WaitForNext());
    }

    private void RunNext()
    {
        var code = _next!;
        _next = null;
        code();
    }

    private bool WaitForNext()
    {
        lock (Idle)
        {
            if (Idle.Count == MostIdle)
                return false;
            Idle.Add(this);
        }
        lock (_gate)
        {
            while (_next is null)
            {
                if (!Monitor.Wait(_gate, IdleTime) && Leave())
                    return false;
            }
        }
        return true;
    }

    /// <summary>Ends the wait, unless code for this thread is on its way.</summary>
    private bool Leave()
    {
        lock (Idle)
            return Idle.Remove(this);
    }
}
