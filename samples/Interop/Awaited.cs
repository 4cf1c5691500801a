using CoroGen;

namespace Interop;

/// <summary>A coroutine, awaited by async code.</summary>
internal static partial class Awaited
{
    public static void Show()
    {
        using var loop = new EventLoop();
        loop.Run(Serve());
    }

    [Coroutine]
    private static void Serve(Co co)
    {
        var burger = co.Launch(Fry("burger"));
        co.Await(() => PackAsync(burger));
    }

    [Coroutine]
    private static string Fry(Co co, string what)
    {
        co.Sleep(1);
        return $"hot {what}";
    }

    private static async Task PackAsync(Coroutine<string> food)
    {
        var packed = await food;                                   // an async method that was started on the loop comes back to it
        Console.WriteLine($"packed a {packed}");
    }
}
