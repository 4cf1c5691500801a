using System.Runtime.CompilerServices;

namespace CoroGen;

/// <summary>A time at which a coroutine is cancelled.</summary>
internal sealed class Deadline : Alarm
{
    private readonly Coroutine _target;
    private readonly string _reason;

    /// <param name="target">A live coroutine.</param>
    /// <param name="limit">From now; without a time, it has come already.</param>
    public Deadline(Coroutine target, TimeSpan limit)
        : base(target.Loop)
    {
        _target = target;
        _reason = $"it did not end within {limit}";
        if (limit == TimeSpan.Zero)
            Ring();
        else
            SetTo(limit);
    }

    /// <summary>Whether it has come before the coroutine ended.</summary>
    public bool HasExpired { get; private set; }

    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    public static void Check(TimeSpan limit, [CallerArgumentExpression(nameof(limit))] string? name = null)
    {
        if (limit < TimeSpan.Zero && limit != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(name, limit, "The limit must not be negative.");
    }

    /// <inheritdoc/>
    protected override void Ring()
    {
        if (_target.IsDone)
            return;
        HasExpired = true;
        Loop.CancelSafely(_target, _reason);
    }
}
