using CoroGen;

namespace TicTac;

/// <summary>6. Waiting for several: they run concurrently, and the one that waits goes on when all have ended, well or not.</summary>
internal static partial class Wait
{
    public static void Show()
    {
        using var loop = new EventLoop();
        loop.Run(Breakfast());
        loop.Run(BurntBreakfast());
    }

    [Coroutine]
    private static void Breakfast(Co co)
    {
        var result = co.Wait(Tasks.Repeat("spam", 10), Tasks.Repeat("eggs", 3), Tasks.Repeat("bacon", 5));
        Console.WriteLine($"{result.Finished} finished, {result.Failed} failed");
    }

    [Coroutine]
    private static void BurntBreakfast(Co co)
    {
        var result = co.Wait(Tasks.Repeat("spam", 2), Tasks.Fail("the eggs are burnt"), Tasks.Repeat("bacon", 1));
        Console.WriteLine($"{result.Finished} finished, {result.Failed} failed");
        Console.WriteLine("and the program goes on");
    }
}
