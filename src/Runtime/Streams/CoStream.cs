namespace CoroGen;

/// <summary>
/// A reader and a writer, as a stream of .NET: for <c>SslStream</c>, <c>PipeReader.Create</c>, serializers. Its asynchronous methods may be called on any thread, one read and one write at a time; they do
/// the work on the loop. The synchronous ones are for plain code, and block.
/// </summary>
internal sealed class CoStream(EventLoop loop, CoReader? reader, CoWriter? writer) : Stream
{
    public override bool CanRead => reader is not null;

    public override bool CanWrite => writer is not null;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private CoReader Reader => reader ?? throw new NotSupportedException("The stream cannot be read.");

    private CoWriter Writer => writer ?? throw new NotSupportedException("The stream cannot be written.");

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
            return new ValueTask<int>(Task.FromCanceled<int>(cancellationToken));
        return new ValueTask<int>(new PendingTransfer<int>(loop, () =>
        {
            var count = Reader.TryRead(buffer.Span);
            return count == Transport.WouldWait ? (Reader.WaitForInput(), 0) : (null, count);
        }, cancellationToken).Task);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
            return new ValueTask(Task.FromCanceled(cancellationToken));
        var isWritten = false;
        return new ValueTask(new PendingTransfer<bool>(loop, () =>
        {
            if (!isWritten)
                Writer.Write(buffer.Span);
            isWritten = true;
            return (Writer.DrainOrWait(), true);
        }, cancellationToken).Task);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => WriteAsync(default, cancellationToken).AsTask();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Reader.Read(loop.Blocking, buffer.AsMemory(offset, count));

    public override void Write(byte[] buffer, int offset, int count)
    {
        Writer.Write(buffer.AsSpan(offset, count));
        Flush();
    }

    public override void Flush() => Writer.Drain(loop.Blocking);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            OnLoop(CloseBoth);
        base.Dispose(disposing);
    }

    private void CloseBoth()
    {
        reader?.Close();
        writer?.Close();
    }

    private void OnLoop(Action action)
    {
        try
        {
            if (loop.IsOnThisThread)
                action();
            else
                loop.Post(action);
        }
        catch (ObjectDisposedException)
        {
            // The loop has closed it.
        }
    }
}
