namespace CoroGen;

/// <summary>
/// The one fair queue under all primitives: coroutines that wait, first come, first served. Its links are in the coroutines themselves,
/// since each waits in one place at most.
/// </summary>
internal class WaitQueue
{
    private Coroutine? _last;

    public Coroutine? First { get; private set; }

    public bool IsEmpty => First is null;

    /// <summary>Those who alone can end the waits in the queue; null when anybody might.</summary>
    public virtual IReadOnlyList<Coroutine>? WaitsFor => null;

    /// <summary>Whether one of <see cref="WaitsFor"/> is enough to end a wait; else all are needed.</summary>
    public virtual bool OneIsEnough => false;

    public void Add(Coroutine task)
    {
        if (_last is not null && _last.Loop != task.Loop)
            throw new InvalidOperationException("Coroutines of different loops cannot wait for the same thing: a primitive belongs to the loop that uses it.");
        task.Queue = this;
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
        task.QueueNext = task.QueuePrevious = null;
    }

    /// <summary>Ends the wait of the first one: it goes on in the next pass. There must be one.</summary>
    /// <param name="thrown">What its wait throws, or null.</param>
    public Coroutine WakeFirst(Exception? thrown = null)
    {
        var task = First!;
        Remove(task);
        task.Thrown = thrown;
        task.Loop.MakeReady(task);
        return task;
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
