using System.Runtime.CompilerServices;
using CoroGen;

namespace Interop;

/// <summary><c>foreach</c> waits where async code says <c>await foreach</c>.</summary>
internal static partial class Streams
{
    public static void Show()
    {
        using var loop = new EventLoop(new EventLoopOptions { TimeProvider = new VirtualTime() });
        loop.Run(Serve());
    }

    [Coroutine]
    private static void Serve(Co co)
    {
        foreach (var client in Clients(co.Loop.TimeProvider))      // suspends until the next client comes
        {
            if (client == "C")
                break;                                             // the stream is disposed, and that is waited for
            Console.WriteLine($"serving {client}");
        }
        Console.WriteLine("closed");
    }

    private static async IAsyncEnumerable<string> Clients(TimeProvider clock, [EnumeratorCancellation] CancellationToken token = default)
    {
        for (var client = 'A'; client <= 'Z'; client++)
        {
            await Task.Delay(TimeSpan.FromMinutes(1), clock, token);
            yield return $"{client}";
        }
    }
}
