namespace CoroGen.Runtime.Tests;

public sealed partial class SelectTests
{
    private bool _isStopped;
    private Coroutine? _first;

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    private static string NameOf(Action action) => Record.Exception(action)?.GetType().Name ?? "none";

    private static string CountsOf<T>(CoChannel<T> channel) => $"{channel.Receivers}/{channel.Senders}";

    private void SayItem(SelectCase taken, ReceiveCase<int> a, ReceiveCase<int> b) =>
        Say(taken == a ? $"a:{a.Item}" : taken == b ? $"b:{b.Item}" : "none");

    [Coroutine]
    private void TakesInOrder(Co co)
    {
        var a = _a.Receiving();
        var b = _b.Receiving();
        Coroutine[] senders = [co.Launch(_a.Send(1)), co.Launch(_b.Send(2)), co.Launch(_b.Send(3)), co.Launch(_a.Send(4))];
        co.Yield();
        SayItem(co.Select(a, b), a, b);
        SayItem(co.Select(b, a), a, b);
        Say(_a.Senders + _b.Senders);
        Say(_b.Receive(co) + 1);
        _a.Receive(co);
        co.WaitAll(senders);
        SayItem(co.Select(a, b, CoSelect.After(TimeSpan.Zero)), a, b);
    }

    [Coroutine]
    private static void SendsLater(Co co, CoChannel<int> channel, int seconds, int item)
    {
        co.Sleep(Seconds(seconds));
        channel.Send(co, item);
    }

    [Coroutine]
    private void TakesFirst(Co co)
    {
        var a = _a.Receiving();
        var b = _b.Receiving();
        co.Launch(SendsLater(_b, 2, 7));
        var taken = co.Select(a, b, CoSelect.After(Seconds(9)));
        SayWhen(taken == b ? $"b:{b.Item}" : "other");
        Say(CountsOf(_a));
        Say(CountsOf(_b));
        Say(_a.TrySend(1));
    }

    [Coroutine]
    private void SelectsOnce(Co co)
    {
        var a = _a.Receiving();
        var b = _b.Receiving();
        var taken = co.Select(b, a);
        SayWhen(taken == a ? $"a:{a.Item}" : $"b:{b.Item}");
        co.Sleep(1000);
    }

    [Coroutine]
    private void OffersBoth(Co co)
    {
        var selecting = co.Launch(SelectsOnce());
        co.Yield();
        Say(_a.TrySend(1));
        Say(_b.TrySend(2));
        co.Yield();
        Say(selecting.Status);
    }

    [Coroutine]
    private void SelectsSending(Co co)
    {
        var sending = _a.Sending(5);
        Say($"sent:{co.Select(_b.Receiving(), sending) == sending}");
        sending.Item = 6;
        Say($"sent:{co.Select(sending) == sending}");
    }

    [Coroutine]
    private void SendsByCase(Co co)
    {
        var selecting = co.Launch(SelectsSending());
        co.Yield();
        Say(_a.Receive(co));
        co.Yield();
        Say(_a.Receive(co));
        co.Await(selecting);
        Say(CountsOf(_b));
    }

    [Coroutine]
    private void Receives(Co co, string name) => Say($"{name}:{_a.Receive(co)}");

    [Coroutine]
    private void SelectsA(Co co)
    {
        var a = _a.Receiving();
        co.Select(_b.Receiving(), a);
        Say($"select:{a.Item}");
    }

    [Coroutine]
    private void StandsInOrder(Co co)
    {
        Coroutine[] all = [co.Launch(Receives("x")), co.Launch(SelectsA()), co.Launch(Receives("y"))];
        co.Yield();
        for (var i = 1; i <= 3; i++)
            _a.Send(co, i);
        co.WaitAll(all);
    }

    [Coroutine]
    private void WaitsForTimes(Co co)
    {
        var late = CoSelect.After(Seconds(2));
        var a = _a.Receiving();
        co.Launch(SendsLater(_a, 3, 1));
        for (var i = 0; i < 3; i++)
            SayWhen(co.Select(late, a) == late ? "late" : $"a:{a.Item}");
    }

