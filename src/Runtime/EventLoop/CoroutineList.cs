namespace CoroGen;

/// <summary>A list of coroutines in the order in which they came, linked through the coroutines themselves.</summary>
internal struct CoroutineList
{
    private Coroutine? _last;

    public Coroutine? First { get; private set; }

    public int Count { get; private set; }

    public void Add(Coroutine task)
    {
        task.LivePrevious = _last;
        if (_last is null)
            First = task;
        else
            _last.LiveNext = task;
        _last = task;
        Count++;
    }

    public void Remove(Coroutine task)
    {
        if (task.LivePrevious is { } previous)
            previous.LiveNext = task.LiveNext;
        else
            First = task.LiveNext;
        if (task.LiveNext is { } next)
            next.LivePrevious = task.LivePrevious;
        else
            _last = task.LivePrevious;
        task.LiveNext = task.LivePrevious = null;
        Count--;
    }
}
