namespace CoroGen.Runtime.Tests;

/// <summary>One loop for each thread: they talk by posts and by tasks, and refuse to be mixed up.</summary>
public sealed partial class SeveralLoops : LoopTest
{
    private readonly EventLoop _other = new(new EventLoopOptions { TimeProvider = new VirtualTime() });

    [Fact]
    public void Two_loops_on_two_threads_play_ping_pong()
    {
        var end = _other.Schedule(Waits());
        var thread = new Thread(_other.RunUntilEmpty);
        thread.Start();
        Assert.Equal(1024, Loop.Run(Doubles(10)));
        _other.Post(() => end.Cancel());
        thread.Join();
        Assert.Equal(0, Loop.ExternalWaits);
    }

    [Fact]
    public void Many_coroutines_of_one_loop_wait_for_those_of_another()
    {
        var end = _other.Schedule(Waits());
        var thread = new Thread(_other.RunUntilEmpty);
        thread.Start();
        Assert.Equal(Enumerable.Range(0, 200).Select(number => 2 * number), Loop.Run(DoublesAll(200)));
        _other.Post(() => end.Cancel());
        thread.Join();
    }

    [Fact]
    public void What_fails_there_is_thrown_here()
    {
        var failing = Fails();
        var task = failing.AsTask();
        _other.Post(() => _other.Schedule(failing));
        var thread = new Thread(() => _other.RunUntilEmpty());
        thread.Start();
        Assert.Throws<InvalidTimeZoneException>(() => Loop.Run(Awaits(task)));
        thread.Join();
    }

    [Fact]
    public void A_coroutine_of_another_loop_is_waited_for_as_a_task_only()
    {
        var remote = _other.Schedule(Doubled(1));
        Loop.Run(MisusesRemote(remote));
        Assert.Equal("6 refused", Log);
        Assert.Equal(2, _other.Run(remote));
    }

    [Fact]
    public void A_primitive_belongs_to_the_loop_that_uses_it()
    {
        var (@lock, semaphore) = (new CoLock(), new CoSemaphore(0));
        Schedule(Holds(@lock), Acquires(semaphore));
        Loop.Tick();
        Assert.Throws<InvalidOperationException>(() => _other.Run(Holds(@lock)));
        Assert.Throws<InvalidOperationException>(() => _other.Run(Acquires(semaphore)));
        semaphore.Release();
        Loop.RunUntilEmpty();
        Assert.Equal("holds acquires", Log);
        _other.Run(Holds(@lock));
    }

    [Fact]
    public void A_thread_that_does_not_run_the_loop_releases_by_a_post()
    {
        var semaphore = new CoSemaphore(0);
        Exception? error = null;
        Schedule(Acquires(semaphore));
        Loop.Run(Calls(() => OnThread(() =>
        {
            error = Record.Exception(() => semaphore.Release());
            Loop.Post(() => semaphore.Release());
        })));
        Assert.IsType<InvalidOperationException>(error);
        Loop.RunUntilEmpty();
        Assert.Equal("acquires", Log);
    }

    [Fact]
    public void A_loop_moves_to_another_thread_with_all_it_has()
    {
        var @lock = new CoLock();
        var task = Task.Delay(TimeSpan.FromSeconds(3), Clock);
        Schedule(HoldsFor(@lock, 2), Holds(@lock), Awaits(task), Coroutine.From(co => HoldsFor(co, @lock, 1)));
        Loop.Tick();
        OnThread(() => Loop.Tick());
        OnThread(Loop.RunUntilEmpty);
        Assert.Equal("held@2 holds held@3", Log);
    }

    [Fact]
    public void A_loop_may_be_ticked_by_turns_of_threads()
    {
        var counter = Loop.Schedule(DoublesAlone(20));
        for (var i = 0; i < 30; i++)
            OnThread(() => Loop.Tick());
        Assert.Equal(1 << 20, counter.Result);
    }

    private static void OnThread(Action action)
    {
        Exception? error = null;
        var thread = new Thread(() => error = Record.Exception(action));
        thread.Start();
        thread.Join();
        Assert.Null(error);
    }

    /// <summary>A coroutine that runs on the other loop, as a task.</summary>
    private Task<int> DoubledThere(int number)
    {
        var coroutine = Doubled(number);
        var task = coroutine.AsTask();
        _other.Post(() => _other.Schedule(coroutine));
        return task;
    }

    [Coroutine]
    private int Doubles(Co co, int times)
    {
        var number = 1;
        for (var i = 0; i < times; i++)
            number = co.Await(DoubledThere(number));
        return number;
    }

    [Coroutine]
    private int[] DoublesAll(Co co, int count) => co.WaitAll([.. Enumerable.Range(0, count).Select(number => Awaited(DoubledThere(number)))]);

    [Coroutine]
    private static int Awaited(Co co, Task<int> task) => co.Await(task);

    [Coroutine]
    private static int Doubled(Co co, int number)
    {
        co.Sleep(1000);
        return 2 * number;
    }

    [Coroutine]
    private static int DoublesAlone(Co co, int times)
    {
        var number = 1;
        for (var i = 0; i < times; i++)
        {
            co.Yield();
            number *= 2;
        }
        return number;
    }

    [Coroutine]
    private static void Fails(Co co)
    {
        co.Yield();
        throw new InvalidTimeZoneException();
    }

    [Coroutine]
    private static void Awaits(Co co, Task task) => co.Await(task);

    [Coroutine]
    private static void Waits(Co co) => co.Sleep(Timeout.InfiniteTimeSpan);

    [Coroutine]
    private void MisusesRemote(Co co, Coroutine<int> remote)
    {
        var own = Doubled(2);
        CoAction[] misuses =
        [
            co => co.Await((Coroutine)remote),
            co => co.Await(remote),
            co => co.Wait(own, remote),
            co => co.WaitAll(own, remote),
            co => co.WaitAny(own, remote),
            co => co.Timeout(TimeSpan.FromSeconds(1), remote),
        ];
        var refused = 0;
        foreach (var misuse in misuses)
        {
            try
            {
                misuse(co);
            }
            catch (InvalidOperationException e)
            {
                Assert.Contains("AsTask()", e.Message, StringComparison.Ordinal);
                refused++;
            }
        }
        Assert.Equal(CoroutineStatus.New, own.Status);
        Say($"{refused} refused");
    }

    [Coroutine]
    private void Holds(Co co, CoLock @lock)
    {
        using (co.Lock(@lock))
        {
            co.Yield();
            Say("holds");
        }
    }

    [Coroutine]
    private void HoldsFor(Co co, CoLock @lock, int seconds)
    {
        using (co.Lock(@lock))
        {
            co.Sleep(TimeSpan.FromSeconds(seconds));
            SayWhen("held");
        }
    }

    [Coroutine]
    private void Acquires(Co co, CoSemaphore semaphore)
    {
        using (co.Acquire(semaphore))
            Say("acquires");
    }

    [Coroutine]
    private static void Calls(Co co, Action action)
    {
        co.Yield();
        action();
    }
}
