namespace CoroGen;

/// <summary>Makes cases for <see cref="Co.Select"/>. Those of channels are made by the channels.</summary>
/// <example><code>
/// var order = orders.Receiving();
/// var closing = CoSelect.After(TimeSpan.FromMinutes(5));
/// if (co.Select(order, closing) == order)
///     Serve(co, order.Item);
/// </code></example>
public static class CoSelect
{
    /// <summary>A case that is taken when a time has passed since the select began.</summary>
    /// <param name="delay">
    /// How long, on the loop's clock. Zero: at once, so that behind other cases it is taken when none of them is possible without waiting;
    /// <see cref="Timeout.InfiniteTimeSpan"/>: never.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public static SelectCase After(TimeSpan delay)
    {
        if (delay < TimeSpan.Zero && delay != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(delay), delay, "The time must not be negative.");
        return new TimeCase(delay);
    }

    /// <summary>
    /// A case that is taken when a coroutine has ended, in whichever way: its exception is not thrown, and counts as observed. A new one is launched when a select comes
    /// to the case, hence not when a case before it is possible at once.
    /// </summary>
    /// <param name="coroutine">The coroutine.</param>
    public static SelectCase End(Coroutine coroutine)
    {
        Guard.NotNull(coroutine);
        return new EndCase(coroutine);
    }

    /// <summary>A case that is taken when an event is set.</summary>
    /// <param name="event">The event.</param>
    public static SelectCase IsSet(CoEvent @event)
    {
        Guard.NotNull(@event);
        return new EventCase(@event);
    }
}
