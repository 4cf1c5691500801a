namespace CoroGen;

/// <summary>What a reader and a writer have in common: the descriptor is closed when both are done, or when the writer closes it.</summary>
internal sealed class Connection(EventLoop loop, Transport transport)
{
    private bool _hasInputEnded;
    private bool _hasOutputEnded;

    public EventLoop Loop => loop;

    public Transport Transport => transport;

    /// <summary>Whether nothing can be read or written any more.</summary>
    public bool IsClosing { get; private set; }

    /// <summary>Whether the descriptor is closed.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Those who wait for that.</summary>
    public WaitQueue Closed { get; } = new("the end of a connection");

    /// <summary>Why what had been handed over was not sent; null: it was.</summary>
    public Exception? CloseError { get; private set; }

    public void EndInput()
    {
        _hasInputEnded = true;
        if (_hasOutputEnded)
            Close(drop: false);
    }

    public void EndOutput()
    {
        _hasOutputEnded = true;
        if (_hasInputEnded)
            Close(drop: false);
    }

    /// <param name="drop">Whether to do so at once, even when it is closing already.</param>
    public void Close(bool drop)
    {
        if (IsClosed || (IsClosing && !drop))
            return;
        var end = CloseTransport(drop);
        if (IsClosing)
            return;
        IsClosing = true;
        loop.UnfinishedOutputs++;
        if (end.IsCompleted)
            Finish(end);
        else
            end.ContinueWith(FinishOnLoop, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private Task CloseTransport(bool drop)
    {
        using (loop.UseContext())
            return transport.Close(drop);
    }

    private void FinishOnLoop(Task end)
    {
        try
        {
            loop.Post(() => Finish(end));
        }
        catch (ObjectDisposedException)
        {
            // Nobody waits in a disposed loop.
        }
    }

    private void Finish(Task end)
    {
        loop.UnfinishedOutputs--;
        IsClosed = true;
        CloseError = end.Exception?.InnerException;
        Closed.WakeAll();
    }
}
