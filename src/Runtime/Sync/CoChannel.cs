using System.Diagnostics.CodeAnalysis;

namespace CoroGen;

/// <summary>
/// Hands items from some coroutines of a loop to others: <c>channel.Send(co, item)</c>, <c>channel.Receive(co)</c>. First come, first served on both sides; each item
/// is received once. Who closes it tells the receivers that there will be no more: <c>foreach (var item in channel)</c> then ends.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>
/// To be used on the loop's thread only; other threads send through <see cref="EventLoop.Post"/> and <see cref="TrySend"/>. A form with <c>Try</c> does what the
/// form without it does, and returns false where that would have to wait.
/// </remarks>
public sealed partial class CoChannel<T>
{
    private readonly Queue<T> _items = new();
    private readonly Waiters _senders;
    private readonly Waiters _receivers;
    private Exception? _error;

    /// <summary>Makes an open channel.</summary>
    /// <param name="capacity">
    /// How many items may be sent ahead of the receivers. Without room for any, each sender waits for the receiver that takes its item;
    /// <see cref="int.MaxValue"/>: no sender ever waits.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is negative.</exception>
    public CoChannel(int capacity = 0)
    {
        if (capacity < 0)
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "The capacity must not be negative.");
        Capacity = capacity;
        _senders = new Waiters(this, "room in a channel");
        _receivers = new Waiters(this, "an item of a channel");
    }

    /// <summary>How many items may be sent ahead of the receivers.</summary>
    public int Capacity { get; }

    /// <summary>How many items are in it: sent, and not received. Those of senders that wait do not count.</summary>
    public int Count => _items.Count;

    /// <summary>Whether it was closed. What is in it can still be received.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>
    /// Sends an item: to the receiver that waits first, or else into the channel. When there is no room it waits. A sender whose item was taken goes on
    /// normally, also when it is cancelled before its next step; when it is cancelled earlier, its item is not sent.
    /// </summary>
    /// <param name="co">The handle.</param>
    /// <param name="item">The item.</param>
    /// <exception cref="ChannelClosedException">The channel is closed, or was closed meanwhile. The item is not sent.</exception>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled, and would have to wait. The item is not sent.</exception>
    [Coroutine]
    public void Send(Co co, T item)
    {
        if (co.Loop.SpendBudget())
            co.TakeTurn();
        if (TrySend(item))
            return;
        Offer(co.Current, item);
        co.Park(_senders);
    }

    /// <summary>
    /// Receives the oldest item. When there is none it waits. An item that was handed over is received, also when the coroutine is cancelled before its
    /// next step.
    /// </summary>
    /// <param name="co">The handle.</param>
    /// <returns>The item.</returns>
    /// <exception cref="ChannelClosedException">The channel is closed, and all items have been received.</exception>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled, and would have to wait. No item is lost.</exception>
    [Coroutine]
    public T Receive(Co co)
    {
        if (co.Loop.SpendBudget())
            co.TakeTurn();
        if (TryReceive(out var item))
            return item;
        Expect(co.Current);
        co.Park(_receivers);
        return Collect(co.Current, out item) ? item : throw NewDrainedException();
    }

    /// <summary>Sends an item if that is possible without waiting.</summary>
    /// <param name="item">The item.</param>
    /// <returns>Whether it was sent.</returns>
    /// <exception cref="ChannelClosedException">The channel is closed. The item is not sent.</exception>
    /// <exception cref="InvalidOperationException">Another thread than the loop's calls while coroutines wait. Nothing has changed.</exception>
    public bool TrySend(T item)
    {
        VerifyThread();
        if (IsClosed)
            throw NewClosedException();
        if (!_receivers.IsEmpty)
            HandOver(item);
        else if (Count < Capacity)
            _items.Enqueue(item);
        else
            return false;
        return true;
    }

    /// <summary>Receives the oldest item if there is one.</summary>
    /// <param name="item">The item.</param>
    /// <returns>Whether one was received.</returns>
    /// <exception cref="ChannelClosedException">The channel is closed, and all items have been received.</exception>
    /// <exception cref="InvalidOperationException">Another thread than the loop's calls while coroutines wait. Nothing has changed.</exception>
    public bool TryReceive([MaybeNullWhen(false)] out T item)
    {
        if (TryTake(out item))
            return true;
        return IsClosed ? throw NewDrainedException() : false;
    }

    /// <summary>
    /// Closes the channel. Nothing can be sent any more; those who wait to send get a <see cref="ChannelClosedException"/>, and their items are not sent. What is in
    /// the channel can still be received, then receivers get that exception too; those who wait get it at once. Closing it again does nothing.
    /// </summary>
    /// <exception cref="InvalidOperationException">Another thread than the loop's calls while coroutines wait. Nothing has changed.</exception>
    public void Close()
    {
        VerifyThread();
        if (IsClosed)
            return;
        IsClosed = true;
        while (_senders.First is { } sender)
        {
            Collect(sender, out _);
            _senders.WakeFirst(NewClosedException());
        }
        // They find nothing in their slots. So nothing is in the channel.
        _receivers.WakeAll();
    }

    /// <summary>Closes the channel because of an error, which receivers and senders find in the exception that they get. <c>foreach</c> throws it, too.</summary>
    /// <param name="error">The error. When the channel is closed already, that one counts.</param>
    /// <inheritdoc cref="Close()"/>
    public void Close(Exception error)
    {
        Guard.NotNull(error);
        VerifyThread();
        if (!IsClosed)
            _error = error;
        Close();
    }

    /// <summary>What is there without waiting. Room that this makes is taken by the sender that waits first.</summary>
    internal bool TryTake([MaybeNullWhen(false)] out T item)
    {
        VerifyThread();
        if (_items.TryDequeue(out item))
        {
            if (TakeFromSender(out var next))
                _items.Enqueue(next);
            return true;
        }
        return TakeFromSender(out item);
    }

    private bool TakeFromSender([MaybeNullWhen(false)] out T item)
    {
        if (_senders.First is not { } sender)
        {
            item = default;
            return false;
        }
        var hasItem = Collect(sender, out item);
        _senders.WakeFirst();
        return hasItem;
    }

    private void VerifyThread()
    {
        _senders.VerifyThread();
        _receivers.VerifyThread();
    }

    private ChannelClosedException NewClosedException() => new("The channel is closed: nothing can be sent to it any more.", _error);

    internal ChannelClosedException NewDrainedException() => new("The channel is closed, and all that was in it has been received.", _error);
}
