using CoroGen;

namespace Interop;

/// <summary>A token cancels a coroutine, and a coroutine cancels its token.</summary>
internal static partial class Tokens
{
    public static void Show()
    {
        using var loop = new EventLoop();
        using var closing = new CancellationTokenSource();
        var server = loop.Schedule(Serve());
        server.CancelWith(closing.Token, "closing time");          // may be cancelled on any thread
        loop.Post(closing.Cancel);
        loop.RunUntilEmpty();
        Console.WriteLine(server);
    }

    [Coroutine]
    private static void Serve(Co co)
    {
        try
        {
            co.Await(token => ClientAsync(token));                 // the coroutine's own token, for whatever takes one
        }
        catch (CoroutineCanceledException e)
        {
            Console.WriteLine(e.Message);
            throw;
        }
    }

    private static Task ClientAsync(CancellationToken token) => Task.Delay(Timeout.Infinite, token);
}
