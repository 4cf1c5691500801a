namespace CoroGen.Runtime.Tests;

/// <summary><c>Post</c> is first in first out, wakes a sleeping loop, and throws after disposal (invariant 11).</summary>
public sealed partial class Posting : LoopTest
{
    [Fact]
    public void Invariant_11_posts_run_in_order_before_the_coroutines_of_the_next_pass()
    {
        Schedule(SaysAndYields("a"));
        Loop.Post(() => Say("first"));
        Loop.Post(() => Say("second"));
        Loop.RunUntilEmpty();
        Assert.Equal("first second a a", Log);
    }

    [Fact]
    public void Posts_of_each_thread_keep_their_order()
    {
        const int Threads = 4;
        const int Posts = 500;
        var seen = new List<int>[Threads];
        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() =>
        {
            for (var i = 0; i < Posts; i++)
            {
                var post = i;
                Loop.Post(() => (seen[number] ??= []).Add(post));
            }
        })).ToArray();
        foreach (var thread in threads)
            thread.Start();
        Loop.Run(WaitsUntil(() => seen.All(list => list?.Count == Posts)));
        foreach (var thread in threads)
            thread.Join();
        Assert.All(seen, list => Assert.Equal(Enumerable.Range(0, Posts), list));
    }

    [Fact]
    public void Invariant_11_a_post_wakes_a_loop_that_sleeps()
    {
        using var loop = new EventLoop();
        var sleeper = loop.Schedule(SleepsForEver());
        var loopThread = Thread.CurrentThread;
        var thread = new Thread(() =>
        {
            SpinWait.SpinUntil(() => loopThread.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
            loop.Post(() => sleeper.Cancel());
        });
        thread.Start();
        loop.RunUntilEmpty();
        thread.Join();
        Assert.Equal(CoroutineStatus.Canceled, sleeper.Status);
    }

    [Fact]
    public void What_a_post_posts_waits_for_the_next_pass()
    {
        Schedule(SaysAndYields("a"));
        Loop.Post(() =>
        {
            Say("first");
            Loop.Post(() => Say("second"));
        });
        Loop.RunUntilEmpty();
        Assert.Equal("first a second a", Log);
    }

    [Fact]
    public void Virtual_time_does_not_jump_while_a_post_waits()
    {
        Schedule(Sleeps(1));
        Loop.Tick();
        Loop.Post(() => Loop.Post(() => SayWhen("posted")));
        Loop.RunUntilEmpty();
        Assert.Equal("posted@0 awake@1", Log);
    }

    [Fact]
    public void What_a_post_schedules_runs_in_the_same_pass()
    {
        Loop.Post(() => Loop.Schedule(SaysAndYields("scheduled")));
        Loop.Tick();
        Assert.Equal("scheduled", Log);
        Loop.RunUntilEmpty();
    }

    [Fact]
    public void A_run_until_empty_runs_what_is_posted_though_nothing_is_alive()
    {
        Loop.Post(() => Say("posted"));
        Loop.RunUntilEmpty();
        Assert.Equal("posted", Log);
    }

    [Fact]
    public void Invariant_11_a_post_to_a_disposed_loop_throws()
    {
        var loop = new EventLoop();
        loop.Dispose();
        Assert.Throws<ObjectDisposedException>(() => loop.Post(static () => { }));
    }

    [Fact]
    public void A_posted_action_must_not_run_the_loop()
    {
        Loop.Post(Loop.RunUntilEmpty);
        Assert.Throws<InvalidOperationException>(() => Loop.Tick());
        Loop.Post(() => Loop.Tick());
        Assert.Throws<InvalidOperationException>(Loop.RunUntilEmpty);
        Loop.Post(() => Loop.Blocking.Yield());
        Assert.Throws<InvalidOperationException>(Loop.RunUntilEmpty);
    }

    [Fact]
    public void No_action_is_an_argument_error() => Assert.Throws<ArgumentNullException>(() => Loop.Post(null!));

    [Coroutine]
    private void SaysAndYields(Co co, string text)
    {
        Say(text);
        co.Yield();
        Say(text);
    }

    [Coroutine]
    private void Sleeps(Co co, int seconds)
    {
        co.Sleep(TimeSpan.FromSeconds(seconds));
        SayWhen("awake");
    }

    [Coroutine]
    private static void SleepsForEver(Co co) => co.Sleep(Timeout.InfiniteTimeSpan);

    [Coroutine]
    private static void WaitsUntil(Co co, Func<bool> condition)
    {
        while (!condition())
            co.Yield();
    }
}
