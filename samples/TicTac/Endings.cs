using CoroGen;

namespace TicTac;

/// <summary>3. Coroutines of different lengths, and what they leave behind: a result or an error.</summary>
internal static partial class Endings
{
    public static void Show()
    {
        using var loop = new EventLoop();
        loop.Schedule(TellTicTac());
        loop.Schedule(TellSpam());
        loop.RunUntilEmpty();

        Console.WriteLine($"alone: {loop.Run(Tasks.TicTac())}");

        var failing = Tasks.Fail("no more spam");
        try
        {
            loop.Run(failing);
        }
        catch (InvalidOperationException e)
        {
            Console.WriteLine($"caught: {e.Message}");
        }

        Console.WriteLine(failing);
    }

    [Coroutine]
    private static void TellTicTac(Co co)
    {
        var said = Tasks.TicTac(co);
        Console.WriteLine($"TicTac finished: {said}");
    }

    [Coroutine]
    private static void TellSpam(Co co)
    {
        var said = Tasks.Spam(co);
        Console.WriteLine($"Spam finished: {said}");
    }
}
