using CoroGen;

namespace Primitives;

/// <summary>Whoever comes too early waits until the doors are open; later ones walk in.</summary>
internal static partial class Doors
{
    [Coroutine]
    public static void Open(Co co)
    {
        var open = new CoEvent();
        var early = co.Launch(Client("A", open));
        co.Launch(Client("B", open));
        co.Sleep(TimeSpan.FromSeconds(3));
        open.Set();
        co.Await(early);

        co.Sleep(TimeSpan.FromSeconds(2));
        Client(co, "C", open);
    }

    [Coroutine]
    private static void Client(Co co, string name, CoEvent open)
    {
        open.Wait(co);
        Journal.Note($"{name} comes in");
    }
}
