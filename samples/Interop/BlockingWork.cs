using CoroGen;

namespace Interop;

/// <summary>Work that would block the loop is done on the thread pool.</summary>
internal static partial class BlockingWork
{
    public static void Show()
    {
        using var loop = new EventLoop(new EventLoopOptions { OffloadLimit = 2 });
        loop.Run(PrintBills());
    }

    [Coroutine]
    private static void PrintBills(Co co)
    {
        var bills = co.WaitAll(Bill("A"), Bill("B"), Bill("C"));   // two at a time
        Console.WriteLine(string.Join(", ", bills));
    }

    [Coroutine]
    private static string Bill(Co co, string client) => co.Offload(() => Print(client));

    private static string Print(string client)
    {
        using var printer = new ManualResetEventSlim();
        printer.Wait(TimeSpan.FromMilliseconds(1));                // blocks a thread of the pool, not the loop
        return $"bill of {client}";
    }
}
