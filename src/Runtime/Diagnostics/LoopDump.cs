namespace CoroGen;

/// <summary>
/// The text of <see cref="EventLoop.Dump"/>:
/// <code>
/// 2 coroutines at 2000-01-01 00:00:03Z
/// 'Serve' waits for the lock held by 'Cook'
///     Kitchen.GetSoda in Kitchen.cs:31: client = "A"
///     Kitchen.Serve in Kitchen.cs:54: client = "A", price = 3
/// 'Cook' sleeps for 00:00:02 more
///     Kitchen.Cook in Kitchen.cs:80
/// </code>
/// </summary>
/// <param name="writer">Where it is written to.</param>
/// <param name="clock">The loop's clock.</param>
internal sealed class LoopDump(TextWriter writer, LoopClock clock)
{
    public void Write(IReadOnlyCollection<Coroutine> tasks, EventLoop loop)
    {
        writer.WriteLine($"{tasks.Count} {(tasks.Count == 1 ? "coroutine" : "coroutines")} at {clock.Provider.GetUtcNow():u}");
        foreach (var task in tasks)
            Write(task, loop);
        foreach (var circle in WaitCycles.Among(tasks, loop))
            writer.WriteLine($"deadlock: {WaitCycles.Text(circle)}");
    }

    private void Write(Coroutine task, EventLoop loop)
    {
        var isRunning = loop.IsRunning(task);
        writer.WriteLine($"'{task.Name}' {(isRunning ? "runs" : State(task, loop))}");
        if (isRunning)
            return;
        foreach (var frame in CallChain.Of(task))
        {
            var name = frame.GetType().DeclaringType is { } type ? $"{type.Name}.{frame.Info.Name}" : frame.Info.Name;
            var place = SourceLine.Of(frame) is { } line ? $" in {line}" : "";
            var locals = LocalsText.Of(frame);
            writer.WriteLine($"    {name}{place}{(locals.Length > 0 ? ": " : "")}{locals}");
        }
    }

    private string State(Coroutine task, EventLoop loop)
    {
        if (task.TimerPlace != 0)
            return $"sleeps for {clock.Until(loop.DeadlineOf(task))} more";
        if (task.Queue is { } queue)
            return $"waits for {queue.Description}";
        return "is ready";
    }
}
