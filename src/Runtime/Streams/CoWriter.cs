using System.Buffers;
using System.Text;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>
/// The outgoing half of a connection: see <see cref="CoNet.OpenConnection(Co, string, int)"/>. What is written is buffered, and sent in the same pass of the loop; call <see cref="Drain(Co)"/> after writing, so that a
/// peer that reads slowly holds the writer back.
/// </summary>
/// <remarks>To be used on the loop's thread only.</remarks>
public sealed partial class CoWriter : IBufferWriter<byte>, IDisposable
{
    private readonly Connection _connection;
    private readonly WaitQueue _drained = new("the peer to take what was written");
    private readonly int _highWaterMark;
    private readonly int _lowWaterMark;
    private ByteBuffer _buffer;
    private QueuedCallback? _flusher;
    private Exception? _error;
    private bool _isListed;
    private State _state;

    internal CoWriter(Connection connection, StreamOptions options)
        : this(connection, options.HighWaterMark, Math.Min(options.LowWaterMark, options.HighWaterMark))
    {
    }

    private CoWriter(Connection connection, int highWaterMark, int lowWaterMark)
    {
        _connection = connection;
        _highWaterMark = highWaterMark;
        _lowWaterMark = lowWaterMark;
    }

    private enum State
    {
        Open,

        /// <summary>The peer is to be told the end when all is sent.</summary>
        Ending,
        Ended,

        /// <summary>The connection is to be closed when all is sent.</summary>
        Closing,
    }

    /// <summary>How many bytes wait to be sent.</summary>
    public int Buffered => _buffer.Length;

    /// <summary>Whether the connection is closed, by whichever side.</summary>
    public bool IsClosed => _connection.IsClosed;

    /// <summary>The loop that it belongs to.</summary>
    public EventLoop Loop => _connection.Loop;

    private bool MustDrain => _buffer.Length > _highWaterMark;

    /// <summary>Buffers bytes. Never waits.</summary>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="ConnectionLostException">The connection is lost.</exception>
    /// <exception cref="InvalidOperationException">The loop is running on another thread.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        BeginWrite();
        _buffer.Add(bytes);
    }

    /// <summary>Buffers a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="encoding">How it becomes bytes: UTF-8 unless told otherwise.</param>
    /// <inheritdoc cref="Write(ReadOnlySpan{byte})"/>
    public void Write(string text, Encoding? encoding = null)
    {
        Guard.NotNull(text);
        BeginWrite();
        encoding ??= Encoding.UTF8;
        var room = _buffer.Free(text.Length < 256 ? encoding.GetMaxByteCount(text.Length) : encoding.GetByteCount(text));
        _buffer.Add(encoding.GetBytes(text, room.Span));
    }

    /// <summary>Room to write into, for serializers: <see cref="Advance"/> buffers what was written there. Valid until then, and until the next suspension.</summary>
    /// <inheritdoc cref="Write(ReadOnlySpan{byte})"/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        BeginWrite();
        return _buffer.Free(Math.Max(sizeHint, 1));
    }

    /// <inheritdoc cref="GetMemory"/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Buffers what was written into the memory that <see cref="GetMemory"/> returned last.</summary>
    /// <param name="count">How many bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">There was not so much room.</exception>
    public void Advance(int count)
    {
        if ((uint)count > (uint)_buffer.Free(0).Length)
            throw new ArgumentOutOfRangeException(nameof(count), count, "There is not so much room.");
        _buffer.Add(count);
    }

    /// <summary>
    /// Sends what is buffered. Does not wait as long as the system, or the buffer below its high-water mark, takes it; else waits until the buffer is down to its low-water mark.
    /// </summary>
    /// <param name="co">The handle.</param>
    /// <exception cref="ConnectionLostException">The connection is lost, what was buffered with it.</exception>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled, and would have to wait. What is buffered remains.</exception>
    [Coroutine]
    public void Drain(Co co)
    {
        if (co.Loop.SpendBudget(CoReader.TransferCost))
            co.TakeTurn();
        if (DrainOrWait() is not { } queue)
            return;
        co.Park(queue);
        ThrowIfLost();
    }

    /// <summary>
    /// Tells the peer, when all is sent, that nothing more will come. Reading goes on; when the peer has ended, too, the connection is closed.
    /// </summary>
    public void CloseWrite()
    {
        Loop.VerifyThread();
        if (_state != State.Open)
            return;
        _state = State.Ending;
        FlushNow();
    }

    /// <summary>Closes the connection when all is sent. Does not wait for that: see <see cref="WaitClosed(Co)"/>. A second call does nothing.</summary>
    public void Close()
    {
        Loop.VerifyThread();
        if (_state == State.Closing)
            return;
        _state = State.Closing;
        FlushNow();
    }

    /// <summary>Closes the connection at once; what is buffered is lost.</summary>
    public void Abort()
    {
        Loop.VerifyThread();
        _state = State.Closing;
        Drop();
        _connection.Close(drop: true);
    }

    /// <summary>As <see cref="Close"/>.</summary>
    public void Dispose() => Close();

    /// <summary>Waits until the connection is closed. A peer that does not read can make that last: put a time limit round it, and <see cref="Abort"/> then.</summary>
    /// <param name="co">The handle.</param>
    /// <exception cref="ConnectionLostException">The connection was lost before all was sent.</exception>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled.</exception>
    [Coroutine]
    public void WaitClosed(Co co)
    {
        if (!_connection.IsClosed)
            co.Park(_connection.Closed);
        _error ??= _connection.CloseError;
        ThrowIfLost();
    }

    /// <summary>One with the same settings, for what another connection makes of this one.</summary>
    internal CoWriter Over(Connection connection) => new(connection, _highWaterMark, _lowWaterMark);

    /// <summary>As <see cref="Drain(Co)"/>, for what cannot wait here.</summary>
    /// <returns>The queue to wait in; null when there is nothing to wait for.</returns>
    internal WaitQueue? DrainOrWait()
    {
        FlushNow();
        ThrowIfLost();
        return MustDrain ? _drained : null;
    }

    private void BeginWrite()
    {
        Loop.VerifyThread();
        ThrowIfLost();
        if (_state >= State.Closing || _connection.IsClosing)
            throw new ObjectDisposedException(nameof(CoWriter), "The writer is closed: nothing more can be written.");
        if (_state != State.Open)
            throw new InvalidOperationException("The peer has been told that nothing more will come: nothing can be written after CloseWrite.");
        if (_isListed)
            return;
        _isListed = true;
        Loop.FlushLater(this);
    }

    private void ThrowIfLost()
    {
        if (_error is not null)
            CoroutineServices.Rethrow(_error);
    }
}
