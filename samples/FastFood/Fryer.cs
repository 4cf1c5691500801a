using CoroGen;

namespace FastFood;

/// <summary>
/// A fryer makes several portions at once. Whoever finds none left fries the next batch for all; the lock keeps the
/// others waiting meanwhile, so that they find its portions and nobody fries beside them.
/// </summary>
internal sealed partial class Fryer(int capacity, TimeSpan duration, TimeProvider clock, Journal journal) : Station("fryer", 1)
{
    private readonly CoLock _fryer = new();
    private int _portions;

    [Coroutine]
    public void TakePortion(Co co)
    {
        var arrived = clock.GetTimestamp();
        using (co.Lock(_fryer))
        {
            Queued += clock.GetElapsedTime(arrived);
            if (_portions == 0)
            {
                journal.Note($"> frying {capacity} portions");
                co.Sleep(duration);
                Busy += duration;
                _portions = capacity;
            }

            _portions--;
        }
    }
}