    [Coroutine]
    private void ComesWithTheTime(Co co)
    {
        var late = CoSelect.After(Seconds(1));
        var a = _a.Receiving();
        // Its sleep ends in the pass in which the time is over, and before it.
        co.Launch(SendsLater(_a, 1, 1));
        co.Yield();
        SayWhen(co.Select(late, a) == late ? "late" : $"a:{a.Item}");
        co.Sleep(2000);
        SayWhen(co.Select(a, late) == late ? "late" : $"a:{a.Item}");
    }

    [Coroutine]
    private void Polls(Co co)
    {
        var a = _a.Receiving();
        var b = _b.Receiving();
        var now = CoSelect.After(TimeSpan.Zero);
        SayItem(co.Select(a, b, now), a, b);
        co.Launch(_a.Send(1));
        co.Yield();
        SayItem(co.Select(a, b, now), a, b);
        SayItem(co.Select(a, b, now), a, b);
    }

    [Coroutine]
    private static void Fails(Co co)
    {
        co.Sleep(2000);
        throw new InvalidTimeZoneException();
    }

    [Coroutine]
    private void WaitsForEnds(Co co)
    {
        var failing = Fails();
        var ends = CoSelect.End(failing);
        var a = _a.Receiving();
        SayWhen(co.Select(a, ends) == ends ? "ends" : "other");
        Say(failing.Error!.GetType().Name);
        co.Launch(_a.Send(1));
        co.Yield();
        SayWhen(co.Select(a, ends) == ends ? "ends" : $"a:{a.Item}");
        SayWhen(co.Select(a, ends) == ends ? "ends" : "other");
    }

    [Coroutine]
    private void SetsLater(Co co)
    {
        co.Sleep(1000);
        _event.Set();
        _event.Reset();
        co.Yield();
        co.Yield();
        _event.Set();
    }

    [Coroutine]
    private void WaitsForEvent(Co co)
    {
        var set = CoSelect.IsSet(_event);
        var a = _a.Receiving();
        co.Launch(SetsLater());
        SayWhen(co.Select(a, set) == set ? "set" : "other");
        SayWhen(co.Select(a, set) == set ? "set" : "other");
        co.Launch(_a.Send(1));
        co.Yield();
        SayWhen(co.Select(a, set) == set ? "set" : $"a:{a.Item}");
        Say(_event.Waiters.Count);
    }

    [Coroutine]
    private void HasLimit(Co co)
    {
        try
        {
            co.Timeout(Seconds(3), SelectsA());
        }
        catch (TimeoutException)
        {
            SayWhen("late");
        }
        Say(CountsOf(_a));
    }

    [Coroutine]
    private static void SendsAll(Co co, CoChannel<int> channel, int first, int count)
    {
        for (var i = 0; i < count; i++)
        {
            channel.Send(co, first + i);
            co.Yield();
        }
        channel.Close();
    }

    [Coroutine]
    private void Merges(Co co)
    {
        co.Launch(SendsAll(_a, 1, 3));
        co.Launch(SendsAll(_b, 11, 2));
        var open = new List<SelectCase> { _a.Receiving(), _b.Receiving() };
        while (open.Count > 0)
        {
            var taken = (ReceiveCase<int>)co.Select(open.ToArray());
            if (taken.IsClosed)
                open.Remove(taken);
            else
                Say(taken.Item);
        }
        Say("end");
    }

    [Coroutine]
    private void SelectsUntilStopped(Co co)
    {
        var now = CoSelect.After(TimeSpan.Zero);
        while (!_isStopped)
            co.Select(now);
        Say("stopped");
    }

    [Coroutine]
    private void Stops(Co co)
    {
        co.Yield();
        _isStopped = true;
        Say("stop");
    }

    [Coroutine]
    private void SelectsForEver(Co co)
    {
        SelectCase[] cases = [_a.Receiving(), _b.Receiving(), CoSelect.After(Seconds(1))];
        while (true)
            co.Select(cases);
    }

    [Coroutine]
    private void SendsForEver(Co co)
    {
        while (true)
        {
            _a.Send(co, 1);
            _b.Send(co, 1);
        }
    }

    [Coroutine]
    private void AwaitsFirst(Co co) => co.Await(_first!);

    [Coroutine]
    private void SelectsEachOther(Co co)
    {
        _first = co.Current;
        co.Select(CoSelect.End(AwaitsFirst()));
    }
}
