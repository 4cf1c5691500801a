namespace CoroGen;

/// <summary>
/// One wait for the end of one or several coroutines: the queue in which the waiting one stands, and which those who end count down. Joins are used
/// again: they belong to the loop, like frames.
/// </summary>
internal sealed class Join : WaitQueue
{
    private readonly EventLoop _loop;
    private readonly Coroutine[] _one = new Coroutine[1];
    private Coroutine[] _targets = [];
    private int _missing;
    private bool _isForAny;
    private Bond _bond;
    private Coroutine? _first;
    private Join? _nextFree;

    private Join(EventLoop loop)
        : base("the end of a coroutine") => _loop = loop;

    public override string Description => _targets.Length == 1 ? $"the end of '{_targets[0].Name}'"
        : $"the {(_isForAny ? "first end" : "ends")} of {string.Join(", ", _targets.Select(target => $"'{target.Name}'"))}";

    public override IReadOnlyList<Coroutine> WaitsFor => _targets;

    public override bool OneIsEnough => _isForAny;

    /// <summary>For the end of one that has not ended.</summary>
    /// <param name="target">That one.</param>
    /// <param name="bond">What a cancel of the waiting one does.</param>
    public static Join ForOne(Coroutine target, Bond bond = Bond.None)
    {
        var join = Rent(target.Loop);
        join._bond = bond;
        join._one[0] = target;
        join.Begin(join._one);
        return join;
    }

    /// <summary>For the ends of all; null when all have ended.</summary>
    public static Join? ForAll(EventLoop loop, Coroutine[] targets)
    {
        if (Array.TrueForAll(targets, static target => target.IsDone))
            return null;
        var join = Rent(loop);
        join.Begin(targets);
        return join;
    }

    /// <summary>For the first end; none may have ended. <see cref="TakeFirst"/> must follow.</summary>
    public static Join ForAny(EventLoop loop, Coroutine[] targets)
    {
        var join = Rent(loop);
        join._isForAny = true;
        join.Begin(targets);
        return join;
    }

    /// <summary>The one that ended first.</summary>
    public Coroutine TakeFirst()
    {
        var first = _first!;
        Free();
        return first;
    }

    /// <summary>Called by a coroutine that ends and has this join among its joiners.</summary>
    public void CountDown(Coroutine ended)
    {
        if (_isForAny)
        {
            // The same one may have been given several times.
            if (_first is not null)
                return;
            _first = ended;
            foreach (var target in _targets)
                target.RemoveJoiner(this);
            WakeFirst();
        }
        else if (_missing > 0 && --_missing == 0) // None is missing when it was given up while others were told of the same end.
        {
            // Plain code may have given up.
            if (!IsEmpty)
                WakeFirst();
            else
                KeepErrors();
            Free();
        }
    }

    public override bool Abandon(Coroutine task)
    {
        if (_bond == Bond.Owned)
        {
            foreach (var target in _targets)
                target.Cancel(task.Rare?.CancelReason);
        }
        if (_bond != Bond.None)
            return false;
        base.Abandon(task);
        foreach (var target in _targets)
            target.RemoveJoiner(this);
        KeepErrors();
        Free();
        return true;
    }

    private static Join Rent(EventLoop loop)
    {
        if (loop.FreeJoins is not { } join)
            return new Join(loop);
        loop.FreeJoins = join._nextFree;
        join._nextFree = null;
        return join;
    }

    private void Begin(Coroutine[] targets)
    {
        _targets = targets;
        foreach (var target in targets)
        {
            if (target.IsDone)
            {
                // Its error need not be reported: the one who waits will see it.
                if (target.IsUnobserved)
                    _loop.ForgetError(target);
                continue;
            }
            target.AddJoiner(this);
            _missing++;
        }
    }

    /// <summary>Nobody waits any more.</summary>
    private void KeepErrors()
    {
        foreach (var target in _targets)
            _loop.KeepError(target);
    }

    private void Free()
    {
        _one[0] = null!;
        _targets = [];
        _missing = 0;
        _isForAny = false;
        _bond = Bond.None;
        _first = null;
        _nextFree = _loop.FreeJoins;
        _loop.FreeJoins = this;
    }
}

/// <summary>What a cancel of the one who waits does to the one whom it waits for.</summary>
internal enum Bond
{
    /// <summary>Nothing: the wait ends, the other one goes on.</summary>
    None,

    /// <summary>Cancels it, too; the wait goes on to its end.</summary>
    Owned,

    /// <summary>Nothing; and the wait goes on to its end.</summary>
    Shielded,
}
