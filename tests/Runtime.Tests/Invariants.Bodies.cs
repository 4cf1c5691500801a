namespace CoroGen.Runtime.Tests;

public sealed partial class Invariants
{
    private bool _isStopped;

    /// <summary>Holds it until all others wait, and gives it away in one step.</summary>
    [Coroutine]
    private void Holds(Co co, Kind kind, Action? before = null, Action<Coroutine, Invariants>? after = null)
    {
        Try(kind, co.Current);
        co.Yield();
        before?.Invoke();
        Give(kind);
        after?.Invoke(co.Current, this);
    }

    private static Action<Coroutine, Invariants> TriesToBarge(Kind kind) => (task, test) => test.Say($"barged:{test.Try(kind, task)}");

    /// <summary>Without waiting.</summary>
    private bool Try(Kind kind, Coroutine task) => kind switch
    {
        Kind.Lock => _lock.TryEnter(new Co(task)),
        Kind.Permit => _semaphore.TryAcquire(),
        Kind.Item => _receiving.TryReceive(out _),
        _ => _sending.TrySend(0),
    };

    private void Give(Kind kind)
    {
        switch (kind)
        {
            case Kind.Lock:
                _lock.Exit();
                break;
            case Kind.Permit:
                _semaphore.Release();
                break;
            case Kind.Item:
                _receiving.TrySend(0);
                break;
            default:
                _sending.TryReceive(out _);
                break;
        }
    }

    [Coroutine]
    private void Takes(Co co, Kind kind, string name)
    {
        switch (kind)
        {
            case Kind.Lock:
                co.Lock(_lock);
                break;
            case Kind.Permit:
                co.Acquire(_semaphore);
                break;
            case Kind.Item:
                _receiving.Receive(co);
                break;
            default:
                _sending.Send(co, 0);
                break;
        }
        try
        {
            Say(name);
            co.Yield();
        }
        finally
        {
            Give(kind);
        }
    }

    [Coroutine]
    private void TakesTwice(Co co)
    {
        using (co.Lock(_lock))
            co.Lock(_lock);
    }

    [Coroutine]
    private void EndsHolding(Co co)
    {
        co.Lock(_lock);
        co.Yield();
    }

    [Coroutine]
    private void Waits(Co co, string name)
    {
        using (co.Lock(_lock))
        {
            try
            {
                _condition.Wait(co);
            }
            finally
            {
                Say($"{name}:{_lock.Owner == co.Current}");
            }
        }
    }

    [Coroutine]
    private void NotifiesOneAndCancelsTheOther(Co co, Coroutine other)
    {
        using (co.Lock(_lock))
        {
            _condition.Notify();
            other.Cancel();
            co.Sleep(1000);
            Say("held");
        }
    }

    [Coroutine]
    private void TakesAll(Co co)
    {
        var channel = new CoChannel<int>(1);
        using (co.Lock(_lock))
            Say("lock");
        using (co.Acquire(_semaphore))
            Say("permit");
        channel.Send(co, 1);
        Say("sent");
        channel.Receive(co);
        Say("received");
        new CoEvent(isSet: true).Wait(co);
        Say("event");
        new CoBarrier(1).Wait(co);
        Say("barrier");
        co.Select(channel.Receiving(), channel.Sending(1));
        Say("select");
    }

    [Coroutine]
    private void TakesAllUntilStopped(Co co)
    {
        var channel = new CoChannel<int>(1);
        var set = new CoEvent(isSet: true);
        var barrier = new CoBarrier(1);
        var sending = channel.Sending(1);
        while (!_isStopped)
        {
            using (co.Lock(_lock))
                set.Wait(co);
            using (co.Acquire(_semaphore))
                barrier.Wait(co);
            co.Select(sending);
            channel.Receive(co);
        }
        Say("stopped");
    }

    [Coroutine]
    private void Says(Co co, string what) => Say(what);

    [Coroutine]
    private void Stops(Co co)
    {
        co.Yield();
        _isStopped = true;
        Say("stop");
    }

    [Coroutine]
    private void SendsUntilClosed(Co co, CoChannel<int> channel, int item)
    {
        try
        {
            channel.Send(co, item);
        }
        catch (ChannelClosedException)
        {
            Say($"{item}:closed");
        }
    }

    [Coroutine]
    private void Receives(Co co, CoChannel<int> channel)
    {
        try
        {
            Say(channel.Receive(co));
        }
        catch (ChannelClosedException)
        {
            Say("closed");
        }
    }

    [Coroutine]
    private static void Closes(Co co, CoChannel<int> channel) => channel.Close();
}
