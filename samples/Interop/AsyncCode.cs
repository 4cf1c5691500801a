using CoroGen;

namespace Interop;

/// <summary>Async methods, called by a coroutine.</summary>
internal static partial class AsyncCode
{
    public static void Show()
    {
        using var loop = new EventLoop();
        Console.WriteLine(loop.Run(Order()));
    }

    [Coroutine]
    private static string Order(Co co)
    {
        var price = co.Await(PriceAsync("burger"));                // waits; other coroutines run meanwhile
        var drink = co.Await(async () =>                           // an async lambda, which stays on the loop
        {
            var cup = await CupAsync();
            await Task.Yield();
            return $"{cup} of soda";
        });
        return $"burger for {price}, {drink}";
    }

    private static async Task<int> PriceAsync(string what)
    {
        await Task.Yield();
        return what.Length;
    }

    private static async ValueTask<string> CupAsync()
    {
        await Task.Yield();
        return "a cup";
    }
}
