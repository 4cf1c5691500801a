using CoroGen;

namespace Primitives;

/// <summary>One soda machine, two cooks, three clients.</summary>
internal static partial class Kitchen
{
    private static readonly CoLock SodaMachine = new();
    private static readonly CoSemaphore Cooks = new(2);

    [Coroutine]
    public static void Open(Co co) => co.WaitAll(Order("A"), Order("B"), Order("C"));

    [Coroutine]
    private static void Order(Co co, string client)
    {
        using (co.Lock(SodaMachine))
        {
            co.Sleep(TimeSpan.FromSeconds(1));
            Journal.Note($"soda for {client}");
        }

        using (co.Acquire(Cooks))
        {
            co.Sleep(TimeSpan.FromSeconds(5));
            Journal.Note($"burger for {client}");
        }
    }
}
