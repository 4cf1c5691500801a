namespace CoroGen;

/// <summary>The case of a <see cref="Co.Select"/> that receives from a channel: see <see cref="CoChannel{T}.Receiving"/>.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>To be used on the loop's thread only.</remarks>
public sealed class ReceiveCase<T> : SelectCase
{
    private readonly CoChannel<T> _channel;
    private T? _item;
    private bool _hasItem;

    internal ReceiveCase(CoChannel<T> channel) => _channel = channel;

    /// <summary>The item that it has received, until it is used again.</summary>
    /// <exception cref="ChannelClosedException">It was taken because the channel is closed and nothing is left in it.</exception>
    /// <exception cref="InvalidOperationException">The last select has not taken it.</exception>
    public T Item => _hasItem ? _item!
        : IsClosed ? throw _channel.NewDrainedException()
        : throw new InvalidOperationException("The case has received nothing: the select has not taken it. Compare what 'Select' returns with the case first.");

    /// <summary>Whether it was taken because the channel is closed and nothing is left in it.</summary>
    public bool IsClosed { get; private set; }

    internal override string Description => "an item of a channel";

    internal override void Check(Coroutine waiter) => _channel.Check(waiter.Loop);

    internal override void Reset() => Set(false, default);

    internal override bool TryTake(Coroutine waiter)
    {
        var hasItem = _channel.TryTake(out var item);
        if (hasItem || _channel.IsClosed)
            Set(true, item, hasItem);
        return hasItem || IsClosed;
    }

    private protected override void Enroll(StandIn standIn) => _channel.EnrollReceiver(standIn);

    private protected override void Collect(StandIn standIn)
    {
        var hasItem = _channel.Collect(standIn, out var item);
        Set(true, item, hasItem);
    }

    private void Set(bool isTaken, T? item, bool hasItem = false)
    {
        _item = item;
        _hasItem = hasItem;
        IsClosed = isTaken && !hasItem;
    }
}

/// <summary>The case of a <see cref="Co.Select"/> that sends to a channel: see <see cref="CoChannel{T}.Sending"/>.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>To be used on the loop's thread only.</remarks>
public sealed class SendCase<T> : SelectCase
{
    private readonly CoChannel<T> _channel;
    private T _item;

    internal SendCase(CoChannel<T> channel, T item)
    {
        _channel = channel;
        _item = item;
    }

    /// <summary>What the next select sends.</summary>
    /// <exception cref="InvalidOperationException">It is set while a select with the case is under way.</exception>
    public T Item
    {
        get => _item;
        set => _item = Wait is null ? value : throw new InvalidOperationException("A select with the case is under way: it sends the item that it began with.");
    }

    internal override string Description => "room in a channel";

    internal override void Check(Coroutine waiter) => _channel.Check(waiter.Loop);

    internal override bool TryTake(Coroutine waiter) => _channel.TrySend(_item);

    private protected override void Enroll(StandIn standIn) => _channel.EnrollSender(standIn, _item);
}
