using System.Text;

namespace CoroGen.Testing;

/// <summary>
/// Finds mistakes that only some orders of events bring about: runs the same body under many seeds, each on a loop of its own with virtual time and
/// <see cref="EventLoopOptions.Seed"/>. What fails under a seed fails under it every time.
/// </summary>
public static class Schedules
{
    /// <summary>How many of the last steps a failure shows.</summary>
    private const int StepsShown = 30;

    /// <summary>Runs a body under the seeds from <paramref name="firstSeed"/> on, until one fails.</summary>
    /// <param name="body">Makes the coroutine to run; called once for each seed. It fails by throwing, as does what it launches, and when nothing can go on any more.</param>
    /// <param name="seeds">How many.</param>
    /// <param name="firstSeed">The first one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of seeds is not positive.</exception>
    /// <exception cref="ScheduleFailedException">The body failed under a seed: the exception has the seed, the steps that were taken, and the failure.</exception>
    public static void Explore(Func<Coroutine> body, int seeds = 100, int firstSeed = 0)
    {
        Guard.NotNull(body);
        Guard.Positive(seeds);
        for (var seed = firstSeed; seed - firstSeed < seeds; seed++)
            Replay(body, seed);
    }

    /// <summary>Runs a body under one seed, to look at what <see cref="Explore"/> has found.</summary>
    /// <returns>The steps that were taken, one in a line: the time, the coroutine, and from which source line to which.</returns>
    /// <exception cref="ScheduleFailedException">The body failed.</exception>
    public static string Replay(Func<Coroutine> body, int seed)
    {
        Guard.NotNull(body);
        var clock = new VirtualTime();
        var steps = new List<string>();
        try
        {
            using var loop = new EventLoop(new EventLoopOptions { Seed = seed, TimeProvider = clock, Step = step => steps.Add($"{clock.Elapsed:c} {step}") }) { IsAlone = true };
            loop.Run(body());
            loop.RunUntilEmpty();
        }
        catch (Exception e)
        {
            throw new ScheduleFailedException(seed, Text(steps), Message(seed, steps, e), e);
        }
        return Text(steps);
    }

    private static string Message(int seed, List<string> steps, Exception failure) =>
        $"Under the seed {seed} it failed: {failure.Message}{Environment.NewLine}'Schedules.Replay(body, {seed})' repeats it. The last of its {steps.Count} steps:{Environment.NewLine}"
        + Text(steps.Skip(steps.Count - StepsShown));

    private static string Text(IEnumerable<string> steps)
    {
        var text = new StringBuilder();
        foreach (var step in steps)
            text.AppendLine(step);
        return text.ToString();
    }
}
