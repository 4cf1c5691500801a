namespace CoroGen.Runtime.Tests;

public sealed partial class ChannelEnds
{
    [Coroutine]
    private void Receives(Co co, string name)
    {
        try
        {
            var item = _channel.Receive(co);
            SayWhen($"{name}:{item}");
        }
        catch (ChannelClosedException)
        {
            SayWhen($"{name}:closed");
        }
    }

    [Coroutine]
    private void Sends(Co co, int item)
    {
        try
        {
            _channel.Send(co, item);
        }
        catch (ChannelClosedException)
        {
            SayWhen($"{item}:closed");
        }
    }

    private void SayError(Action action) =>
        Say(Record.Exception(action) is ChannelClosedException e ? e.InnerException?.Message ?? "closed" : "none");

    [Coroutine]
    private void ClosesForReceivers(Co co)
    {
        var receivers = new[] { co.Launch(Receives("a")), co.Launch(Receives("b")) };
        co.Sleep(1000);
        _channel.Close();
        co.WaitAll(receivers);
        Say(_channel.IsClosed);
        Say(_channel.Count);
    }

    [Coroutine]
    private void ClosesForSenders(Co co)
    {
        _channel = new CoChannel<int>(1);
        var senders = new[] { co.Launch(Sends(1)), co.Launch(Sends(2)), co.Launch(Sends(3)) };
        co.Sleep(1000);
        _channel.Close();
        co.WaitAll(senders);
        Say(_channel.Count);
        Say(_channel.Receive(co));
        SayError(() => _channel.TryReceive(out _));
    }

    [Coroutine]
    private void Drains(Co co)
    {
        _channel = new CoChannel<int>(3);
        for (var i = 1; i <= 3; i++)
            _channel.Send(co, i);
        _channel.Close();
        _channel.Close();
        try
        {
            _channel.Send(co, 4);
        }
        catch (ChannelClosedException)
        {
            Say("closed");
        }
        SayError(() => _channel.TrySend(4));
        Say(_channel.Count);
        while (_channel.Count > 0)
            Say(_channel.Receive(co));
        try
        {
            _channel.Receive(co);
        }
        catch (ChannelClosedException)
        {
            Say("closed");
        }
        SayError(() => _channel.TryReceive(out _));
    }

    [Coroutine]
    private void ClosesWithError(Co co)
    {
        _channel = new CoChannel<int>(1);
        _channel.Send(co, 1);
        var sender = co.Launch(_channel.Send(2));
        co.Yield();
        _channel.Close(new InvalidTimeZoneException("broken"));
        _channel.Close(new InvalidTimeZoneException("later"));
        SayError(() => _channel.TrySend(3));
        co.Wait(sender);
        Say(sender.Error!.InnerException!.Message);
        Say(_channel.Receive(co));
        SayError(() => _channel.TryReceive(out _));
        try
        {
            _channel.Receive(co);
        }
        catch (ChannelClosedException e)
        {
            Say(e.InnerException!.Message);
        }
        try
        {
            foreach (var item in _channel)
                Say(item);
        }
        catch (ChannelClosedException e)
        {
            Say("foreach:" + e.InnerException!.Message);
        }
    }

    [Coroutine]
    private void SendsSlowly(Co co, int count)
    {
        for (var i = 0; i < count; i++)
        {
            _channel.Send(co, i);
            co.Sleep(1000);
        }
        _channel.Close();
    }

    [Coroutine]
    private void Enumerates(Co co)
    {
        co.Launch(SendsSlowly(3));
        foreach (var item in _channel)
            SayWhen(item);
        SayWhen("end");
    }

    [Coroutine]
    private void EnumeratesAs(Co co, string name)
    {
        foreach (var item in _channel)
        {
            Say($"{name}:{item}");
            co.Yield();
        }
        Say($"{name}-end");
    }

    [Coroutine]
    private void EnumeratesTwice(Co co)
    {
        var both = new[] { co.Launch(EnumeratesAs("a")), co.Launch(EnumeratesAs("b")) };
        SendsSlowly(co, 5);
        co.WaitAll(both);
    }

    [Coroutine]
    private void Leaves(Co co)
    {
        _channel = new CoChannel<int>(4);
        for (var i = 0; i < 4; i++)
            _channel.Send(co, i);
        _channel.Close();
        foreach (var item in _channel)
        {
            Say(item);
            if (item == 1)
                break;
        }
        Say("|");
        foreach (var item in _channel)
            Say(item);
        Say("end");
    }

    [Coroutine]
    private void EnumeratesToTheEnd(Co co)
    {
        try
        {
            foreach (var item in _channel)
                Say(item);
        }
        catch (CoroutineCanceledException)
        {
            Say("canceled");
            throw;
        }
    }

    [Coroutine]
    private void CancelsEnumerator(Co co)
    {
        _channel = new CoChannel<int>(1);
        var enumerator = co.Launch(EnumeratesToTheEnd());
        _channel.Send(co, 0);
        co.Yield();
        co.Yield();
        enumerator.Cancel();
        _channel.Send(co, 1);
        co.Wait(enumerator);
        Say(enumerator.Status);
        Say(_channel.Receive(co));
    }

    [Coroutine]
    private void SaysSent(Co co)
    {
        _channel.Send(co, 1);
        Say("sent");
    }

    [Coroutine]
    private void ClosesAfterGrant(Co co)
    {
        var sender = co.Launch(SaysSent());
        co.Yield();
        Say(_channel.Receive(co));
        _channel.Close();
        co.Await(sender);
    }

    [Coroutine]
    private void ClosesAfterHandOver(Co co)
    {
        var receiver = co.Launch(Receives("a"));
        co.Yield();
        _channel.Send(co, 1);
        _channel.Close();
        co.Await(receiver);
    }
}
