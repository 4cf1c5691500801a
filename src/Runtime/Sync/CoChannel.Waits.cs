using System.Diagnostics.CodeAnalysis;

namespace CoroGen;

/// <content>
/// Those who wait. Each has a slot of the channel, with the item that it sends, or for the item that it will receive. Slots are used again, and a free one holds
/// no item.
/// </content>
public sealed partial class CoChannel<T>
{
    private Slot? _freeSlots;

    internal int Senders => _senders.Count;

    internal int Receivers => _receivers.Count;

    /// <summary>A coroutine is going to wait among the senders.</summary>
    internal void Offer(Coroutine task, T item)
    {
        _senders.Check(task.Loop);
        var slot = Rent(task);
        slot.Item = item;
        slot.HasItem = true;
    }

    /// <summary>A coroutine is going to wait among the receivers.</summary>
    internal void Expect(Coroutine task)
    {
        _receivers.Check(task.Loop);
        Rent(task);
    }

    /// <summary>Frees the slot of a coroutine, and takes what is in it.</summary>
    /// <returns>Whether there was something: not so for a receiver that was woken because the channel was closed.</returns>
    internal bool Collect(Coroutine task, [MaybeNullWhen(false)] out T item)
    {
        var slot = (Slot)task.Rare!.ChannelSlot!;
        task.Rare.ChannelSlot = null;
        var hasItem = slot.HasItem;
        item = slot.Item!;
        slot.HasItem = false;
        slot.Item = default;
        slot.NextFree = _freeSlots;
        _freeSlots = slot;
        return hasItem;
    }

    private void HandOver(T item)
    {
        var slot = (Slot)_receivers.First!.Rare!.ChannelSlot!;
        slot.Item = item;
        slot.HasItem = true;
        _receivers.WakeFirst();
    }

    private Slot Rent(Coroutine task)
    {
        var slot = _freeSlots ?? new Slot();
        _freeSlots = slot.NextFree;
        slot.NextFree = null;
        task.RareState.ChannelSlot = slot;
        return slot;
    }

    private sealed class Slot
    {
        public T? Item;
        public bool HasItem;
        public Slot? NextFree;
    }

    private sealed class Waiters(CoChannel<T> channel, string description) : WaitQueue(description)
    {
        public override bool Abandon(Coroutine task)
        {
            channel.Collect(task, out _);
            return base.Abandon(task);
        }
    }
}
