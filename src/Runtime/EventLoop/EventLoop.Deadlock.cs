namespace CoroGen;

/// <content>
/// Finding out that nothing can ever go on. A loop without timers and without waits that something outside will end may still be woken by a post,
/// which may release a semaphore, say. So only a wait that certainly has no end counts: a coroutine that waits, through locks and joins, for itself.
/// </content>
public sealed partial class EventLoop
{
    private void ThrowIfDeadlocked()
    {
        if (_target is not null)
            ThrowIfStuck(_target);
        else if (_untilEmpty)
        {
            foreach (var task in _live.All)
                ThrowIfStuck(task);
        }
    }

    private void ThrowIfStuck(Coroutine task)
    {
        if (WaitCycles.PathFrom(task, this) is { } path)
            throw new DeadlockException($"The coroutine '{task.Name}' can never go on: {WaitCycles.Text(path)}.");
    }
}
