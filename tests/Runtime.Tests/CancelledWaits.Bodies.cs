using System.Runtime.CompilerServices;

namespace CoroGen.Runtime.Tests;

public sealed partial class CancelledWaits
{
    private readonly CoLock _lock = new();
    private readonly CoSemaphore _semaphore = new(0);
    private readonly TaskCompletionSource<int> _pending = new();
    private readonly CoEvent _event = new();
    private readonly CoBarrier _barrier = new(2);
    private readonly CoChannel<int> _channel = new();
    private int _line;
    private bool _isEnough;

    [Coroutine]
    private static int Seven(Co co)
    {
        co.Yield();
        return 7;
    }

    [Coroutine]
    private static int SleepsLong(Co co)
    {
        co.Sleep(9000);
        return 7;
    }

    [Coroutine]
    private void HoldsLock(Co co)
    {
        using (co.Lock(_lock))
            co.Sleep(9000);
    }

    [Coroutine]
    private static void Ends(Co co) => co.Yield();

    /// <summary>Runs a wait, which must throw.</summary>
    [Coroutine]
    private void Throws(Co co, string name, CoAction wait)
    {
        try
        {
            Call(co, wait);
            Say(name + "-passes");
        }
        catch (CoroutineCanceledException e) when (e.Coroutine == co.Current)
        {
            Say(name);
        }
    }

    [Coroutine]
    private void WaitsForAll(Co co)
    {
        var task = co.Launch(SleepsLong());
        var created = Seven();
        co.Launch(HoldsLock());
        co.Yield();
        co.Current.Cancel();
        Throws(co, "Yield", own => own.Yield());
        Throws(co, "Sleep-zero", own => own.Sleep(0));
        Throws(co, "Sleep", own => own.Sleep(1));
        Throws(co, "Sleep-endless", own => own.Sleep(-1));
        Throws(co, "Await-new", own => own.Await((Coroutine)created));
        Throws(co, "Await", own => own.Await((Coroutine)task));
        Throws(co, "Await-result", own => own.Await(task));
        Throws(co, "Wait", own => own.Wait(task, created));
        Throws(co, "WaitAll", own => own.WaitAll((Coroutine)task, created));
        Throws(co, "WaitAll-results", own => own.WaitAll(task, created));
        Throws(co, "WaitAny", own => own.WaitAny(task, created));
        Throws(co, "Timeout", own => own.Timeout(TimeSpan.FromSeconds(1), created));
        Throws(co, "Group", own => own.Group(created));
        Throws(co, "Lock", own => own.Lock(_lock));
        Throws(co, "Acquire", own => own.Acquire(_semaphore));
        Throws(co, "Task", own => own.Await((Task)_pending.Task));
        Throws(co, "Task-result", own => own.Await(_pending.Task));
        Throws(co, "ValueTask", own => own.Await(new ValueTask(_pending.Task)));
        Throws(co, "ValueTask-result", own => own.Await(new ValueTask<int>(_pending.Task)));
        Throws(co, "Async", own => own.Await(() => StartNothing()));
        Throws(co, "Suspend", own => own.Suspend<int>(_ => Say("starts")));
        Throws(co, "Offload", own => own.Offload(() => Say("starts")));
        Throws(co, "Event", own => _event.Wait(own));
        Throws(co, "Barrier", own => _barrier.Wait(own));
        Throws(co, "Send", own => _channel.Send(own, 7));
        Throws(co, "Receive", own => _channel.Receive(own));
        WaitsForCondition(co);
        Throws(co, "Select", own => own.Select(CoSelect.IsSet(_event), CoSelect.End(created), CoSelect.After(TimeSpan.FromSeconds(1))));
        Say(created.Status);
        task.Cancel();
    }

    private Task StartNothing()
    {
        Say("starts");
        return Task.CompletedTask;
    }

    [Coroutine]
    private void WaitsForCondition(Co co)
    {
        var free = new CoLock();
        var condition = new CoCondition(free);
        using (co.Lock(free))
            Throws(co, "Condition", own => condition.Wait(own));
    }

    [Coroutine]
    private void WaitsForNothing(Co co)
    {
        var ended = co.Launch(Seven());
        var running = co.Launch(SleepsLong());
        co.Await(ended);
        _semaphore.Release();
        co.Current.Cancel();
        co.Await((Coroutine)ended);
        Say("Await");
        co.Await(ended);
        Say("Await-result");
        co.Wait(ended, ended);
        Say("Wait");
        co.WaitAll(ended, ended);
        Say("WaitAll");
        co.WaitAny(running, ended);
        Say("WaitAny");
        co.Timeout(TimeSpan.Zero, ended);
        Say("Timeout");
        using (co.Lock(_lock))
            Say("Lock");
        using (co.Acquire(_semaphore))
            Say("Acquire");
        co.Await(Task.CompletedTask);
        Say("Task");
        co.Await(Task.FromResult(7));
        Say("Task-result");
        _event.Set();
        _event.Wait(co);
        Say("Event");
        var bounded = new CoChannel<int>(1);
        bounded.Send(co, 7);
        Say("Send");
        Say($"Receive-{bounded.Receive(co)}");
        co.Select(CoSelect.End(running), CoSelect.IsSet(_event));
        Say("Select");
        co.Shield(Ends());
        Say("Shield");
        running.Cancel();
    }

    [Coroutine]
    private void LocksOften(Co co)
    {
        co.Launch(Says("other"));
        co.Current.Cancel();
        for (var i = 0; i < 3000; i++)
        {
            using (co.Lock(_lock))
            {
            }
        }
        Say("locked");
    }

    [Coroutine]
    private void Says(Co co, string text)
    {
        Say(text);
        co.Yield();
    }

    [Coroutine]
    private void IsStubborn(Co co)
    {
        while (!_isEnough)
        {
            try
            {
                SleepsIn(co);
            }
            catch (CoroutineCanceledException)
            {
                // Wrong: this is what the test is about.
                continue;
            }
        }
    }

    [Coroutine]
    private void SleepsIn(Co co)
    {
        _line = Here(); co.Sleep(1);
    }

    private static int Here([CallerLineNumber] int line = 0) => line;

    [Coroutine]
    private void CountsTurns(Co co, int turns)
    {
        for (var i = 0; i < turns; i++)
            co.Yield();
        Say($"{turns}-turns");
    }

    [Coroutine]
    private void CatchesCancels(Co co, int times)
    {
        var caught = 0;
        for (var i = 0; i < times; i++)
        {
            try
            {
                co.Yield();
            }
            catch (CoroutineCanceledException)
            {
                caught++;
            }
        }
        Say(caught);
    }
}
