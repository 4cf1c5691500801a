using System.Runtime.CompilerServices;

namespace CoroGen.Runtime.Tests;

public sealed partial class Channels
{
    private bool _isStopped;

    private Channels WithRoom(int capacity)
    {
        _channel = new CoChannel<int>(capacity);
        return this;
    }

    [Coroutine]
    private void Sends(Co co, int first, int count)
    {
        for (var i = 0; i < count; i++)
            _channel.Send(co, first + i);
    }

    [Coroutine]
    private void SaysSent(Co co, int item)
    {
        SayWhen("sending");
        _channel.Send(co, item);
        SayWhen("sent");
    }

    [Coroutine]
    private void SaysReceived(Co co, string name)
    {
        var item = _channel.Receive(co);
        SayWhen($"{name}:{item}");
    }

    [Coroutine]
    private void Meets(Co co)
    {
        var sender = co.Launch(SaysSent(1));
        co.Sleep(2000);
        SayWhen(_channel.Receive(co));
        co.Await(sender);
    }

    [Coroutine]
    private void SendsLater(Co co)
    {
        co.Sleep(2000);
        SaysSent(co, 1);
    }

    [Coroutine]
    private void MeetsLate(Co co)
    {
        co.Launch(SendsLater());
        SayWhen(_channel.Receive(co));
    }

    [Coroutine]
    private void SaysEachSent(Co co, int count)
    {
        for (var i = 1; i <= count; i++)
        {
            _channel.Send(co, i);
            SayWhen($"sent-{i}");
        }
    }

    [Coroutine]
    private void RunsAhead(Co co)
    {
        WithRoom(2);
        co.Launch(SaysEachSent(4));
        for (var i = 1; i <= 4; i++)
        {
            co.Sleep(1000);
            if (i == 1)
                Say(_channel.Count);
            SayWhen(_channel.Receive(co));
        }
    }

    [Coroutine]
    private void RunsAheadWithoutEnd(Co co)
    {
        WithRoom(int.MaxValue);
        co.Await(Sends(0, 1000));
        Say(_channel.Count);
        var sum = 0;
        while (_channel.TryReceive(out var item))
            sum += item;
        Say(sum);
    }

    [Coroutine]
    private void SaysEachReceived(Co co, string name, int count)
    {
        for (var i = 0; i < count; i++)
            Say($"{name}:{_channel.Receive(co)}");
    }

    [Coroutine]
    private void SharesOut(Co co)
    {
        for (var item = 1; item <= 6; item++)
            co.Launch(Sends(item, 1));
        co.WaitAll(SaysOneReceivedTwice("a"), SaysOneReceivedTwice("b"), SaysOneReceivedTwice("c"));
    }

    [Coroutine]
    private void SaysOneReceivedTwice(Co co, string name)
    {
        SaysEachReceived(co, name, 1);
        co.Sleep(1000);
        SaysEachReceived(co, name, 1);
    }

    private void SayTaken()
    {
        while (_channel.TryReceive(out var item))
            Say(item);
        Say(false);
    }

    [Coroutine]
    private void Tries(Co co)
    {
        Say(_channel.TrySend(9));
        Say(_channel.TryReceive(out _));
        Say("|");
        foreach (var item in new[] { 1, 2, 3 })
            co.Launch(Sends(item, 1));
        co.Yield();
        Say(_channel.TrySend(9));
        SayTaken();
        Say("|");
        WithRoom(2);
        Say(_channel.TrySend(1));
        Say(_channel.TrySend(4));
        co.Launch(Sends(5, 1));
        co.Yield();
        Say(_channel.TrySend(9));
        SayTaken();
    }

    [Coroutine]
    private void TriesToHandOver(Co co)
    {
        var receivers = new[] { co.Launch(SaysReceived("a")), co.Launch(SaysReceived("b")) };
        co.Yield();
        Say(_channel.TrySend(1));
        _channel.TrySend(2);
        co.WaitAll(receivers);
    }

    [Coroutine]
    private void CancelsSender(Co co, int canceled)
    {
        Coroutine[] senders = [co.Launch(Sends(10, 1)), co.Launch(Sends(20, 1)), co.Launch(Sends(30, 1))];
        co.Yield();
        senders[canceled].Cancel();
        Say(_channel.Receive(co));
        Say(_channel.Receive(co));
        co.Wait(senders);
        Say(senders[canceled].Status);
        Say(_channel.TryReceive(out var item) ? item : 0);
    }

