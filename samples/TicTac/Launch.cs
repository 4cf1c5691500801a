using CoroGen;

namespace TicTac;

/// <summary>5. A launch: without the handle, the method makes a coroutine of its own, which takes turns with this one.</summary>
internal static partial class Launch
{
    public static void Show()
    {
        using var loop = new EventLoop();
        loop.Schedule(Example());
        loop.RunUntilEmpty();
    }

    [Coroutine]
    private static void Example(Co co)
    {
        co.Launch(Tasks.Subtask());
        Console.WriteLine("back in example");
        for (var i = 0; i < 3; i++)
        {
            Console.WriteLine("(example)");
            co.Yield();
        }

        Console.WriteLine("Example finished");
    }
}
