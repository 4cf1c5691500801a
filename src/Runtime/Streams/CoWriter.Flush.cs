namespace CoroGen;

/// <content>Sending. What the peer does not take at once goes out as it takes it, whoever waits for that or not.</content>
public sealed partial class CoWriter
{
    /// <summary>Called by the loop, for what was written and not drained.</summary>
    internal void FlushListed()
    {
        _isListed = false;
        FlushNow();
    }

    private void FlushNow()
    {
        if (_flusher is not { IsWaiting: true })
            Flush();
    }

    private void Flush()
    {
        try
        {
            if (TrySend())
                Finish();
            else
                GoOnLater();
        }
        catch (Exception e)
        {
            Lose(e);
        }
        if (_buffer.Length <= _lowWaterMark)
            _drained.WakeAll();
    }

    private bool TrySend()
    {
        while (!_buffer.IsEmpty)
        {
            var count = _connection.Transport.TryWrite(_buffer.Span);
            if (count == Transport.WouldWait)
                return false;
            _buffer.Remove(count);
        }
        _buffer.ReleaseIfEmpty();
        return true;
    }

    private void GoOnLater()
    {
        _flusher ??= new QueuedCallback(Loop, GoOn);
        _connection.Transport.WaitForOutput().Add(_flusher);
        Loop.UnfinishedOutputs++;
    }

    private void GoOn()
    {
        Loop.UnfinishedOutputs--;
        if (!_connection.IsClosing)
            Flush();
    }

    /// <summary>All is sent.</summary>
    private void Finish()
    {
        if (_state == State.Closing)
        {
            _connection.Close(drop: false);
        }
        else if (_state == State.Ending)
        {
            _state = State.Ended;
            _connection.Transport.EndOutput();
            _connection.EndOutput();
        }
    }

    private void Lose(Exception error)
    {
        _error = error;
        Drop();
        if (_state == State.Closing)
            _connection.Close(drop: true);
        else
            _connection.EndOutput();
    }

    private void Drop()
    {
        _buffer.Clear();
        if (_flusher is { Queue: { } queue })
        {
            queue.Abandon(_flusher);
            Loop.UnfinishedOutputs--;
        }
        _drained.WakeAll();
    }
}