    [Coroutine]
    private void CancelsReceiver(Co co, int canceled)
    {
        Coroutine[] receivers = [co.Launch(SaysEachReceived("a", 1)), co.Launch(SaysEachReceived("b", 1)), co.Launch(SaysEachReceived("c", 1))];
        co.Yield();
        receivers[canceled].Cancel();
        _channel.Send(co, 1);
        _channel.Send(co, 2);
        co.Wait(receivers);
        Say(receivers[canceled].Status);
        Say(_channel.TrySend(9) ? 1 : 0);
    }

    [Coroutine]
    private void ReceivesAndSleeps(Co co)
    {
        Say($"received-{_channel.Receive(co)}");
        co.Sleep(1000);
    }

    [Coroutine]
    private void CancelsTooLateReceiver(Co co)
    {
        var receiver = co.Launch(ReceivesAndSleeps());
        co.Yield();
        _channel.Send(co, 1);
        receiver.Cancel();
        co.Wait(receiver);
        Say(receiver.Status);
    }

    [Coroutine]
    private void SendsAndSleeps(Co co)
    {
        _channel.Send(co, 1);
        Say("sent");
        co.Sleep(1000);
    }

    [Coroutine]
    private void CancelsTooLateSender(Co co)
    {
        var sender = co.Launch(SendsAndSleeps());
        co.Yield();
        Say(_channel.Receive(co));
        sender.Cancel();
        co.Wait(sender);
        Say(sender.Status);
    }

    [Coroutine]
    private void CancelledUser(Co co)
    {
        co.Current.Cancel();
        _channel.Send(co, 1);
        Say("sent");
        try
        {
            _channel.Send(co, 2);
        }
        catch (CoroutineCanceledException)
        {
            Say("canceled");
        }
        Say(_channel.Count);
        Say(_channel.Receive(co));
        try
        {
            _channel.Receive(co);
        }
        catch (CoroutineCanceledException)
        {
            Say("canceled");
        }
        Say(_channel.Count);
    }

    [Coroutine]
    private void UsesThoughCancelled(Co co)
    {
        WithRoom(1);
        co.Await(CancelledUser());
        _channel.TrySend(5);
        _channel.TryReceive(out _);
        Say(_channel.Count);
    }

    [Coroutine]
    private void HasLimits(Co co)
    {
        try
        {
            co.Timeout(TimeSpan.FromSeconds(2), _channel.Receive());
        }
        catch (TimeoutException)
        {
            SayWhen("late");
        }
        Say(_channel.TrySend(9) ? 1 : 0);
        try
        {
            co.Timeout(TimeSpan.FromSeconds(1), _channel.Send(5));
        }
        catch (TimeoutException)
        {
            SayWhen("late");
        }
        Say(_channel.TryReceive(out _) ? 1 : 0);
        co.Launch(_channel.Send(7));
        SayWhen(co.Timeout(TimeSpan.FromSeconds(1), _channel.Receive()));
    }

    [Coroutine]
    private void SendsToItself(Co co)
    {
        while (!_isStopped)
        {
            _channel.Send(co, 1);
            _channel.Receive(co);
        }
        Say("stopped");
    }

    [Coroutine]
    private void Stops(Co co)
    {
        co.Yield();
        _isStopped = true;
        Say("stop");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference SendsOneObject(CoChannel<object> channel)
    {
        var item = new object();
        Schedule(channel.Send(item), channel.Send(item));
        Loop.Tick();
        Schedule(Discards(channel), Discards(channel));
        return new WeakReference(item);
    }

    [Coroutine]
    private static void Discards(Co co, CoChannel<object> channel) => channel.Receive(co);

    [Coroutine]
    private void SendsMany(Co co, int count)
    {
        for (var i = 0; i < count; i++)
            _channel.Send(co, i);
    }

    [Coroutine]
    private void ReceivesMany(Co co, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (_channel.Receive(co) != i)
                Assert.Fail("Items came in another order.");
        }
    }

    [Coroutine]
    private void TriesOnAnotherThread(Co co)
    {
        var errors = new List<Exception?>();
        var thread = new Thread(() => errors.AddRange(Record.Exception(() => _channel.TrySend(9)), Record.Exception(() => _channel.TryReceive(out _)), Record.Exception(_channel.Close)));
        thread.Start();
        thread.Join();
        foreach (var error in errors)
            Say(error!.GetType().Name);
        co.Yield();
    }
}
