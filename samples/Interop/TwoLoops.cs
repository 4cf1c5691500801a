using CoroGen;

namespace Interop;

/// <summary>A loop for each thread: they talk by posts and by tasks.</summary>
internal static partial class TwoLoops
{
    public static void Show()
    {
        using EventLoop counter = new(), kitchen = new();
        var shift = kitchen.Schedule(Open());
        var thread = new Thread(kitchen.RunUntilEmpty);
        thread.Start();
        Console.WriteLine(counter.Run(Sell(kitchen)));
        kitchen.Post(() => shift.Cancel());
        thread.Join();
    }

    [Coroutine]
    private static string Sell(Co co, EventLoop kitchen)
    {
        var burger = Fry("burger");
        var ready = burger.AsTask();                               // asked for before the other thread has it
        kitchen.Post(() => kitchen.Schedule(burger));              // launches it there
        return $"sold a {co.Await(ready)}";                        // and waits for it here
    }

    [Coroutine]
    private static string Fry(Co co, string what)
    {
        co.Yield();
        return $"hot {what}";
    }

    [Coroutine]
    private static void Open(Co co) => co.Sleep(Timeout.InfiniteTimeSpan);
}
