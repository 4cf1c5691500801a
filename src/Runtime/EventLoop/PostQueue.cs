namespace CoroGen;

/// <summary>
/// What other threads want done on the loop's thread, first in, first out. It is also where an idle loop sleeps: a post wakes it.
/// </summary>
internal sealed class PostQueue
{
    private readonly object _gate = new();
    private readonly Queue<Posted> _posted = new();
    private volatile int _count;
    private bool _woken;
    private bool _closed;
    private Sockets? _sockets;

    /// <summary>Whether the loop sleeps among its sockets, and nobody has woken it yet. Under the lock.</summary>
    private volatile bool _sleepsInPoller;

    /// <summary>Whether the loop sleeps among its sockets, as far as other threads can tell.</summary>
    public bool SleepsInPoller => _sleepsInPoller;

    /// <summary>How many actions wait. Asked in every pass, hence without the lock.</summary>
    public int Count => _count;

    public void Add(Action action)
    {
        if (!TryAdd(new Posted(action)))
            throw new ObjectDisposedException(nameof(EventLoop), "The loop is disposed: nothing can be posted to it any more.");
    }

    /// <returns>Whether it was added: a closed queue takes nothing.</returns>
    public bool TryAdd(Posted posted)
    {
        lock (_gate)
        {
            if (_closed)
                return false;
            _posted.Enqueue(posted);
            _count = _posted.Count;
            WakeSleeper();
            return true;
        }
    }

    /// <summary>The oldest one; there must be one.</summary>
    public Posted Take()
    {
        lock (_gate)
        {
            var posted = _posted.Dequeue();
            _count = _posted.Count;
            return posted;
        }
    }

    /// <summary>Lets a sleeping loop look around, although nothing is posted.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _woken = true;
            WakeSleeper();
        }
    }

    /// <summary>From now on the loop sleeps among its sockets. On the loop's thread.</summary>
    public void SleepIn(Sockets sockets) => _sockets = sockets;

    /// <summary>Sleeps, passively, until something is posted, <see cref="Wake"/> is called, a socket is ready, or the time is over (-1: never). It may return early.</summary>
    public void Wait(int milliseconds)
    {
        if (_sockets is not null)
        {
            WaitForSockets(_sockets, milliseconds);
            return;
        }
        lock (_gate)
        {
            if (_posted.Count == 0 && !_woken)
                Monitor.Wait(_gate, milliseconds);
            _woken = false;
        }
    }

    private void WaitForSockets(Sockets sockets, int milliseconds)
    {
        lock (_gate)
            _sleepsInPoller = _posted.Count == 0 && !_woken;
        try
        {
            sockets.Poll(_sleepsInPoller ? milliseconds : 0);
        }
        finally
        {
            lock (_gate)
                _sleepsInPoller = _woken = false;
        }
    }

    /// <summary>Under the lock. Of the posts to a sleeping loop one is enough to wake it.</summary>
    private void WakeSleeper()
    {
        if (_sleepsInPoller)
            _sockets!.Poller.Wake();
        else
            Monitor.Pulse(_gate);
        _sleepsInPoller = false;
    }

    /// <summary>Refuses all further posts. Of those that wait, async code goes on elsewhere; the others are dropped.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            foreach (var posted in _posted)
                posted.RunElsewhere();
            _posted.Clear();
            _count = 0;
        }
    }
}

/// <summary>What was posted: an action of the user's, or async code that goes on.</summary>
internal readonly struct Posted
{
    private readonly Delegate _callback;
    private readonly object? _state;

    public Posted(Action action) => _callback = action;

    public Posted(SendOrPostCallback callback, object? state)
    {
        _callback = callback;
        _state = state;
    }

    public void Run()
    {
        if (_callback is SendOrPostCallback callback)
            callback(_state);
        else
            ((Action)_callback)();
    }

    /// <summary>On the thread pool, when it is async code: that must always go on.</summary>
    public void RunElsewhere()
    {
        if (_callback is SendOrPostCallback callback)
            ThreadPool.QueueUserWorkItem(new WaitCallback(callback), _state);
    }
}
