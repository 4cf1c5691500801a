namespace CoroGen;

/// <summary>
/// Something that happens, for the coroutines of one loop: whoever waits goes on when it is set, and it stays set until it is reset. Those who wait go on in
/// the order in which they came.
/// </summary>
/// <remarks>
/// To be used on the loop's thread only; other threads set it through <see cref="EventLoop.Post"/>. For an event that wakes one waiter and resets itself
/// use a <see cref="CoSemaphore"/> with no free permits.
/// </remarks>
/// <param name="isSet">Whether it is set at first.</param>
public sealed partial class CoEvent(bool isSet = false)
{
    internal readonly WaitQueue Waiters = new("an event");

    /// <summary>Whether it is set.</summary>
    public bool IsSet { get; private set; } = isSet;

    /// <summary>Sets it, and lets all go on that wait, also when it is reset before their next steps.</summary>
    /// <exception cref="InvalidOperationException">Another thread than the loop's calls while coroutines wait. Nothing has changed.</exception>
    public void Set()
    {
        Waiters.VerifyThread();
        IsSet = true;
        Waiters.WakeAll();
    }

    /// <summary>Resets it: from now on those who come have to wait.</summary>
    /// <exception cref="InvalidOperationException">Another thread than the loop's calls while coroutines wait. Nothing has changed.</exception>
    public void Reset()
    {
        Waiters.VerifyThread();
        IsSet = false;
    }

    /// <summary>Waits until it is set; does not wait when it is.</summary>
    /// <param name="co">The handle.</param>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled, and the event is not set.</exception>
    [Coroutine]
    public void Wait(Co co)
    {
        if (co.Loop.SpendBudget())
            co.TakeTurn();
        if (!IsSet)
            co.Park(Waiters);
    }
}
