using System.Runtime.CompilerServices;

namespace CoroGen.Runtime.Tests;

public sealed partial class Seeds
{
    [Coroutine]
    private static void Steps(Co co, List<string> log, string name, int count)
    {
        for (var i = 1; i <= count; i++)
        {
            log.Add($"{name}{i}");
            co.Yield();
        }
    }

    [Coroutine]
    private static void Queues(Co co, List<string> log, CoLock @lock, int number)
    {
        co.Sleep(number);
        using (co.Lock(@lock))
        {
            log.Add($"{number}");
            co.Sleep(100);
        }
    }

    private static readonly int s_races = Line() + 9;

    private static int Line([CallerLineNumber] int line = 0) => line;

    /// <summary>Relies on the order of two coroutines that become ready together.</summary>
    [Coroutine]
    private static void Races(Co co)
    {
        var box = new List<int>();
        co.Wait(Puts(box, 1), Puts(box, 2));
        if (box[0] == 2)
            throw new InvalidOperationException("2 came first");
    }

    [Coroutine]
    private static void Puts(Co co, List<int> box, int number)
    {
        co.Sleep(10);
        box.Add(number);
    }

    [Coroutine]
    private static void Launches(Co co) => co.Launch(Fails());

    [Coroutine]
    private static void Fails(Co co)
    {
        co.Sleep(1000);
        throw new FormatException("late");
    }

    private static readonly int s_misses = Line() + 10;

    /// <summary>Waits for ever in one of two orders.</summary>
    [Coroutine]
    private static void Misses(Co co)
    {
        var open = new CoEvent();
        var first = new List<int>();
        co.WaitAll(Puts(first, 1), Puts(first, 2));
        if (first[0] == 2)
            open.Wait(co);
    }

    [Coroutine]
    private static void Forgets(Co co) => co.Launch(Serves());

    [Coroutine]
    private static void Serves(Co co) => co.Sleep(Timeout.InfiniteTimeSpan);

    /// <summary>A task, work on the thread pool, a callback, an <c>async void</c> method: all end on other threads.</summary>
    [Coroutine]
    private static void AsksOthers(Co co)
    {
        co.Await(Task.Run(() => { }));
        co.Offload(() => { });
        co.Suspend<int>(suspension => Task.Run(() => suspension.SetResult(1)));
        var done = new CoEvent();
        Sets(done);
        done.Wait(co);
    }

    private static async void Sets(CoEvent done)
    {
        await Task.Run(() => { }).ConfigureAwait(true);
        done.Set();
    }

    private static readonly int s_works = Line() + 2;

    [Coroutine]
    private void Works(Co co, string name, int milliseconds)
    {
        co.Yield();
        _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        co.Yield();
        _log.Add(name);
    }
}
