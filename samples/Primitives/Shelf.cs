using CoroGen;

namespace Primitives;

/// <summary>A shelf between the kitchen and the counter. Who takes something waits until it is there.</summary>
internal sealed partial class Shelf
{
    private readonly CoLock _lock = new();
    private readonly CoCondition _changed;
    private readonly List<string> _trays = [];

    private Shelf() => _changed = new CoCondition(_lock);

    [Coroutine]
    public static void Open(Co co)
    {
        var shelf = new Shelf();
        var waiters = new[] { co.Launch(shelf.Take("fries")), co.Launch(shelf.Take("burger")) };
        foreach (var what in new[] { "burger", "fries" })
        {
            co.Sleep(TimeSpan.FromSeconds(2));
            shelf.Put(co, what);
        }
        co.WaitAll(waiters);
    }

    [Coroutine]
    private void Take(Co co, string what)
    {
        using (co.Lock(_lock))
        {
            _changed.Wait(co, () => _trays.Contains(what));     // releases the lock while it waits
            _trays.Remove(what);
            Journal.Note($"{what} taken");
        }
    }

    [Coroutine]
    private void Put(Co co, string what)
    {
        using (co.Lock(_lock))
        {
            _trays.Add(what);
            _changed.NotifyAll();                               // each looks whether it is what it waits for
        }
    }
}
