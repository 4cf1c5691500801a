namespace CoroGen.Runtime.Tests.Models;

/// <summary>Runs a script with the real primitives.</summary>
internal sealed partial class Machine : IDisposable
{
    private readonly Script _script;
    private readonly List<string> _trace = [];
    private readonly EventLoop _loop = new(new EventLoopOptions { TimeProvider = new VirtualTime() });
    private readonly CoLock _lock = new();
    private readonly CoCondition _condition;
    private readonly CoSemaphore _semaphore = new(Script.Permits, Script.Permits);
    private readonly CoChannel<int> _channel;
    private readonly CoEvent _event = new();
    private readonly CoBarrier _barrier = new(Script.Participants);
    private readonly int[] _permits;
    private readonly Coroutine[] _coroutines;

    private Machine(Script script, bool isPlain)
    {
        _script = script;
        _condition = new CoCondition(_lock);
        _channel = new CoChannel<int>(script.Capacity);
        _permits = new int[script.Coroutines.Length];
        _coroutines = new Coroutine[script.Coroutines.Length];
        for (var i = 0; i < _coroutines.Length; i++)
        {
            var id = i;
            _coroutines[i] = isPlain ? Coroutine.From(co => Run(co, id)) : Run(id);
        }
    }

    /// <summary>What happened, and what is wrong with the books at the end.</summary>
    /// <param name="script">The program.</param>
    /// <param name="isPlain">Whether its coroutines have no state machines: the body as written runs on a thread of its own.</param>
    public static List<string> Run(Script script, bool isPlain)
    {
        using var machine = new Machine(script, isPlain);
        machine._loop.Schedule(machine.EndsWhatIsStuck());
        foreach (var coroutine in machine._coroutines)
            machine._loop.Schedule(coroutine);
        machine._loop.RunUntilEmpty();
        machine.CheckBooks();
        return machine._trace;
    }

    public void Dispose() => _loop.Dispose();

    /// <summary>Virtual time moves only when nobody can go on.</summary>
    [Coroutine]
    private void EndsWhatIsStuck(Co co)
    {
        co.Sleep(TimeSpan.FromHours(1));
        foreach (var coroutine in _coroutines)
            coroutine.Cancel();
    }

    [Coroutine]
    private void Run(Co co, int id)
    {
        var ops = _script.Coroutines[id];
        for (var place = 0; place < ops.Length; place++)
        {
            string outcome;
            try
            {
                outcome = Do(co, ops[place], id, place);
            }
            catch (Exception e) when (e is CoroutineCanceledException or ChannelClosedException or SynchronizationLockException)
            {
                outcome = e.GetType().Name;
            }
            _trace.Add($"{id}.{place} {outcome}");
        }
        if (_lock.Owner == co.Current)
            _lock.Exit();
        GiveBack(id);
        _trace.Add($"{id} ends");
    }

    [Coroutine]
    private string Do(Co co, Op op, int id, int place)
    {
        var item = Script.Item(id, place);
        switch (op.Kind)
        {
            case Kind.Yield: co.Yield(); return "";
            case Kind.Sleep: co.Sleep(TimeSpan.FromSeconds(op.Count)); return "";
            case Kind.Cancel: _coroutines[op.Argument % _coroutines.Length].Cancel(); return "";
            case Kind.Lock when _lock.Owner == co.Current: return "has it";
            case Kind.Lock: co.Lock(_lock); return "";
            case Kind.TryLock when _lock.Owner == co.Current: return "has it";
            case Kind.TryLock: return $"{_lock.TryEnter(co)}";
            case Kind.Unlock when _lock.Owner != co.Current: return "has it not";
            case Kind.Unlock: _lock.Exit(); return "";
            case Kind.Wait: _condition.Wait(co); return $"{_lock.Owner == co.Current}";
            case Kind.Notify: _condition.Notify(op.Count); return "";
            case Kind.NotifyAll: _condition.NotifyAll(); return "";
            case Kind.Acquire when _permits[id] > 0: return "has some";
            case Kind.Acquire: co.Acquire(_semaphore, op.Count); _permits[id] = op.Count; return "";
            case Kind.TryAcquire when _permits[id] > 0: return "has some";
            case Kind.TryAcquire: return _semaphore.TryAcquire(op.Count) ? $"has {_permits[id] = op.Count}" : "has none";
            case Kind.Release: return $"{GiveBack(id)}";
            case Kind.Send: _channel.Send(co, item); return "";
            case Kind.TrySend: return $"{_channel.TrySend(item)}";
            case Kind.Receive: return $"{_channel.Receive(co)}";
            case Kind.TryReceive: return _channel.TryReceive(out var taken) ? $"{taken}" : "none";
            case Kind.Close: _channel.Close(); return "";
            case Kind.SetEvent: _event.Set(); return "";
            case Kind.ResetEvent: _event.Reset(); return "";
            case Kind.WaitEvent: _event.Wait(co); return "";
            case Kind.Arrive: return $"{_barrier.Wait(co)}";
            default: return Select(co, op, item);
        }
    }

    [Coroutine]
    private string Select(Co co, Op op, int item)
    {
        var kinds = Script.Cases(op.Argument);
        var receiving = _channel.Receiving();
        SelectCase[] cases = [.. kinds.Select(kind => kind switch
        {
            Choice.Receive => receiving,
            Choice.Send => _channel.Sending(item),
            Choice.Event => CoSelect.IsSet(_event),
            _ => CoSelect.After(TimeSpan.FromSeconds(op.Count)),
        })];
        var taken = co.Select(cases);
        return taken == receiving ? receiving.IsClosed ? "closed" : $"{receiving.Item}" : $"{kinds[Array.IndexOf(cases, taken)]}";
    }

    private int GiveBack(int id)
    {
        var count = _permits[id];
        _permits[id] = 0;
        if (count > 0)
            _semaphore.Release(count);
        return count;
    }

    private void CheckBooks()
    {
        Assert.All(_coroutines, static coroutine => Assert.True(coroutine.IsDone));
        Assert.False(_lock.IsHeld);
        Assert.Equal(Script.Permits, _semaphore.Available);
        Assert.Equal((0, 0, 0, 0, 0), (_condition.Waiters.Count, _channel.Senders, _channel.Receivers, _event.Waiters.Count, _barrier.Waiting));
        _trace.Add($"left {_channel.Count}");
    }
}
