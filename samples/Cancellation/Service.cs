using CoroGen;

namespace Cancellation;

/// <summary>A service: runs until it is told to end, by Ctrl+C or by the system, and ends in order.</summary>
internal static partial class Service
{
    /// <param name="cleanup">How long the last answer takes.</param>
    public static int Serve(TimeSpan cleanup)
    {
        using var loop = new EventLoop(new EventLoopOptions { EndOnSignals = true, ShutdownGrace = TimeSpan.FromSeconds(10) });
        loop.Schedule(Listen(cleanup));
        loop.RunUntilEmpty();
        Console.WriteLine("all have ended");
        return 0;
    }

    [Coroutine]
    private static void Listen(Co co, TimeSpan cleanup)
    {
        try
        {
            co.Launch(Answer(cleanup));
            Console.WriteLine("listening");
            co.Sleep(Timeout.Infinite);
        }
        finally
        {
            Console.WriteLine("not listening any more");
        }
    }

    [Coroutine]
    private static void Answer(Co co, TimeSpan cleanup)
    {
        try
        {
            Console.WriteLine("answering");
            co.Sleep(Timeout.Infinite);
        }
        catch (CoroutineCanceledException e)
        {
            Console.WriteLine(e.Message);
            throw;
        }
        finally
        {
            co.Shield(co => co.Sleep(cleanup));
            Console.WriteLine("the last answer is given");
        }
    }
}
