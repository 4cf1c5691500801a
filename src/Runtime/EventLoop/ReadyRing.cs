using System.Runtime.CompilerServices;

namespace CoroGen;

/// <summary>The coroutines that can go on, first in, first out. A coroutine is in it at most once.</summary>
internal struct ReadyRing
{
    private Slot[] _slots;
    private int _head;

    public ReadyRing() => _slots = new Slot[16];

    public int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enqueue(Coroutine task)
    {
        var slots = _slots;
        if (Count == slots.Length)
            slots = Grow();
        slots[(_head + Count) & (slots.Length - 1)].Task = task;
        Count++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Coroutine Dequeue()
    {
        var slots = _slots;
        ref var slot = ref slots[_head & (slots.Length - 1)];
        var task = slot.Task;
        slot.Task = null;
        _head = (_head + 1) & (slots.Length - 1);
        Count--;
        return task!;
    }

    /// <summary>Takes one out, wherever it is; slow.</summary>
    /// <returns>Where it was, or -1.</returns>
    public int Remove(Coroutine task)
    {
        var place = -1;
        for (int i = 0, count = Count; i < count; i++)
        {
            var next = Dequeue();
            if (next == task)
                place = i;
            else
                Enqueue(next);
        }
        return place;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Slot[] Grow()
    {
        var larger = new Slot[_slots.Length * 2];
        for (var i = 0; i < Count; i++)
            larger[i] = _slots[(_head + i) & (_slots.Length - 1)];
        _head = 0;
        return _slots = larger;
    }

    /// <summary>A struct, so that storing a coroutine needs no check of the array's element type.</summary>
    private struct Slot
    {
        public Coroutine? Task;
    }
}
