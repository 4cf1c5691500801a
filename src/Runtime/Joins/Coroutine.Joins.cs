namespace CoroGen;

/// <content>Those who wait for the end of a coroutine.</content>
public abstract partial class Coroutine
{
    internal void AddJoiner(Join join)
    {
        if (Joiner is null)
            Joiner = join;
        else
            (RareState.MoreJoiners ??= []).Add(join);
    }

    /// <summary>Removes a joiner, as often as it is there.</summary>
    internal void RemoveJoiner(Join join)
    {
        Rare?.MoreJoiners?.RemoveAll(other => other == join);
        if (Joiner == join)
            Joiner = TakeFurtherJoiner();
    }

    /// <summary>Tells those who wait, in the order in which they began to.</summary>
    internal void TellEnd()
    {
        if (Joiner is { } first)
        {
            var others = Rare?.MoreJoiners;
            Joiner = null;
            if (others is not null)
                Rare!.MoreJoiners = null;
            first.CountDown(this);
            for (var i = 0; i < others?.Count; i++)
                others[i].CountDown(this);
        }
        Rare?.Bridge?.Complete(this);
    }

    private Join? TakeFurtherJoiner()
    {
        if (Rare?.MoreJoiners is not { Count: > 0 } more)
            return null;
        var join = more[0];
        more.RemoveAt(0);
        return join;
    }
}
