using CoroGen;

namespace Primitives;

/// <summary>Three workers who begin each task together. Whoever comes last rings the bell.</summary>
internal static partial class Shift
{
    private static readonly string[] Tasks = ["clean", "cook"];

    [Coroutine]
    public static void Work(Co co)
    {
        var barrier = new CoBarrier(3);
        co.WaitAll(Worker("A", 1, barrier), Worker("B", 4, barrier), Worker("C", 2, barrier));
    }

    [Coroutine]
    private static void Worker(Co co, string name, int seconds, CoBarrier barrier)
    {
        foreach (var task in Tasks)
        {
            co.Sleep(TimeSpan.FromSeconds(seconds));
            if (barrier.Wait(co))
                Journal.Note($"{name} rings: all have come to {task}");
        }
    }
}
