namespace CoroGen;

/// <summary>
/// One wait for the first of several cases: the queue in which the selecting coroutine stands, alone, while a stand-in for each case stands in the queue of a channel or among those
/// that sleep, in order with all others. The stand-in that is woken first takes the others out at once, so nothing else can be granted.
/// </summary>
internal sealed class SelectWait() : WaitQueue("the first of several cases")
{
    private SelectCase? _first;

    /// <summary>The case that was taken.</summary>
    public SelectCase? Chosen { get; private set; }

    public override string Description => $"the first of: {string.Join(", ", Cases().Select(each => each.Description))}";

    public override IReadOnlyList<Coroutine>? WaitsFor =>
        Cases().All(each => each.WaitsFor is not null) ? Cases().Select(each => each.WaitsFor!).ToList() : null;

    public override bool OneIsEnough => true;

    /// <summary>Puts a stand-in for each case in its place. None of them is ready; <see cref="End"/> must follow.</summary>
    public static SelectWait Begin(EventLoop loop, SelectCase[] cases)
    {
        // A case is part of one wait at a time. So it can have the object for those in which it is the first.
        var wait = cases[0].OwnWait;
        for (var i = cases.Length - 1; i >= 0; i--)
        {
            cases[i].Next = wait._first;
            cases[i].Wait = wait;
            wait._first = cases[i];
        }
        for (var each = wait._first; each is not null; each = each.Next)
            each.Enroll(loop);
        return wait;
    }

    /// <summary>Called when a stand-in is woken: its case is the one that is taken.</summary>
    /// <param name="chosen">The case.</param>
    /// <param name="thrown">What the select throws, or null.</param>
    public void Choose(SelectCase chosen, Exception? thrown)
    {
        Chosen = chosen;
        Withdraw();
        chosen.Collect();
        WakeFirst(thrown);
    }

    /// <summary>The cases can be used again.</summary>
    public void End()
    {
        Chosen = null;
        while (_first is { } each)
        {
            _first = each.Next;
            each.Next = null;
            each.Wait = null;
        }
    }

    public override bool Abandon(Coroutine task)
    {
        Withdraw();
        return base.Abandon(task);
    }

    private void Withdraw()
    {
        for (var each = _first; each is not null; each = each.Next)
        {
            if (each != Chosen)
                each.Withdraw();
        }
    }

    private IEnumerable<SelectCase> Cases()
    {
        for (var each = _first; each is not null; each = each.Next)
            yield return each;
    }
}
