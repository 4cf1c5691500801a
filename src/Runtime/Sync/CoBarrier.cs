namespace CoroGen;

/// <summary>
/// A place where a number of coroutines of one loop wait for each other: when the last of them has arrived all go on, and the next phase begins.
/// </summary>
/// <remarks>
/// To be used on the loop's thread only. A coroutine that is cancelled while it waits takes its arrival back: it takes another one to fill the number.
/// </remarks>
public sealed partial class CoBarrier
{
    private readonly Waiters _waiters;

    /// <summary>Makes a barrier.</summary>
    /// <param name="participants">How many have to arrive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public CoBarrier(int participants)
    {
        Guard.Positive(participants);
        Participants = participants;
        _waiters = new Waiters(this);
    }

    /// <summary>How many have to arrive.</summary>
    public int Participants { get; }

    /// <summary>How many have arrived in this phase, and wait.</summary>
    public int Waiting => _waiters.Count;

    /// <summary>How many phases are over.</summary>
    public long Phase { get; private set; }

    /// <summary>Arrives, and waits until all have. The last one does not wait.</summary>
    /// <param name="co">The handle.</param>
    /// <returns>True for the last one, hence for exactly one of each phase: it may do what has to be done once between two phases.</returns>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled, and was not the last. Its arrival does not count.</exception>
    [Coroutine]
    public bool Wait(Co co)
    {
        if (co.Loop.SpendBudget())
            co.TakeTurn();
        _waiters.Check(co.Loop);
        if (Waiting + 1 < Participants)
        {
            co.Park(_waiters);
            return false;
        }
        Phase++;
        _waiters.WakeAll();
        return true;
    }

    private sealed class Waiters(CoBarrier barrier) : WaitQueue("a barrier")
    {
        public override string Description => $"a barrier where {Count} of {barrier.Participants} have arrived";
    }
}
