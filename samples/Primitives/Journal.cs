using CoroGen;

namespace Primitives;

/// <summary>Runs a part on a loop of its own, and notes what happens there, and when.</summary>
internal static class Journal
{
    private static VirtualTime _clock = new();

    public static void Show(string title, Coroutine part)
    {
        Console.WriteLine($"--- {title}");
        _clock = new VirtualTime();
        using var loop = new EventLoop(new EventLoopOptions { TimeProvider = _clock });
        loop.Run(part);
        Console.WriteLine();
    }

    public static void Note(string what) => Console.WriteLine($"{_clock.Elapsed.TotalSeconds:0} s: {what}");
}
