namespace CoroGen;

/// <summary>That a time is over, beginning with each select anew. Without a time it is possible at once.</summary>
internal sealed class TimeCase(TimeSpan delay) : SelectCase
{
    internal override string Description => $"{delay} to pass";

    internal override void Check(Coroutine waiter)
    {
    }

    internal override bool TryTake(Coroutine waiter) => delay == TimeSpan.Zero;

    private protected override void Enroll(StandIn standIn)
    {
        if (delay == Timeout.InfiniteTimeSpan)
            standIn.Loop.Forever.Add(standIn);
        else
            standIn.Loop.AddTimer(standIn, delay);
    }
}

/// <summary>That a coroutine has ended.</summary>
internal sealed class EndCase(Coroutine target) : SelectCase
{
    internal override string Description => $"the end of '{target.Name}'";

    internal override Coroutine WaitsFor => target;

    internal override void Check(Coroutine waiter) => Targets.Check(waiter, target);

    internal override bool TryTake(Coroutine waiter)
    {
        if (!waiter.IsCancellationRequested)
            Targets.Launch(waiter, target);
        target.Observe();
        return target.IsDone;
    }

    private protected override void Enroll(StandIn standIn) => Join.ForOne(target).Add(standIn);

    private protected override void Collect(StandIn standIn) => target.Observe();
}

/// <summary>That an event is set.</summary>
internal sealed class EventCase(CoEvent @event) : SelectCase
{
    internal override string Description => @event.Waiters.Description;

    internal override void Check(Coroutine waiter) => @event.Waiters.Check(waiter.Loop);

    internal override bool TryTake(Coroutine waiter) => @event.IsSet;

    private protected override void Enroll(StandIn standIn) => @event.Waiters.Add(standIn);
}
