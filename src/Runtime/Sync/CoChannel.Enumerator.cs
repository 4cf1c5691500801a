namespace CoroGen;

/// <content><c>foreach</c> over a channel.</content>
public sealed partial class CoChannel<T>
{
    /// <summary>
    /// For <c>foreach</c>: receives until the channel is closed and nothing is left in it. In a coroutine each round is a place where it may be suspended. Several may
    /// enumerate at once: each item goes to one of them.
    /// </summary>
    /// <exception cref="ChannelClosedException">In <c>foreach</c>: the channel was closed because of an error.</exception>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>See <see cref="GetEnumerator"/>.</summary>
    public sealed partial class Enumerator
    {
        private readonly CoChannel<T> _channel;
        private T? _current;

        internal Enumerator(CoChannel<T> channel) => _channel = channel;

        /// <summary>The item that was received last.</summary>
        public T Current => _current!;

        /// <summary>Receives the next item.</summary>
        /// <param name="co">The handle.</param>
        /// <returns>False when the channel is closed and nothing is left in it.</returns>
        /// <exception cref="ChannelClosedException">The channel was closed because of an error.</exception>
        /// <exception cref="CoroutineCanceledException">The coroutine is cancelled, and would have to wait.</exception>
        [Coroutine]
        public bool MoveNext(Co co)
        {
            if (co.Loop.SpendBudget())
                co.TakeTurn();
            if (_channel.TryTake(out _current))
                return true;
            if (!_channel.IsClosed)
            {
                _channel.Expect(co.Current);
                co.Park(_channel._receivers);
                if (_channel.Collect(co.Current, out _current))
                    return true;
            }
            return _channel._error is null ? false : throw _channel.NewDrainedException();
        }

        /// <summary>As <see cref="MoveNext(Co)"/>, for plain code: blocks the thread, which meanwhile runs the loop.</summary>
        /// <exception cref="InvalidOperationException">A coroutine calls: see <see cref="EventLoop.Blocking"/>.</exception>
        /// <inheritdoc cref="MoveNext(Co)"/>
        public bool MoveNext() => MoveNext(Co.OfPlainCode);
    }
}
