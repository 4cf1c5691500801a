using System.Runtime.CompilerServices;

namespace CoroGen;

/// <summary>
/// The coroutines that can go on, first in, first out. A coroutine is in it at most once. Places are numbered from the beginning of
/// time, modulo 2³²; the one taken last stays at its place until the next is taken, for it is the one that runs.
/// </summary>
internal struct ReadyRing
{
    private Slot[] _slots;
    private int _tail;

    public ReadyRing() => _slots = new Slot[16];

    /// <summary>The place of the next one.</summary>
    public int Head { get; private set; }

    public readonly int Count => _tail - Head;

    /// <summary>The one taken last.</summary>
    public readonly Coroutine? Current => _slots[(Head - 1) & (_slots.Length - 1)].Task;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enqueue(Coroutine task)
    {
        var slots = _slots;
        // One place stays free for the current one.
        if (Count >= slots.Length - 1)
            slots = Grow();
        slots[_tail & (slots.Length - 1)].Task = task;
        _tail++;
    }

    /// <summary>Puts one in front of all others.</summary>
    public void EnqueueFirst(Coroutine task)
    {
        if (Count >= _slots.Length - 1)
            Grow();
        Head--;
        _slots[Head & (_slots.Length - 1)].Task = task;
    }

    /// <summary>The next one; there must be one.</summary>
    public readonly Coroutine Next => _slots[Head & (_slots.Length - 1)].Task!;

    /// <summary>Lets the one at an index from the head change places with the next one.</summary>
    public readonly void BringForward(int index)
    {
        ref var next = ref _slots[Head & (_slots.Length - 1)];
        ref var other = ref _slots[(Head + index) & (_slots.Length - 1)];
        (next, other) = (other, next);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Coroutine Dequeue()
    {
        var slots = _slots;
        var head = Head;
        slots[(head - 1) & (slots.Length - 1)].Task = null;
        Head = head + 1;
        return slots[head & (slots.Length - 1)].Task!;
    }

    /// <summary>Forgets the current one.</summary>
    public readonly void Release() => _slots[(Head - 1) & (_slots.Length - 1)].Task = null;

    /// <summary>Takes one out, wherever it is; slow.</summary>
    /// <returns>Where it was, or -1.</returns>
    public int Remove(Coroutine task)
    {
        var mask = _slots.Length - 1;
        var index = 0;
        while (index < Count && _slots[(Head + index) & mask].Task != task)
            index++;
        if (index == Count)
            return -1;
        for (var i = index; i < Count - 1; i++)
            _slots[(Head + i) & mask] = _slots[(Head + i + 1) & mask];
        _tail--;
        _slots[_tail & mask].Task = null;
        return index;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Slot[] Grow()
    {
        var larger = new Slot[_slots.Length * 2];
        for (var place = Head - 1; place != _tail; place++)
            larger[place & (larger.Length - 1)] = _slots[place & (_slots.Length - 1)];
        return _slots = larger;
    }

    /// <summary>A struct, so that storing a coroutine needs no check of the array's element type.</summary>
    private struct Slot
    {
        public Coroutine? Task;
    }
}
