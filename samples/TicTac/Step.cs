namespace TicTac;

/// <summary>1. A coroutine is an object; it can be run by hand, from one yield to the next.</summary>
internal static class Step
{
    public static void Show()
    {
        var coroutine = Tasks.TicTac();
        Console.WriteLine(coroutine);
        while (!coroutine.IsDone)
        {
            coroutine.Step();
            Console.WriteLine(coroutine);
        }
    }
}
