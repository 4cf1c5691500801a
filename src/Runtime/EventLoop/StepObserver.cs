namespace CoroGen;

/// <summary>What is done round each step of a loop that has a seed, or whose steps somebody wants to be told of. Other loops ask once in a pass whether that is so.</summary>
internal sealed class StepObserver
{
    private readonly LoopClock _clock;
    private readonly Random? _random;
    private readonly Action<LoopStep>? _step;
    private readonly TimeSpan? _threshold;
    private readonly Action<LoopStep> _slowStep;
    private long _count;

    public StepObserver(EventLoopOptions options, LoopClock clock)
    {
        _clock = clock;
        _random = options.Seed is { } seed ? new Random(seed) : null;
        _step = options.Step;
        _threshold = options.SlowStepThreshold;
        _slowStep = options.SlowStep ?? Warn;
    }

    /// <summary>Whether there is anything to do. Whoever traces the process may come and go.</summary>
    public bool IsNeeded => _random is not null || Watches;

    private bool Watches => _step is not null || _threshold is not null || LoopEvents.Log.WantsSteps;

    /// <summary>Which of the next ones takes its step now.</summary>
    public int Choose(int count) => _random is null || count < 2 ? 0 : _random.Next(count);

    /// <summary>Notes where and when a step begins.</summary>
    public Beginning Begin(Coroutine task) => Watches ? new Beginning(task, SourceLine.Of(task), _threshold is null ? 0 : _clock.Now) : default;

    /// <summary>Tells of the step.</summary>
    public void End(Beginning beginning)
    {
        if (beginning.Task is not { } task)
            return;
        var duration = _threshold is null ? TimeSpan.Zero : _clock.Since(beginning.Time);
        var step = new LoopStep(++_count, task, beginning.From, SourceLine.Of(task), duration);
        _step?.Invoke(step);
        if (LoopEvents.Log.WantsSteps)
            LoopEvents.Log.Step(task.Name, Text(step.From), Text(step.To));
        if (!(duration > _threshold))
            return;
        LoopEvents.Log.SlowStep(task.Name, Text(step.From), Text(step.To), duration.TotalMilliseconds);
        _slowStep(step);
    }

    private static void Warn(LoopStep step) => Console.Error.WriteLine(
        $"CoroGen: a step of '{step.Coroutine.Name}'{(step.From is { } from ? $" from {from}" : "")}{(step.To is { } to ? $" to {to}" : "")} held up its loop for {step.Duration.TotalMilliseconds:0} ms.");

    private static string Text(SourceLine? line) => line is { } place ? place.ToString() : "";

    /// <summary>The beginning of a step.</summary>
    internal readonly record struct Beginning(Coroutine? Task, SourceLine? From, long Time);
}
