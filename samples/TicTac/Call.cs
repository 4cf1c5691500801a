using CoroGen;

namespace TicTac;

/// <summary>4. A call: with the handle, the other method runs inside this coroutine, which goes on when it has returned.</summary>
internal static partial class Call
{
    public static void Show()
    {
        using var loop = new EventLoop();
        loop.Run(Example());
    }

    [Coroutine]
    private static void Example(Co co)
    {
        Tasks.Subtask(co);
        Console.WriteLine("back in example");
        for (var i = 0; i < 3; i++)
        {
            Console.WriteLine("(example)");
            co.Yield();
        }

        Console.WriteLine("Example finished");
    }
}
