namespace CoroGen.Runtime.Tests;

/// <summary>The loop's <see cref="SynchronizationContext"/>: it is the current one while the loop runs, on whichever thread, and only then.</summary>
public sealed partial class Contexts : LoopTest
{
    private readonly SynchronizationContext _outside = new();

    [Fact]
    public void It_is_the_current_one_while_the_loop_runs()
    {
        SetOutside();
        Schedule(Compares(Loop));
        Loop.Tick();
        AssertOutside();
        Loop.Run(Compares(Loop));
        AssertOutside();
        Assert.Throws<InvalidTimeZoneException>(() => Loop.Run(Throws()));
        AssertOutside();
        Loop.Post(() => SayWhose(SynchronizationContext.Current, Loop));
        Loop.RunUntilEmpty();
        AssertOutside();
        Loop.Schedule(Compares(Loop));
        Loop.Blocking.Yield();
        AssertOutside();
        Assert.Equal("own own own own own own", Log);
    }

    [Fact]
    public void A_coroutine_that_is_stepped_by_hand_has_that_of_its_own_loop()
    {
        SetOutside();
        var coroutine = Compares(null);
        coroutine.Step();
        AssertOutside();
        coroutine.Step();
        Assert.Equal("own own", Log);
    }

    [Fact]
    public void A_loop_that_is_ticked_in_a_coroutine_of_another_has_its_own()
    {
        using var inner = new EventLoop();
        inner.Schedule(Compares(inner));
        Loop.Run(Ticks(inner));
        Assert.Equal("own own own own", Log);
    }

    [Fact]
    public void Delegates_without_a_state_machine_have_it_on_their_threads()
    {
        SetOutside();
        using var inner = new EventLoop();
        inner.Schedule(Coroutine.From(co => Compares(co, inner)));
        Loop.Run(Coroutine.From(co => Ticks(co, inner)));
        AssertOutside();
        Assert.Equal("own own own own", Log);
    }

    [Fact]
    public void The_end_of_the_loop_leaves_none()
    {
        SetOutside();
        var loop = new EventLoop();
        loop.Schedule(ComparesAtEnd(loop));
        loop.Tick();
        loop.Dispose();
        AssertOutside();
        Assert.Equal("own", Log);
    }

    [Fact]
    public void A_loop_takes_async_code_along_to_another_thread()
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var threads = new List<Thread>();
        Loop.Run(Starts(() => After(source.Task)));
        source.SetResult();
        var thread = new Thread(Loop.RunUntilEmpty);
        thread.Start();
        thread.Join();
        Assert.Equal([thread], threads);

        async void After(Task task)
        {
            await task;
            threads.Add(Thread.CurrentThread);
        }
    }

    [Fact]
    public void A_copy_is_the_same() => Assert.Same(Loop.SynchronizationContext, Loop.SynchronizationContext.CreateCopy());

    [Fact]
    public void Sent_on_the_loop_s_thread_it_runs_at_once()
    {
        Loop.Run(Starts(() =>
        {
            Loop.SynchronizationContext.Send(_ => Say("sent"), null);
            Say("after");
        }));
        Assert.Equal("sent after", Log);
    }

    [Fact]
    public void Sent_by_another_thread_it_runs_on_the_loop_s_and_that_one_waits()
    {
        using var loop = new EventLoop();
        var sleeper = loop.Schedule(Sleeps());
        var thread = new Thread(() =>
        {
            loop.SynchronizationContext.Send(state => Say((string)state! + (loop.IsOnThisThread ? "" : "!")), "sent");
            Say("after");
            Say(Record.Exception(() => loop.SynchronizationContext.Send(_ => throw new InvalidTimeZoneException(), null))!.GetType().Name);
            loop.Post(() => sleeper.Cancel());
        });
        thread.Start();
        loop.RunUntilEmpty();
        thread.Join();
        Assert.Equal("sent after InvalidTimeZoneException", Log);
    }

    [Fact]
    public void Sent_by_a_coroutine_of_another_loop_it_is_refused()
    {
        using var other = new EventLoop();
        Loop.Run(Starts(() => Assert.Throws<InvalidOperationException>(() => other.SynchronizationContext.Send(_ => Say("never"), null))));
        Assert.Equal("", Log);
    }

    [Fact]
    public void Sent_after_the_end_of_the_loop_it_runs_on_the_thread_pool()
    {
        Loop.Dispose();
        Loop.SynchronizationContext.Send(_ => Say(Thread.CurrentThread.IsThreadPoolThread), null);
        Assert.Equal("True", Log);
    }

    [Fact]
    public void A_task_scheduler_of_the_context_runs_tasks_on_the_loop()
    {
        var here = Thread.CurrentThread;
        Loop.Run(Starts(() => _ = Task.Factory.StartNew(
            () => Say(Thread.CurrentThread == here), CancellationToken.None, TaskCreationOptions.None, TaskScheduler.FromCurrentSynchronizationContext())));
        Loop.RunUntilEmpty();
        Assert.Equal("True", Log);
    }

    private void SetOutside() => SynchronizationContext.SetSynchronizationContext(_outside);

    private void AssertOutside() => Assert.Same(_outside, SynchronizationContext.Current);

    private void SayWhose(SynchronizationContext? context, EventLoop loop) => Say(context == loop.SynchronizationContext ? "own" : $"{context}");

    [Coroutine]
    private void Compares(Co co, EventLoop? loop)
    {
        SayWhose(SynchronizationContext.Current, loop ?? co.Loop);
        co.Yield();
        SayWhose(SynchronizationContext.Current, loop ?? co.Loop);
    }

    [Coroutine]
    private void ComparesAtEnd(Co co, EventLoop loop)
    {
        try
        {
            co.Sleep(Timeout.InfiniteTimeSpan);
        }
        finally
        {
            SayWhose(SynchronizationContext.Current, loop);
        }
    }

    [Coroutine]
    private void Ticks(Co co, EventLoop inner)
    {
        inner.Tick();
        SayWhose(SynchronizationContext.Current, co.Loop);
        co.Yield();
        inner.Tick();
        SayWhose(SynchronizationContext.Current, co.Loop);
    }

    [Coroutine]
    private static void Throws(Co co)
    {
        co.Yield();
        throw new InvalidTimeZoneException();
    }

    [Coroutine]
    private static void Starts(Co co, Action start)
    {
        co.Yield();
        start();
    }

    [Coroutine]
    private static void Sleeps(Co co) => co.Sleep(Timeout.InfiniteTimeSpan);
}
