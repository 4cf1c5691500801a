using System.Globalization;

namespace CoroGen.Runtime.Tests;

/// <summary>A coroutine that yields and is alone goes on from pass to pass without a look round; what it or another thread begins is seen in the very next pass all the same.</summary>
public sealed partial class QuietPasses
{
    /// <summary>So many that the loop has come to rest when something happens.</summary>
    private const int Before = 10;

    private readonly ManualClock _clock = new(TimeSpan.TicksPerSecond);
    private readonly List<string> _log = [];

    private string Log => string.Join(' ', _log);

    [Fact]
    public void What_a_step_posts_runs_before_the_next_step()
    {
        using var loop = new EventLoop();
        loop.Run(Yields(Act(() => loop.Post(() => Say("posted")))));
        Assert.Equal("10 posted 11 12", Log);
    }

    [Fact]
    public void What_another_thread_posts_runs_before_the_next_step()
    {
        using var loop = new EventLoop();
        loop.Run(Yields(Act(() =>
        {
            var thread = new Thread(() => loop.Post(() => Say("posted")));
            thread.Start();
            thread.Join();
        })));
        Assert.Equal("10 posted 11 12", Log);
    }

    [Fact]
    public void A_sleep_is_over_on_time_while_another_coroutine_yields()
    {
        using var loop = new EventLoop(new EventLoopOptions { TimeProvider = _clock });
        loop.Schedule(Yields(new()
        {
            [Before] = () => loop.Schedule(Sleeps()),
            [Before + 5] = () => _clock.Timestamp = TimeSpan.TicksPerHour,
        }));
        loop.RunUntilEmpty();
        // In the next pass those come first that were ready already.
        Assert.Equal("10 sleeps 11 12 13 14 15 16 awake 17", Log);
    }

    [Fact]
    public void An_error_that_nobody_waits_for_is_reported_before_the_next_pass()
    {
        using var loop = new EventLoop(new EventLoopOptions { UnobservedError = (_, error) => Say(error.Message) });
        loop.Run(Yields(new() { [Before] = () => loop.Schedule(Fails()), [Before + 3] = static () => { } }));
        // It yields in the pass of 11, and fails in that of 12.
        Assert.Equal("10 11 12 failed 13 14 15", Log);
    }

    [Fact]
    public void A_loop_that_is_stopped_in_a_quiet_pass_goes_on_later()
    {
        using var loop = new EventLoop();
        var yields = loop.Schedule(Yields(Act(loop.Stop)));
        loop.RunUntilEmpty();
        Assert.Equal("10", Log);
        Assert.False(yields.IsDone);
        loop.Run(yields);
        Assert.Equal("10 11 12", Log);
    }

    [Fact]
    public void Those_that_are_launched_take_turns()
    {
        using var loop = new EventLoop();
        loop.Run(Yields(Act(() => loop.Schedule(Spams(3)))));
        Assert.Equal("10 spam 11 spam 12 spam", Log);
    }

    [Fact]
    public void Steps_by_hand_and_ticks_are_single_passes()
    {
        using var loop = new EventLoop();
        loop.Schedule(Spams(30));
        for (var pass = 1; pass <= 20; pass++)
        {
            loop.Tick();
            Assert.Equal(pass, _log.Count);
        }
        loop.Run(Spams(3));
        Assert.Equal(20 + 3 + 4, _log.Count);
        loop.Tick();
        Assert.Equal(20 + 3 + 5, _log.Count);

        var stepped = Spams(5);
        for (var step = 1; step <= 5; step++)
        {
            stepped.Step();
            Assert.Equal(28 + step, _log.Count);
        }
    }

    [Fact]
    public void Who_waits_as_plain_code_goes_on_in_its_turn()
    {
        using var loop = new EventLoop();
        loop.Schedule(Spams(100));
        var co = loop.Blocking;
        for (var turn = 1; turn <= 80; turn++)
        {
            co.Yield();
            Assert.Equal(turn, _log.Count);
        }
    }

    private static Dictionary<int, Action> Act(Action action) => new() { [Before] = action };

    private void Say(string what) => _log.Add(what);

    /// <summary>Yields, and says so from the first thing on that it does; twice more after the last.</summary>
    [Coroutine]
    private void Yields(Co co, Dictionary<int, Action> actions)
    {
        for (var turn = 1; turn <= actions.Keys.Max() + 2; turn++)
        {
            if (turn >= Before)
                Say(turn.ToString(CultureInfo.InvariantCulture));
            if (actions.TryGetValue(turn, out var action))
                action();
            co.Yield();
        }
    }

    [Coroutine]
    private void Sleeps(Co co)
    {
        Say("sleeps");
        co.Sleep(TimeSpan.FromMinutes(1));
        Say("awake");
    }

    [Coroutine]
    private static void Fails(Co co)
    {
        co.Yield();
        throw new InvalidTimeZoneException("failed");
    }

    [Coroutine]
    private void Spams(Co co, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Say("spam");
            co.Yield();
        }
    }
}
