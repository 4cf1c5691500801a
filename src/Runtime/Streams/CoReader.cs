using System.Text;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>
/// The incoming half of a connection: see <see cref="CoNet.OpenConnection(Co, string, int)"/>. What has arrived and was not asked for yet is kept, also when a read throws or is cancelled.
/// </summary>
/// <remarks>To be used on the loop's thread only, by one coroutine at a time. The memory of a buffer is held only while there is something in it.</remarks>
public sealed partial class CoReader : IDisposable
{
    /// <summary>How much of a step's budget a transfer takes: as many system calls as take about as long as that many waits that need not wait.</summary>
    internal const int TransferCost = 20;

    /// <summary>The least room for which a read asks.</summary>
    private const int LeastRoom = 512;

    private readonly Connection _connection;
    private ByteBuffer _buffer;
    private Exception? _error;
    private int _limit;

    internal CoReader(Connection connection, int limit)
    {
        _connection = connection;
        Limit = limit;
    }

    /// <summary>
    /// How many bytes there may be, at most, before <see cref="ReadLine(Co)"/> and <see cref="ReadUntil(Co, byte[])"/> find what ends them, that included; and how many <see cref="Fill(Co)"/> keeps. Else they throw
    /// a <see cref="ReadLimitException"/>. 65,536 unless told otherwise.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public int Limit
    {
        get => _limit;
        set
        {
            Guard.Positive(value, nameof(value));
            _limit = value;
        }
    }

    /// <summary>How lines become text: UTF-8 unless told otherwise.</summary>
    public Encoding Encoding { get; set; } = Encoding.UTF8;

    /// <summary>Whether the peer has ended, and all that it sent has been read.</summary>
    public bool IsAtEnd => _buffer.IsEmpty && HasEnded;

    /// <summary>What has arrived and has not been read: for parsers. Valid until the next call of another member.</summary>
    public ReadOnlyMemory<byte> Buffered => _buffer.Memory;

    /// <summary>The loop that it belongs to.</summary>
    public EventLoop Loop => _connection.Loop;

    private bool HasEnded { get; set; }

    /// <summary>Waits until more has arrived than <see cref="Buffered"/> shows, and adds it there.</summary>
    /// <returns>False at the end of the input.</returns>
    /// <exception cref="ReadLimitException">There are as many bytes already as <see cref="Limit"/> allows.</exception>
    /// <exception cref="ConnectionLostException">The connection is lost.</exception>
    /// <exception cref="ObjectDisposedException">The connection is closed on this side.</exception>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled.</exception>
    [Coroutine]
    public bool Fill(Co co)
    {
        if (_buffer.Length >= _limit)
            throw new ReadLimitException(_limit);
        return FillMore(co);
    }

    /// <summary>Removes what a parser has used from the front of <see cref="Buffered"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is not so much.</exception>
    public void Advance(int count)
    {
        if ((uint)count > (uint)_buffer.Length)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"{_buffer.Length} bytes are buffered.");
        _buffer.Remove(count);
    }

    /// <summary>
    /// Ends reading: what arrives from now on is not wanted, and whoever waits for it gets an <see cref="ObjectDisposedException"/>. The connection is closed when writing has ended, too.
    /// </summary>
    public void Close()
    {
        Loop.VerifyThread();
        if (!_connection.IsClosing)
            _connection.Transport.EndInput();
        _error ??= new ObjectDisposedException(nameof(CoReader), "The reader is closed.");
        _buffer.Clear();
        _connection.EndInput();
    }

    /// <summary>As <see cref="Close"/>.</summary>
    public void Dispose() => Close();

    /// <summary>One with the same settings, for what another connection makes of this one.</summary>
    internal CoReader Over(Connection connection) => new(connection, _limit) { Encoding = Encoding };

    /// <summary>Reads without waiting. Without memory it only finds out whether there is something to read.</summary>
    /// <returns>How much; 0 at the end; or <see cref="Transport.WouldWait"/>.</returns>
    internal int TryRead(Span<byte> memory)
    {
        if (memory.IsEmpty && _buffer.IsEmpty)
            return Math.Min(TryFill(), 0);
        if (!_buffer.IsEmpty)
        {
            var count = Math.Min(memory.Length, _buffer.Length);
            _buffer.Span[..count].CopyTo(memory);
            _buffer.Remove(count);
            return count;
        }
        return TryReceive(memory);
    }

    internal WaitQueue WaitForInput() => _connection.Transport.WaitForInput();

    [Coroutine]
    private bool FillMore(Co co)
    {
        if (co.Loop.SpendBudget(TransferCost))
            co.TakeTurn();
        var count = TryFill();
        while (count == Transport.WouldWait)
        {
            co.Park(WaitForInput());
            count = TryFill();
        }
        return count > 0;
    }

    private int TryFill()
    {
        var count = TryReceive(_buffer.Free(LeastRoom).Span);
        if (count > 0)
            _buffer.Add(count);
        else
            _buffer.ReleaseIfEmpty();
        return count;
    }

    private int TryReceive(Span<byte> memory)
    {
        if (HasEnded)
            return 0;
        if (_error is not null)
            CoroutineServices.Rethrow(_error);
        if (_connection.IsClosing)
            throw new ObjectDisposedException(nameof(CoReader), "The connection is closed: nothing more can be read.");
        try
        {
            var count = _connection.Transport.TryRead(memory);
            if (count == 0)
                End();
            return count;
        }
        catch (Exception e)
        {
            _error = e;
            _connection.EndInput();
            throw;
        }
    }

    private void End()
    {
        HasEnded = true;
        _connection.EndInput();
    }
}
