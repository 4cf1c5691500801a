namespace CoroGen.Runtime.Tests;

/// <summary>Running a loop inside a coroutine throws; two threads in one loop throw (invariant 15). Loops on different threads share nothing.</summary>
public sealed partial class Threads : LoopTest
{
    [Fact]
    public void Invariant_15_a_loop_run_inside_a_coroutine_throws()
    {
        using var other = new EventLoop();
        Loop.Run(Tries(() => Loop.Run(Yields(1))));
        Loop.Run(Tries(Loop.RunUntilEmpty));
        Loop.Run(Tries(() => Loop.Tick()));
        Loop.Run(Tries(() => other.Run(Yields(1))));
        Assert.Equal("InvalidOperationException InvalidOperationException InvalidOperationException InvalidOperationException", Log);
    }

    [Fact]
    public void Another_loop_may_be_ticked_inside_a_coroutine_since_that_does_not_block()
    {
        using var other = new EventLoop();
        other.Schedule(Yields(1));
        Loop.Run(Tries(() => other.Tick()));
        Assert.Equal("none", Log);
        other.RunUntilEmpty();
    }

    [Fact]
    public void Invariant_15_a_loop_that_another_thread_runs_throws_and_goes_on_undisturbed()
    {
        using var loop = new EventLoop();
        using var reached = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var coroutine = loop.Schedule(WaitsInside(reached, go));
        var thread = new Thread(loop.RunUntilEmpty);
        thread.Start();
        reached.Wait();
        Assert.Throws<InvalidOperationException>(() => loop.Run(Yields(1)));
        Assert.Throws<InvalidOperationException>(loop.RunUntilEmpty);
        Assert.Throws<InvalidOperationException>(() => loop.Tick());
        Assert.Throws<InvalidOperationException>(() => loop.Schedule(Yields(1)));
        Assert.Throws<InvalidOperationException>(() => loop.Blocking.Yield());
        Assert.Throws<InvalidOperationException>(() => loop.Blocking.Launch(Yields(1)));
        Assert.Throws<InvalidOperationException>(() => coroutine.Cancel());
        Assert.Throws<InvalidOperationException>(() => loop.Dump(TextWriter.Null));
        Assert.Throws<InvalidOperationException>(loop.Dispose);
        go.Set();
        thread.Join();
        Assert.Equal(CoroutineStatus.Finished, coroutine.Status);
    }

    [Fact]
    public void A_loop_may_be_run_by_one_thread_after_the_other()
    {
        var coroutine = Loop.Schedule(Yields(10));
        Loop.Tick();
        var thread = new Thread(() => Loop.Tick());
        thread.Start();
        thread.Join();
        Loop.RunUntilEmpty();
        Assert.Equal(CoroutineStatus.Finished, coroutine.Status);
    }

    [Fact]
    public void Loops_on_many_threads_do_not_disturb_each_other()
    {
        var results = new int[4];
        var threads = Enumerable.Range(0, results.Length).Select(number => new Thread(() =>
        {
            using var loop = new EventLoop(new EventLoopOptions { TimeProvider = new VirtualTime() });
            results[number] = loop.Run(Sums(number, 200));
        })).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        Assert.Equal([0, 200, 400, 600], results);
    }

    [Coroutine]
    private static void Yields(Co co, int times)
    {
        for (var i = 0; i < times; i++)
            co.Yield();
    }

    [Coroutine]
    private void Tries(Co co, Action action)
    {
        co.Yield();
        Say(Record.Exception(action)?.GetType().Name ?? "none");
    }

    [Coroutine]
    private static void WaitsInside(Co co, ManualResetEventSlim reached, ManualResetEventSlim go)
    {
        co.Yield();
        reached.Set();
        go.Wait();
        co.Yield();
    }

    [Coroutine]
    private static int Sums(Co co, int number, int times)
    {
        var sum = 0;
        for (var i = 0; i < times; i++)
            sum += co.Await(Slow(number));
        return sum;
    }

    [Coroutine]
    private static int Slow(Co co, int number)
    {
        Yields(co, 3);
        co.Sleep(number + 1);
        return number;
    }
}
