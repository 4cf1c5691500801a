namespace CoroGen;

/// <content>Cancelled coroutines that do not end: they catch the exceptions of their suspensions, again and again.</content>
public sealed partial class EventLoop
{
    /// <summary>How many waits of one step are refused before the coroutine counts as one that will never end.</summary>
    private const int MostRefusals = 100;

    private int _refusals;
    private int _refusalPlace;

    /// <summary>Those to be reported when they are suspended: then it is known where.</summary>
    private List<Coroutine>? _stubborn;

    /// <summary>Notes that a wait of the running coroutine is refused, since it is cancelled.</summary>
    /// <returns>Whether others must have their turn before.</returns>
    internal bool CountRefusal(Coroutine task)
    {
        if (task.Rare is { IsStubborn: true })
            return true;
        if (_refusalPlace != _ready.Head)
            _refusals = 0;
        _refusalPlace = _ready.Head;
        if (++_refusals <= MostRefusals)
            return false;
        task.RareState.IsStubborn = true;
        (_stubborn ??= []).Add(task);
        LookRound();
        return true;
    }

    private void ReportStubborn()
    {
        if (_stubborn is not { } found)
            return;
        _stubborn = null;
        foreach (var task in found)
            ReportError(new CancellationIgnoredException(task, MostRefusals), task);
    }
}
