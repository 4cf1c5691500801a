using CoroGen;

namespace TicTac;

/// <summary>2. A loop gives each of its coroutines a turn, round and round.</summary>
internal static class Turns
{
    public static void Show()
    {
        using var loop = new EventLoop();
        var first = loop.Schedule(Tasks.TicTac());
        var second = loop.Schedule(Tasks.TicTac());
        loop.RunUntilEmpty();
        Console.WriteLine(first);
        Console.WriteLine(second);
    }
}
