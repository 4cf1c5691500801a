using System.Runtime.CompilerServices;

namespace CoroGen;

/// <summary>
/// Finds coroutines that can never go on: those that wait, through locks and joins, for themselves. Whatever else ends a wait (a timer, a post, a permit) may
/// still come, so nothing else counts.
/// </summary>
/// <param name="loop">The loop whose coroutines are looked at.</param>
internal sealed class WaitCycles(EventLoop loop)
{
    private readonly List<Coroutine> _path = [];

    /// <summary>Those who were found not to be stuck.</summary>
    private readonly HashSet<Coroutine> _free = [];

    /// <summary>The way from a stuck coroutine to the one that closes the circle; null when it is not stuck.</summary>
    public static IReadOnlyList<Coroutine>? PathFrom(Coroutine task, EventLoop loop)
    {
        var search = new WaitCycles(loop);
        return search.IsStuck(task) ? search._path : null;
    }

    /// <summary>All circles among the coroutines, each once, beginning with the one that is first in the order given.</summary>
    public static IEnumerable<IReadOnlyList<Coroutine>> Among(IEnumerable<Coroutine> tasks, EventLoop loop)
    {
        var seen = new HashSet<Coroutine>();
        foreach (var task in tasks)
        {
            if (PathFrom(task, loop) is not { } path)
                continue;
            var circle = path.SkipWhile(other => other != path[^1]).ToList();
            // It ends with the one that it begins with.
            if (circle.Skip(1).All(seen.Add))
                yield return circle;
        }
    }

    /// <summary><c>'A' (Kitchen.cs:31) waits for 'B' (Kitchen.cs:40) waits for 'A'</c>.</summary>
    public static string Text(IReadOnlyList<Coroutine> path) => string.Join(" waits for ", path.Select((task, index) =>
        index < path.Count - 1 && SourceLine.Of(task) is { } line ? $"'{task.Name}' ({line})" : $"'{task.Name}'"));

    private bool IsStuck(Coroutine task)
    {
        if (task.Loop != loop || _free.Contains(task) || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return false;
        var closesCircle = _path.Contains(task);
        _path.Add(task);
        // Plain code that does not wait has called the loop: it goes on only when the loop returns.
        if (closesCircle || (task is BlockingCoroutine && task.Queue is null) || (task.Queue is { } queue && IsStuck(queue)))
            return true;
        _path.RemoveAt(_path.Count - 1);
        _free.Add(task);
        return false;
    }

    private bool IsStuck(WaitQueue queue)
    {
        if (queue.WaitsFor is not { } others)
            return false;
        var length = _path.Count;
        foreach (var other in others)
        {
            if (other.IsDone)
                continue;
            var isStuck = IsStuck(other);
            if (isStuck != queue.OneIsEnough)
                return isStuck;
            if (isStuck)
                _path.RemoveRange(length, _path.Count - length);
        }
        return queue.OneIsEnough;
    }
}
