namespace CoroGen;

/// <content>What can be read.</content>
public sealed partial class CoReader
{
    private static readonly byte[] Newline = [(byte)'\n'];

    /// <summary>Waits until something has arrived, and returns it.</summary>
    /// <param name="co">The handle.</param>
    /// <param name="max">How many bytes at the most.</param>
    /// <returns>One byte at least; none at the end of the input.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    /// <exception cref="ConnectionLostException">The connection is lost.</exception>
    /// <exception cref="ObjectDisposedException">The connection is closed on this side.</exception>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled.</exception>
    [Coroutine]
    public byte[] Read(Co co, int max)
    {
        Guard.Positive(max);
        if (_buffer.IsEmpty && !FillMore(co))
            return [];
        return _buffer.Take(Math.Min(max, _buffer.Length));
    }

    /// <summary>As <see cref="Read(Co, int)"/>, into memory of the caller's: nothing is allocated, and nothing copied.</summary>
    /// <param name="co">The handle.</param>
    /// <param name="memory">Where to.</param>
    /// <returns>How many bytes have been read; 0 at the end of the input, or when the memory is empty.</returns>
    /// <inheritdoc cref="Read(Co, int)"/>
    [Coroutine]
    public int Read(Co co, Memory<byte> memory)
    {
        if (memory.IsEmpty)
            return 0;
        if (co.Loop.SpendBudget(TransferCost))
            co.TakeTurn();
        var count = TryRead(memory.Span);
        while (count == Transport.WouldWait)
        {
            co.Park(WaitForInput());
            count = TryRead(memory.Span);
        }
        return count;
    }

    /// <summary>Waits until a number of bytes has arrived.</summary>
    /// <param name="co">The handle.</param>
    /// <param name="count">How many; <see cref="Limit"/> does not count here.</param>
    /// <exception cref="IncompleteReadException">The input has ended before. What there was can still be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <inheritdoc cref="Read(Co, int)"/>
    [Coroutine]
    public byte[] ReadExactly(Co co, int count)
    {
        if (count < 0)
            throw new ArgumentOutOfRangeException(nameof(count), count, "The number must not be negative.");
        WaitFor(co, count);
        return count == 0 ? [] : _buffer.Take(count);
    }

    /// <summary>As <see cref="ReadExactly(Co, int)"/>, into memory of the caller's, which is filled when all has arrived.</summary>
    /// <param name="co">The handle.</param>
    /// <param name="memory">Where to.</param>
    /// <inheritdoc cref="ReadExactly(Co, int)"/>
    [Coroutine]
    public void ReadExactly(Co co, Memory<byte> memory)
    {
        WaitFor(co, memory.Length);
        TryRead(memory.Span);
    }

    /// <summary>Waits until there is a line.</summary>
    /// <param name="co">The handle.</param>
    /// <returns>The line, without what ends it (<c>\n</c> or <c>\r\n</c>); the last one need not be ended. Null at the end of the input.</returns>
    /// <exception cref="ReadLimitException">The line is longer than <see cref="Limit"/>. What there is of it can still be read, by the other methods.</exception>
    /// <inheritdoc cref="Read(Co, int)"/>
    [Coroutine]
    public string? ReadLine(Co co)
    {
        var length = Find(co, Newline);
        if (length < 0)
            length = _buffer.Length;
        return length == 0 ? null : TakeLine(length);
    }

    /// <summary>Waits until certain bytes have arrived.</summary>
    /// <param name="co">The handle.</param>
    /// <param name="delimiter">What ends the read: one byte or more.</param>
    /// <returns>What has arrived up to the end of the delimiter.</returns>
    /// <exception cref="IncompleteReadException">The input has ended before. What there was can still be read.</exception>
    /// <exception cref="ReadLimitException">The delimiter is not among the first <see cref="Limit"/> bytes. What there is can still be read.</exception>
    /// <exception cref="ArgumentException">The delimiter is empty.</exception>
    /// <inheritdoc cref="Read(Co, int)"/>
    [Coroutine]
    public byte[] ReadUntil(Co co, byte[] delimiter)
    {
        Guard.NotNull(delimiter);
        if (delimiter.Length == 0)
            throw new ArgumentException("The delimiter is empty.", nameof(delimiter));
        var length = Find(co, delimiter);
        return length >= 0 ? _buffer.Take(length) : throw new IncompleteReadException(_buffer.Length);
    }

    /// <summary>As <see cref="ReadUntil(Co, byte[])"/>, with a delimiter of one byte.</summary>
    /// <inheritdoc cref="ReadUntil(Co, byte[])"/>
    [Coroutine]
    public byte[] ReadUntil(Co co, byte delimiter) => ReadUntil(co, [delimiter]);

    /// <summary>Waits for the end of the input, and returns all that has arrived by then, however much it is.</summary>
    /// <param name="co">The handle.</param>
    /// <inheritdoc cref="Read(Co, int)"/>
    [Coroutine]
    public byte[] ReadToEnd(Co co) => ReadToEnd(co, int.MaxValue);

    /// <summary>Waits for the end of the input, and returns all that has arrived by then.</summary>
    /// <param name="co">The handle.</param>
    /// <param name="limit">How many bytes at the most.</param>
    /// <exception cref="ReadLimitException">There are more. They can still be read.</exception>
    /// <inheritdoc cref="Read(Co, int)"/>
    [Coroutine]
    public byte[] ReadToEnd(Co co, int limit)
    {
        do
        {
            if (_buffer.Length > limit)
                throw new ReadLimitException(limit);
        }
        while (FillMore(co));
        return _buffer.IsEmpty ? [] : _buffer.Take(_buffer.Length);
    }

    [Coroutine]
    private void WaitFor(Co co, int count)
    {
        while (_buffer.Length < count)
        {
            if (!FillMore(co))
                throw new IncompleteReadException(_buffer.Length, count);
        }
    }

    /// <summary>Waits for a delimiter.</summary>
    /// <returns>Where it ends; -1 when the input ends before.</returns>
    [Coroutine]
    private int Find(Co co, byte[] delimiter)
    {
        var searched = 0;
        while (true)
        {
            var place = _buffer.Span[searched..].IndexOf(delimiter);
            if (place >= 0)
                return WithinLimit(searched + place + delimiter.Length);
            searched = Math.Max(0, _buffer.Length - delimiter.Length + 1);
            WithinLimit(_buffer.Length);
            if (!FillMore(co))
                return -1;
        }
    }

    private int WithinLimit(int length) => length <= _limit ? length : throw new ReadLimitException(_limit);

    private string TakeLine(int length)
    {
        var line = _buffer.Span[..length];
        if (line[^1] == '\n')
            line = line[..^1];
        if (line.Length < length && line.Length > 0 && line[^1] == '\r')
            line = line[..^1];
        var text = Encoding.GetString(line);
        _buffer.Remove(length);
        return text;
    }
}
