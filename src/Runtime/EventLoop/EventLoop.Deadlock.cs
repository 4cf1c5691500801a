using System.Runtime.CompilerServices;

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
        var path = new List<Coroutine>();
        if (!IsStuck(task, path, []))
            return;
        var names = string.Join(" waits for ", path.Select(waiting => $"'{waiting.Name}'"));
        throw new DeadlockException($"The coroutine '{task.Name}' can never go on: {names}.");
    }

    /// <summary>Follows the waits from a coroutine. When it is stuck, <paramref name="path"/> leads to the one that closes the circle.</summary>
    /// <param name="task">The coroutine.</param>
    /// <param name="path">Those who wait for it.</param>
    /// <param name="free">Those who were found not to be stuck.</param>
    private bool IsStuck(Coroutine task, List<Coroutine> path, HashSet<Coroutine> free)
    {
        if (task.Loop != this || free.Contains(task) || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return false;
        var closesCircle = path.Contains(task);
        path.Add(task);
        // Plain code that does not wait has called the loop: it goes on only when the loop returns.
        if (closesCircle || (task is BlockingCoroutine && task.Queue is null) || (task.Queue is { } queue && IsStuck(queue, path, free)))
            return true;
        path.RemoveAt(path.Count - 1);
        free.Add(task);
        return false;
    }

    private bool IsStuck(WaitQueue queue, List<Coroutine> path, HashSet<Coroutine> free)
    {
        if (queue.WaitsFor is not { } others)
            return false;
        var length = path.Count;
        foreach (var other in others)
        {
            if (other.IsDone)
                continue;
            var isStuck = IsStuck(other, path, free);
            if (isStuck != queue.OneIsEnough)
                return isStuck;
            if (isStuck)
                path.RemoveRange(length, path.Count - length);
        }
        return queue.OneIsEnough;
    }
}
