namespace CoroGen;

/// <content>What <see cref="Co.Select"/> does with a channel.</content>
public sealed partial class CoChannel<T>
{
    /// <summary>
    /// A case of <see cref="Co.Select"/>: receiving from this channel. When the channel is closed and nothing is left in it, the case is taken as well, with
    /// <see cref="ReceiveCase{T}.IsClosed"/>; its <see cref="ReceiveCase{T}.Item"/> then throws.
    /// </summary>
    public ReceiveCase<T> Receiving() => new(this);

    /// <summary>
    /// A case of <see cref="Co.Select"/>: sending an item to this channel. When the channel is closed, the case is taken as well, and the select throws a
    /// <see cref="ChannelClosedException"/>.
    /// </summary>
    /// <param name="item">The item. It can be changed between two selects.</param>
    public SendCase<T> Sending(T item) => new(this, item);

    internal void Check(EventLoop loop)
    {
        _senders.Check(loop);
        _receivers.Check(loop);
    }

    internal void EnrollReceiver(StandIn standIn)
    {
        Expect(standIn);
        _receivers.Add(standIn);
    }

    internal void EnrollSender(StandIn standIn, T item)
    {
        Offer(standIn, item);
        _senders.Add(standIn);
    }
}
