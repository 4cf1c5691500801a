namespace CoroGen.Runtime.Tests;

public sealed partial class SelectTests
{
    [Coroutine]
    private void SelectsAll(Co co) => co.Select(_a.Receiving(), _b.Sending(1), CoSelect.IsSet(_event), CoSelect.After(Seconds(5)));

    [Coroutine]
    private void CancelsSelect(Co co)
    {
        var selecting = co.Launch(SelectsAll());
        co.Yield();
        Say($"{_a.Receivers}/{_b.Senders}/{_event.Waiters.Count}");
        selecting.Cancel();
        co.Wait(selecting);
        Say(selecting.Status);
        Say($"{_a.Receivers}/{_b.Senders}/{_event.Waiters.Count}");
        Say(_a.TrySend(1));
    }

    [Coroutine]
    private void CancelsTooLate(Co co)
    {
        var selecting = co.Launch(SelectsOnce());
        co.Yield();
        _a.Send(co, 1);
        selecting.Cancel();
        co.Wait(selecting);
        Say(selecting.Status);
    }

    [Coroutine]
    private void CancelsItself(Co co, Coroutine fresh)
    {
        var a = _a.Receiving();
        var b = _b.Receiving();
        co.Current.Cancel();
        SayItem(co.Select(b, a), a, b);
        try
        {
            co.Select(a, b, CoSelect.End(fresh));
        }
        catch (CoroutineCanceledException e)
        {
            Say(e.GetType().Name);
        }
    }

    [Coroutine]
    private void SelectsCancelled(Co co)
    {
        var fresh = Fails();
        co.Launch(_a.Send(1));
        co.Yield();
        co.Await(CancelsItself(fresh));
        Say(CountsOf(_a));
        Say(fresh.Status);
    }

    [Coroutine]
    private static void ClosesLater(Co co, CoChannel<int> channel)
    {
        co.Sleep(1000);
        channel.Close();
    }

    [Coroutine]
    private void ReceivesFromClosed(Co co)
    {
        _a.Close();
        var a = _a.Receiving();
        var b = _b.Receiving();
        Say(co.Select(a, b) == a && a.IsClosed ? "closed" : "other");
        Say(NameOf(() => _ = a.Item));
        co.Launch(ClosesLater(_b));
        SayWhen(co.Select(b) == b && b.IsClosed ? "closed" : "other");
        var full = new CoChannel<int>(1);
        full.Send(co, 2);
        full.Close();
        b = full.Receiving();
        SayItem(co.Select(b, a), a, b);
        Say(NameOf(() => _ = a.Item));
    }

    [Coroutine]
    private void SendsToClosed(Co co)
    {
        _a.Close();
        try
        {
            co.Select(_b.Receiving(), _a.Sending(1));
        }
        catch (ChannelClosedException)
        {
            Say("closed");
        }
        co.Launch(ClosesLater(_b));
        var other = new CoChannel<int>();
        try
        {
            co.Select(other.Receiving(), _b.Sending(1));
        }
        catch (ChannelClosedException)
        {
            SayWhen("closed");
        }
        Say(CountsOf(other));
    }

    [Coroutine]
    private void SelectsBoth(Co co)
    {
        var receiving = _a.Receiving();
        var sending = _a.Sending(2);
        for (var i = 0; i < 2; i++)
        {
            if (co.Select(receiving, sending) == receiving)
                Say($"got:{receiving.Item}");
        }
    }

    [Coroutine]
    private void DoesBoth(Co co)
    {
        var selecting = co.Launch(SelectsBoth());
        co.Yield();
        Say(CountsOf(_a));
        _a.Send(co, 1);
        co.Yield();
        Say(CountsOf(_a));
        Say($"sent:{_a.Receive(co)}");
        co.Await(selecting);
        Say(CountsOf(_a));
    }

    [Coroutine]
    private void SelectsCase(Co co, ReceiveCase<int> a)
    {
        co.Select(a);
        SayWhen($"a:{a.Item}");
    }

    [Coroutine]
    private static string ErrorOf(Co co, SelectCase[] cases)
    {
        try
        {
            co.Select(cases);
            return "none";
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return e.GetType().Name;
        }
    }

    [Coroutine]
    private void Misuses(Co co)
    {
        var a = _a.Receiving();
        var selecting = co.Launch(SelectsCase(a));
        var b = _b.Receiving();
        co.Yield();
        Say(ErrorOf(co, []));
        Say(ErrorOf(co, [b, b]));
        Say(ErrorOf(co, [b, null!]));
        Say(ErrorOf(co, [b, a]));
        Say(ErrorOf(co, [b, CoSelect.End(co.Current)]));
        Say(NameOf(() => _ = b.Item));
        Say(CountsOf(_a));
        _a.Send(co, 1);
        co.Await(selecting);
    }
}
