using System.Buffers;
using System.Net.Security;

namespace CoroGen;

/// <summary>
/// A stream, TLS among them. One read and one write are under way at most, into and from buffers of its own: a wait that is cancelled leaves them going on, so that nothing is lost.
/// </summary>
/// <param name="loop">The loop.</param>
/// <param name="stream">The stream. It is closed with the connection.</param>
/// <param name="abort">What closes at once what is under the stream.</param>
internal sealed class StreamTransport(EventLoop loop, Stream stream, Action? abort = null) : Transport
{
    private const int BufferSize = 16 * 1024;

    private byte[]? _input;
    private Task<int>? _read;
    private int _start;
    private int _end;
    private Task? _write;
    private WaitQueue? _inputWait;

    public override int TryRead(Span<byte> buffer)
    {
        if (_start == _end && !TryReadNext())
            return WouldWait;
        var count = Math.Min(_end - _start, buffer.Length);
        _input.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        if (_start == _end)
            GiveBackInput();
        return count;
    }

    public override WaitQueue WaitForInput()
    {
        if (_inputWait is { IsEmpty: false })
            throw new InvalidOperationException("Another coroutine is reading from this stream: one at a time can.");
        return _inputWait = TaskWaits.WaitFor(loop, _read!);
    }

    public override void EndInput()
    {
        // When it cannot be abandoned the read has just ended, and wakes by itself.
        if (_inputWait is { First: { } reader } wait && wait.Abandon(reader))
            reader.Wake(new ObjectDisposedException(nameof(CoReader), "The reader is closed."));
    }

    public override int TryWrite(ReadOnlySpan<byte> bytes)
    {
        if (_write is { IsCompleted: false })
            return WouldWait;
        TakeWriteError();
        var count = Math.Min(bytes.Length, BufferSize);
        var buffer = ArrayPool<byte>.Shared.Rent(count);
        bytes[..count].CopyTo(buffer);
        using (loop.UseContext())
            _write = Write(buffer, count);
        return count;
    }

    public override WaitQueue WaitForOutput() => TaskWaits.WaitFor(loop, _write!);

    public override void EndOutput()
    {
        using (loop.UseContext())
            _write = ShutDown(_write);
    }

    public override async Task Close(bool drop)
    {
        try
        {
            if (drop)
                abort?.Invoke();
            else
                await ShutDown(_write).ConfigureAwait(true);
        }
        finally
        {
            await DisposeStream().ConfigureAwait(true);
        }
    }

    private bool TryReadNext()
    {
        if (_read is null)
        {
            _input ??= ArrayPool<byte>.Shared.Rent(BufferSize);
            using (loop.UseContext())
                _read = stream.ReadAsync(_input, 0, BufferSize);
        }
        if (!_read.IsCompleted)
            return false;
        _start = _end = 0;
        // A read that has failed, or come to the end, stays: it is the outcome of all further ones.
        _end = _read.GetAwaiter().GetResult();
        if (_end > 0)
            _read = null;
        return true;
    }

    private void GiveBackInput()
    {
        if (_input is null || _read is { IsCompleted: false })
            return;
        ArrayPool<byte>.Shared.Return(_input);
        _input = null;
    }

    private async Task Write(byte[] buffer, int count)
    {
        try
        {
            await stream.WriteAsync(buffer.AsMemory(0, count)).ConfigureAwait(true);
            await stream.FlushAsync().ConfigureAwait(true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void TakeWriteError()
    {
        if (_write is { IsFaulted: true })
            _write.GetAwaiter().GetResult();
    }

    /// <summary>Waits for what is under way; then TLS says goodbye. Other streams have no word for it, and a peer that has gone need not hear it.</summary>
    private async Task ShutDown(Task? write)
    {
        if (write is not null)
            await write.ConfigureAwait(true);
        if (stream is not SslStream ssl)
            return;
        try
        {
            await ssl.ShutdownAsync().ConfigureAwait(true);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // It has gone.
        }
    }

    private async Task DisposeStream()
    {
#if NET
        await stream.DisposeAsync().ConfigureAwait(true);
#else
        stream.Dispose();
        await Task.CompletedTask.ConfigureAwait(true);
#endif
    }
}
