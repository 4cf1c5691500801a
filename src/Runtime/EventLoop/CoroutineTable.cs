namespace CoroGen;

/// <summary>
/// Coroutines in the order in which they came. Each knows its place, so that it is taken out at once; the gaps are closed when there is no room left.
/// A coroutine is in one table at most.
/// </summary>
internal struct CoroutineTable
{
    private Slot[] _slots;
    private int _end;

    /// <summary>Before it there are gaps only.</summary>
    private int _start;

    public CoroutineTable() => _slots = new Slot[16];

    public int Count { get; private set; }

    public Coroutine? First
    {
        get
        {
            while (_start < _end && _slots[_start].Task is null)
                _start++;
            return _start < _end ? _slots[_start].Task : null;
        }
    }

    /// <summary>All that are there now. None may be added meanwhile.</summary>
    public readonly IEnumerable<Coroutine> All => _slots.Take(_end).Select(slot => slot.Task).OfType<Coroutine>();

    public void Add(Coroutine task)
    {
        if (_end == _slots.Length)
            MakeRoom();
        _slots[_end].Task = task;
        task.TablePlace = _end++;
        Count++;
    }

    public void Remove(Coroutine task)
    {
        _slots[task.TablePlace].Task = null;
        if (--Count == 0)
            _start = _end = 0;
    }

    private void MakeRoom()
    {
        var old = _slots;
        if (Count > old.Length / 2)
            _slots = new Slot[old.Length * 2];
        var count = 0;
        for (var place = 0; place < _end; place++)
        {
            if (old[place].Task is not { } task)
                continue;
            old[place].Task = null;
            _slots[count].Task = task;
            task.TablePlace = count++;
        }
        _start = 0;
        _end = count;
    }

    /// <summary>A struct, so that storing a coroutine needs no check of the array's element type.</summary>
    private struct Slot
    {
        public Coroutine? Task;
    }
}
