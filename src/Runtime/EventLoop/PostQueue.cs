namespace CoroGen;

/// <summary>
/// What other threads want done on the loop's thread, first in, first out. It is also where an idle loop sleeps: a post wakes it.
/// </summary>
internal sealed class PostQueue
{
    private readonly object _gate = new();
    private readonly Queue<Action> _posted = new();
    private volatile int _count;
    private bool _woken;
    private bool _closed;

    /// <summary>How many actions wait. Asked in every pass, hence without the lock.</summary>
    public int Count => _count;

    public void Add(Action action)
    {
        lock (_gate)
        {
            if (_closed)
                throw new ObjectDisposedException(nameof(EventLoop), "The loop is disposed: nothing can be posted to it any more.");
            _posted.Enqueue(action);
            _count = _posted.Count;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>The oldest action; there must be one.</summary>
    public Action Take()
    {
        lock (_gate)
        {
            var action = _posted.Dequeue();
            _count = _posted.Count;
            return action;
        }
    }

    /// <summary>Lets a sleeping loop look around, although nothing is posted.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _woken = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Sleeps, passively, until something is posted, <see cref="Wake"/> is called, or the time is over (-1: never).</summary>
    public void Wait(int milliseconds)
    {
        lock (_gate)
        {
            if (_posted.Count == 0 && !_woken)
                Monitor.Wait(_gate, milliseconds);
            _woken = false;
        }
    }

    /// <summary>Refuses all further posts, and drops those that wait.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            _posted.Clear();
            _count = 0;
        }
    }
}
