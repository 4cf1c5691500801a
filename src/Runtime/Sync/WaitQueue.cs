namespace CoroGen;

/// <summary>
/// The one fair queue under all primitives: coroutines that wait, first come, first served. Its links are in the coroutines themselves,
/// since each waits in one place at most.
/// </summary>
/// <param name="description">See <see cref="Description"/>.</param>
internal class WaitQueue(string description)
{
    private Coroutine? _last;

    public Coroutine? First { get; private set; }

    public bool IsEmpty => First is null;

    public int Count { get; private set; }

    /// <summary>What is waited for, as the end of a sentence: "it waits for …".</summary>
    public virtual string Description => description;

    /// <summary>Those who alone can end the waits in the queue; null when anybody might.</summary>
    public virtual IReadOnlyList<Coroutine>? WaitsFor => null;

    /// <summary>Whether one of <see cref="WaitsFor"/> is enough to end a wait; else all are needed.</summary>
    public virtual bool OneIsEnough => false;

    /// <summary>Throws when coroutines of another loop wait in it.</summary>
    public void Check(EventLoop loop)
    {
        if (_last is not null && _last.Loop != loop)
            throw new InvalidOperationException("Coroutines of different loops cannot wait for the same thing: a primitive belongs to the loop that uses it.");
    }

    /// <summary>Throws when another thread runs the loop of those who wait.</summary>
    public void VerifyThread() => First?.Loop.VerifyThread();

    public void Add(Coroutine task)
    {
        Check(task.Loop);
        task.Queue = this;
        Count++;
        task.QueuePrevious = _last;
        if (_last is null)
            First = task;
        else
            _last.QueueNext = task;
        _last = task;
    }

    public void Remove(Coroutine task)
    {
        if (task.QueuePrevious is { } previous)
            previous.QueueNext = task.QueueNext;
        else
            First = task.QueueNext;
        if (task.QueueNext is { } next)
            next.QueuePrevious = task.QueuePrevious;
        else
            _last = task.QueuePrevious;
        task.Queue = null;
        Count--;
        task.QueueNext = task.QueuePrevious = null;
    }

    /// <summary>Ends the wait of the first one: it goes on in the next pass. There must be one.</summary>
    /// <param name="thrown">What its wait throws, or null.</param>
    public Coroutine WakeFirst(Exception? thrown = null)
    {
        var task = First!;
        Remove(task);
        task.Wake(thrown);
        return task;
    }

    /// <summary>Ends the waits of all, first come, first served.</summary>
    public void WakeAll()
    {
        while (!IsEmpty)
            WakeFirst();
    }

    /// <summary>Tells the queue that a coroutine, which may be in it, will not wait: it was cancelled.</summary>
    /// <returns>False when what it waits for has been granted already, so that the wait goes on to its end.</returns>
    public virtual bool Abandon(Coroutine task)
    {
        if (task.Queue == this)
            Remove(task);
        return true;
    }
}
