using CoroGen.Testing;

namespace CoroGen.Runtime.Tests;

/// <summary>Orders that a seed chooses, and steps that are observed. The same seed and inputs give the identical trace (invariant 13).</summary>
public sealed partial class Seeds
{
    private readonly VirtualTime _clock = new();
    private readonly List<string> _log = [];

    [Fact]
    public void Without_a_seed_the_first_that_is_ready_comes_first()
    {
        Assert.Equal("a1 b1 c1 a2 b2 c2", Order(seed: null));
    }

    [Fact]
    public void Invariant_13_the_same_seed_gives_the_same_order_and_another_seed_another()
    {
        var orders = Enumerable.Range(0, 50).Select(seed => Order(seed)).ToList();
        Assert.Equal(orders, Enumerable.Range(0, 50).Select(seed => Order(seed)));
        // 3! orders in the first pass, as many in the second.
        Assert.InRange(orders.Distinct().Count(), 20, 36);
    }

    [Fact]
    public void In_each_pass_each_takes_one_step_whatever_the_seed()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var steps = Order(seed).Split(' ');
            Assert.Equal(["a1", "b1", "c1"], steps.Take(3).Order());
            Assert.Equal(["a2", "b2", "c2"], steps.Skip(3).Order());
        }
    }

    [Fact]
    public void Grants_stay_fair_whatever_the_seed()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            using var loop = new EventLoop(new EventLoopOptions { Seed = seed, TimeProvider = new VirtualTime() });
            var log = new List<string>();
            var @lock = new CoLock();
            for (var number = 1; number <= 5; number++)
                loop.Schedule(Queues(log, @lock, number));
            loop.RunUntilEmpty();
            Assert.Equal(["1", "2", "3", "4", "5"], log);
        }
    }

    [Fact]
    public void Plain_code_goes_on_first_whatever_the_seed()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            using var loop = new EventLoop(new EventLoopOptions { Seed = seed, TimeProvider = new VirtualTime() });
            var log = new List<string>();
            loop.Schedule(Steps(log, "a", 3));
            Steps(loop.Blocking, log, "p", 3);
            loop.RunUntilEmpty();
            Assert.Equal(6, log.Count);
            Assert.Equal("p1", log[0]);
        }
    }

    [Fact]
    public void Exploring_finds_the_first_seed_that_fails_and_replaying_repeats_it()
    {
        var failure = Assert.Throws<ScheduleFailedException>(() => Schedules.Explore(Races));
        Assert.Equal("2 came first", failure.InnerException!.Message);
        Assert.Contains($"Under the seed {failure.Seed} it failed: 2 came first", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'Puts' from Seeds.Bodies.cs:", failure.Trace, StringComparison.Ordinal);
        Assert.EndsWith($"'Races' from Seeds.Bodies.cs:{s_races} to its end [Error]" + Environment.NewLine, failure.Trace, StringComparison.Ordinal);
        var again = Assert.Throws<ScheduleFailedException>(() => Schedules.Replay(Races, failure.Seed));
        Assert.Equal(failure.Trace, again.Trace);
        for (var seed = 0; seed < failure.Seed; seed++)
            Schedules.Replay(Races, seed);
    }

    [Fact]
    public void What_a_launched_one_throws_fails_a_schedule_too()
    {
        Assert.IsType<FormatException>(Assert.Throws<ScheduleFailedException>(() => Schedules.Replay(Launches, 1)).InnerException);
    }

    [Fact]
    public void A_schedule_in_which_nothing_can_go_on_fails()
    {
        var failure = Assert.Throws<ScheduleFailedException>(() => Schedules.Explore(Misses));
        Assert.IsType<DeadlockException>(failure.InnerException);
        Assert.Equal($"Nothing can go on: 'Misses' waits for an event, in 'Misses', Seeds.Bodies.cs:{s_misses}.", failure.InnerException.Message);
        Assert.NotEqual(0, failure.Seed);
        Schedules.Replay(Misses, 0);
    }

    [Fact]
    public void What_goes_on_for_ever_beside_the_body_fails_a_schedule_too()
    {
        var failure = Assert.Throws<ScheduleFailedException>(() => Schedules.Replay(Forgets, 1));
        Assert.StartsWith("Nothing can go on: 'Serves' waits for its cancellation, in 'Serves', Seeds.Bodies.cs:", failure.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schedule_waits_for_what_happens_outside() => Schedules.Explore(AsksOthers, seeds: 3);

    [Fact]
    public void Exploring_needs_a_body_and_a_seed()
    {
        Assert.Throws<ArgumentNullException>(() => Schedules.Explore(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedules.Explore(Races, seeds: 0));
    }

    [Fact]
    public void Each_step_is_told_with_where_it_began_and_ended()
    {
        var steps = new List<string>();
        using var loop = new EventLoop(new EventLoopOptions { TimeProvider = _clock, Step = step => steps.Add(step.ToString()) });
        loop.Run(Works("a", 0));
        Assert.Equal(
            [
                $"1 'Works' from Seeds.Bodies.cs:{s_works} to Seeds.Bodies.cs:{s_works + 3}",
                $"2 'Works' from Seeds.Bodies.cs:{s_works + 3} to Seeds.Bodies.cs:{s_works + 5}",
                $"3 'Works' from Seeds.Bodies.cs:{s_works + 5} to its end [Finished]",
            ],
            steps);
    }

    [Fact]
    public void Only_steps_over_the_threshold_are_reported_as_slow()
    {
        var slow = new List<LoopStep>();
        using var loop = new EventLoop(new EventLoopOptions { TimeProvider = _clock, SlowStepThreshold = TimeSpan.FromMilliseconds(50), SlowStep = slow.Add });
        loop.Schedule(Works("quick", 50));
        loop.Schedule(Works("slow", 51));
        loop.RunUntilEmpty();
        var step = Assert.Single(slow);
        Assert.Equal(51, step.Duration.TotalMilliseconds);
        Assert.Equal(new SourceLine("Seeds.Bodies.cs", s_works + 3), step.From);
        Assert.Equal(new SourceLine("Seeds.Bodies.cs", s_works + 5), step.To);
        Assert.Equal(["quick", "slow"], _log);
    }

    [Fact]
    public void Slow_steps_are_written_to_the_error_output_when_nobody_is_told()
    {
        var normal = Console.Error;
        var written = new StringWriter();
        Console.SetError(written);
        try
        {
            using var loop = new EventLoop(new EventLoopOptions { TimeProvider = _clock, SlowStepThreshold = TimeSpan.FromMilliseconds(50) });
            loop.Run(Works("slow", 120));
        }
        finally
        {
            Console.SetError(normal);
        }
        Assert.Equal($"CoroGen: a step of 'Works' from Seeds.Bodies.cs:{s_works + 3} to Seeds.Bodies.cs:{s_works + 5} held up its loop for 120 ms." + Environment.NewLine, written.ToString());
    }

    private static string Order(int? seed)
    {
        using var loop = new EventLoop(new EventLoopOptions { Seed = seed, TimeProvider = new VirtualTime() });
        var log = new List<string>();
        foreach (var name in new[] { "a", "b", "c" })
            loop.Schedule(Steps(log, name, 2));
        loop.RunUntilEmpty();
        return string.Join(' ', log);
    }
}
