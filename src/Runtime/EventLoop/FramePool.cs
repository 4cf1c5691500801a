using System.Runtime.CompilerServices;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>
/// The free frames of one loop: a stack for each frame class, linked through <see cref="Frame.Caller"/>. It belongs to the loop's
/// thread, so renting and returning are plain loads and stores. It keeps as many frames as were ever in use at once.
/// </summary>
internal struct FramePool
{
    private Slot[] _slots;

    public FramePool() => _slots = [];

    /// <summary>Those that are free.</summary>
    public readonly IEnumerable<Frame> Free
    {
        get
        {
            foreach (var slot in _slots)
            {
                for (var frame = slot.Top; frame is not null; frame = frame.Caller)
                    yield return frame;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Frame? Rent(int slot)
    {
        var slots = _slots;
        if ((uint)slot >= (uint)slots.Length || slots[slot].Top is not { } frame)
            return null;
        slots[slot].Top = frame.Caller;
        return frame;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Return(Frame frame)
    {
        frame.ClearReferences();
        var slot = frame.Info.Slot;
        var slots = _slots;
        if ((uint)slot >= (uint)slots.Length)
            slots = Grow(slot);
        frame.Caller = slots[slot].Top;
        slots[slot].Top = frame;
    }

    /// <summary>Drops a free frame for one that was not rented, and will be returned all the same: else there would be one more each time.</summary>
    public readonly void MakeRoomFor(Frame frame) => Rent(frame.Info.Slot);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Slot[] Grow(int slot)
    {
        Array.Resize(ref _slots, Math.Max(slot + 1, Math.Max(16, _slots.Length * 2)));
        return _slots;
    }

    /// <summary>A struct, so that storing a frame needs no check of the array's element type.</summary>
    private struct Slot
    {
        public Frame? Top;
    }
}
