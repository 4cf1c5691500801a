using CoroGen;

namespace Cancellation;

/// <summary>A shield: what a cancelled coroutine has to do before it ends, and has to wait for.</summary>
internal static partial class Transfers
{
    [Coroutine]
    public static void Show(Co co)
    {
        var transfer = co.Launch(Send());
        co.Sleep(TimeSpan.FromSeconds(2.5));
        transfer.Cancel("we are closing");
        co.Wait(transfer);
        Console.WriteLine(transfer);
    }

    [Coroutine]
    private static void Send(Co co)
    {
        try
        {
            for (var block = 1; ; block++)
            {
                co.Sleep(TimeSpan.FromSeconds(1));
                Console.WriteLine($"block {block} is sent");
            }
        }
        finally
        {
            co.Shield(co => co.Timeout(TimeSpan.FromSeconds(5), SayGoodbye()));
        }
    }

    [Coroutine]
    private static void SayGoodbye(Co co)
    {
        co.Sleep(TimeSpan.FromSeconds(2));     // without the shield this would throw
        Console.WriteLine("goodbye is sent");
    }
}
