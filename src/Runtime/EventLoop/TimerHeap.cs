namespace CoroGen;

/// <summary>
/// The sleeping coroutines, ordered by (deadline, sequence): of equal deadlines the one that began to sleep first wakes first.
/// A heap with four children a node; each coroutine knows its place, so that a cancelled sleep leaves nothing behind.
/// </summary>
internal struct TimerHeap
{
    private const int Arity = 4;

    private Entry[] _entries;
    private long _sequence;

    public TimerHeap() => _entries = [];

    public int Count { get; private set; }

    /// <summary>The earliest deadline; there must be one.</summary>
    public readonly long Next => _entries[0].Deadline;

    public void Add(Coroutine task, long deadline)
    {
        if (Count == _entries.Length)
            Array.Resize(ref _entries, Math.Max(16, Count * 2));
        SiftUp(Count++, new Entry(deadline, _sequence++, task));
    }

    public readonly long DeadlineOf(Coroutine task) => _entries[task.TimerPlace - 1].Deadline;

    public Coroutine RemoveNext()
    {
        var task = _entries[0].Task;
        Remove(task);
        return task;
    }

    public void Remove(Coroutine task)
    {
        var place = task.TimerPlace - 1;
        task.TimerPlace = 0;
        var last = _entries[--Count];
        _entries[Count] = default;
        if (place == Count)
            return;
        if (place > 0 && last.IsBefore(_entries[(place - 1) / Arity]))
            SiftUp(place, last);
        else
            SiftDown(place, last);
    }

    private readonly void SiftUp(int place, in Entry entry)
    {
        while (place > 0)
        {
            var parent = (place - 1) / Arity;
            if (!entry.IsBefore(_entries[parent]))
                break;
            Put(place, _entries[parent]);
            place = parent;
        }
        Put(place, entry);
    }

    private readonly void SiftDown(int place, in Entry entry)
    {
        for (var child = FirstOfChildren(place); child >= 0 && _entries[child].IsBefore(entry); child = FirstOfChildren(place))
        {
            Put(place, _entries[child]);
            place = child;
        }
        Put(place, entry);
    }

    /// <summary>The child with the earliest deadline, or -1 when there is none.</summary>
    private readonly int FirstOfChildren(int place)
    {
        var child = place * Arity + 1;
        var end = Math.Min(child + Arity, Count);
        var first = child < end ? child : -1;
        while (++child < end)
        {
            if (_entries[child].IsBefore(_entries[first]))
                first = child;
        }
        return first;
    }

    private readonly void Put(int place, in Entry entry)
    {
        _entries[place] = entry;
        entry.Task.TimerPlace = place + 1;
    }

    private readonly record struct Entry(long Deadline, long Sequence, Coroutine Task)
    {
        public bool IsBefore(in Entry other) =>
            Deadline != other.Deadline ? Deadline < other.Deadline : Sequence < other.Sequence;
    }
}
