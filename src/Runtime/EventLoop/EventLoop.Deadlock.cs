namespace CoroGen;

/// <content>
/// Finding out that nothing can ever go on. A loop without timers and without waits that something outside will end may still be woken by a post,
/// which may release a semaphore, say. So only a wait that certainly has no end counts: a coroutine that waits, through locks and joins, for itself. A loop that nobody
/// else knows is different: there nothing comes of itself.
/// </content>
public sealed partial class EventLoop
{
    /// <summary>Whether no other thread posts anything, except for waits that are known.</summary>
    internal bool IsAlone { get; init; }

    private void ThrowIfDeadlocked()
    {
        if (_target is not null)
            ThrowIfStuck(_target);
        else if (_untilEmpty)
        {
            foreach (var task in _live.All)
                ThrowIfStuck(task);
        }
        if (IsAlone && !_context.HasOperations && _sockets is not { AreAwaited: true } && UnfinishedOutputs == 0 && _posts.Count == 0)
            throw new DeadlockException($"Nothing can go on: {string.Join("; ", _live.All.Select(Wait))}.");

        static string Wait(Coroutine task) => $"'{task.Name}' waits for {task.Queue?.Description}, {SuspensionPoint.Of(task)}";
    }

    private void ThrowIfStuck(Coroutine task)
    {
        if (WaitCycles.PathFrom(task, this) is { } path)
            throw new DeadlockException($"The coroutine '{task.Name}' can never go on: {WaitCycles.Text(path)}.");
    }
}
