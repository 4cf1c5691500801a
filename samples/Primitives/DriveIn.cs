using CoroGen;

namespace Primitives;

/// <summary>One clerk for the counter and the drive-in, who goes home when nobody has come for ten seconds.</summary>
internal static partial class DriveIn
{
    [Coroutine]
    public static void Serve(Co co)
    {
        var counter = new CoChannel<string>();
        var window = new CoChannel<string>();
        co.Launch(Clients(counter, "A", 2));
        co.Launch(Clients(window, "B", 3));

        var fromCounter = counter.Receiving();                  // made once, used by each select
        var fromWindow = window.Receiving();
        var idle = CoSelect.After(TimeSpan.FromSeconds(10));
        while (true)
        {
            var taken = co.Select(fromWindow, fromCounter, idle);
            if (taken == idle)
                break;
            Journal.Note(taken == fromWindow ? $"{fromWindow.Item} at the window" : $"{fromCounter.Item} at the counter");
        }
        Journal.Note("closed");
    }

    [Coroutine]
    private static void Clients(Co co, CoChannel<string> channel, string name, int seconds)
    {
        for (var i = 1; i <= 3; i++)
        {
            co.Sleep(TimeSpan.FromSeconds(seconds));
            channel.Send(co, $"{name}{i}");
        }
    }
}
