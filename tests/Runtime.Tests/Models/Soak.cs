namespace CoroGen.Runtime.Tests.Models;

/// <summary>
/// Coroutines as users write them, with <c>using</c> and time limits, whose code throws at random points, and which are cancelled at random times. There is no model; but
/// the books must balance.
/// </summary>
internal sealed partial class Soak
{
    private const int Workers = 12;
    private const int Permits = 4;

    private readonly Random _random;
    private readonly EventLoop _loop;
    private readonly CoLock _lock = new();
    private readonly CoCondition _inStock;
    private readonly CoSemaphore _semaphore = new(Permits, Permits);
    private readonly CoChannel<int> _channel;
    private readonly CoEvent _event = new();
    private readonly CoBarrier _barrier = new(3);

    private readonly HashSet<int> _sent = [];
    private readonly HashSet<int> _received = [];
    private int _items, _insideLock, _permitsInUse, _stock, _put, _taken;

    public Soak(int seed, EventLoop loop)
    {
        _random = new Random(seed);
        _loop = loop;
        _inStock = new CoCondition(_lock);
        _channel = new CoChannel<int>(seed % 3);
    }

    public int Operations { get; private set; }
    public int Faults { get; private set; }
    public int Timeouts { get; private set; }
    public int Cancels { get; private set; }
    public int Sent => _sent.Count;

    /// <summary>Runs at least that many operations, and then ends all that is left.</summary>
    public void Run(int operations)
    {
        _loop.Schedule(Supervise(operations));
        _loop.RunUntilEmpty();
        CheckBooks();
    }

    [Coroutine]
    private void Supervise(Co co, int operations)
    {
        var workers = new Coroutine[Workers];
        while (Operations < operations)
        {
            for (var i = 0; i < Workers; i++)
            {
                if (workers[i] is not { IsDone: false })
                    workers[i] = co.Launch(Work());
            }
            co.Sleep(_random.Next(1, 20));
            workers[_random.Next(Workers)].Cancel();
            Cancels++;
        }
        foreach (var worker in workers)
            worker.Cancel();
        co.Wait(workers);
        Assert.All(workers, static worker => Assert.Equal(CoroutineStatus.Canceled, worker.Status));
    }

    [Coroutine]
    private void Work(Co co)
    {
        while (true)
        {
            Operations++;
            var operation = _random.Next(9);
            try
            {
                if (_random.Next(3) == 0)
                    co.Timeout(TimeSpan.FromMilliseconds(_random.Next(10)), DoOne(operation));
                else
                    DoOne(co, operation);
            }
            catch (FaultException)
            {
                Faults++;
            }
            catch (TimeoutException)
            {
                Timeouts++;
            }
        }
    }

    [Coroutine]
    private void DoOne(Co co, int operation)
    {
        switch (operation)
        {
            case 0: HoldLock(co); break;
            case 1: HoldPermits(co, _random.Next(1, Permits + 1)); break;
            case 2: Send(co); break;
            case 3: Receive(co); break;
            case 4: Put(co); break;
            case 5: Take(co); break;
            case 6: Select(co); break;
            case 7: Meet(co); break;
            default: Pass(co); break;
        }
    }

    /// <summary>Any point of the user's code: it may throw, suspend, or do nothing.</summary>
    [Coroutine]
    private void Pass(Co co)
    {
        switch (_random.Next(8))
        {
            case 0: throw new FaultException();
            case 1: co.Yield(); break;
            case 2: co.Sleep(_random.Next(5)); break;
            case 3: _event.Set(); break;
            case 4: _event.Reset(); break;
        }
    }

    [Coroutine]
    private void HoldLock(Co co)
    {
        using (co.Lock(_lock))
        {
            Assert.Equal(1, ++_insideLock);
            try
            {
                Pass(co);
            }
            finally
            {
                _insideLock--;
            }
        }
    }

    [Coroutine]
    private void HoldPermits(Co co, int count)
    {
        using (co.Acquire(_semaphore, count))
        {
            _permitsInUse += count;
            Assert.InRange(_permitsInUse, 1, Permits);
            try
            {
                Pass(co);
            }
            finally
            {
                _permitsInUse -= count;
            }
        }
    }

    [Coroutine]
    private void Send(Co co)
    {
        var item = ++_items;
        _channel.Send(co, item);
        Assert.True(_sent.Add(item));
        Pass(co);
    }

    [Coroutine]
    private void Receive(Co co)
    {
        Assert.True(_received.Add(_channel.Receive(co)));
        Pass(co);
    }

    [Coroutine]
    private void Put(Co co)
    {
        using (co.Lock(_lock))
        {
            Pass(co);
            _stock++;
            _put++;
            _inStock.Notify();
        }
    }

    [Coroutine]
    private void Take(Co co)
    {
        using (co.Lock(_lock))
        {
            Assert.Equal(1, ++_insideLock);
            try
            {
                while (_stock == 0)
                {
                    _insideLock--;
                    try
                    {
                        _inStock.Wait(co);
                    }
                    finally
                    {
                        Assert.Equal(1, ++_insideLock);
                    }
                }
                _stock--;
                _taken++;
            }
            finally
            {
                _insideLock--;
            }
            Pass(co);
        }
    }

    [Coroutine]
    private void Select(Co co)
    {
        var item = ++_items;
        var receiving = _channel.Receiving();
        var sending = _channel.Sending(item);
        SelectCase[] cases = [receiving, sending, CoSelect.IsSet(_event), CoSelect.After(TimeSpan.FromMilliseconds(_random.Next(5))), CoSelect.End(Pass())];
        _random.Shuffle(cases);
        var taken = co.Select(cases);
        if (taken == receiving)
            Assert.True(_received.Add(receiving.Item));
        else if (taken == sending)
            Assert.True(_sent.Add(item));
    }

    [Coroutine]
    private void Meet(Co co)
    {
        if (_random.Next(2) == 0)
            _barrier.Wait(co);
        else
            _event.Wait(co);
        Pass(co);
    }

    private void CheckBooks()
    {
        while (_channel.TryReceive(out var item))
            Assert.True(_received.Add(item));
        Assert.True(_sent.SetEquals(_received));
        Assert.Equal(_put - _taken, _stock);
        Assert.Equal((false, 0, 0, Permits), (_lock.IsHeld, _insideLock, _permitsInUse, _semaphore.Available));
        Assert.Equal((0, 0, 0, 0, 0), (_inStock.Waiters.Count, _channel.Senders, _channel.Receivers, _event.Waiters.Count, _barrier.Waiting));
        Assert.False(_loop.Tick());
    }
}

/// <summary>What the user's code throws.</summary>
internal sealed class FaultException : Exception;
