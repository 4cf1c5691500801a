using System.Diagnostics;

namespace CoroGen.Benchmarks;

/// <summary>What a coroutine that only sleeps takes in memory, and whether very many of them wake in the order of their deadlines. The peer is a task that awaits a delay.</summary>
internal static partial class Asleep
{
    /// <summary>An odd factor that is prime to the number of coroutines: the deadlines come in no order.</summary>
    private const long Stride = 7_919;

    /// <summary>Puts coroutines to sleep, then tasks, and writes what each takes.</summary>
    /// <exception cref="InvalidOperationException">They did not wake in order.</exception>
    public static void Write(int count, TextWriter output)
    {
        var coroutine = OfCoroutines(count, output);
        var task = OfTasks(count);
        output.WriteLine($"{count:N0} asleep at once: {coroutine:0} bytes for each coroutine, {task:0} for each task, which is {coroutine / task:0.00} of it");
    }

    private static double OfCoroutines(int count, TextWriter output)
    {
        using var loop = new EventLoop(new EventLoopOptions { TimeProvider = new VirtualTime() });
        var order = new Order();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0L; i < count; i++)
            loop.Schedule(Sleeper(order, i * Stride % count));
        loop.Tick();
        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)count;

        var watch = Stopwatch.StartNew();
        loop.RunUntilEmpty();
        output.WriteLine($"all {order.Next:N0} woke in order within {watch.Elapsed.TotalSeconds:0.0} s");
        return each;
    }

    private static double OfTasks(int count)
    {
        using var end = new CancellationTokenSource();
        var tasks = new Task[count];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < count; i++)
            tasks[i] = SleeperTask(TimeSpan.FromHours(1), end.Token);
        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)count;
        end.Cancel();
        return each;
    }

    [Coroutine]
    private static void Sleeper(Co co, Order order, long number)
    {
        co.Sleep(TimeSpan.FromTicks(number + 1));
        order.Wake(number);
    }

    private static async Task SleeperTask(TimeSpan duration, CancellationToken end) => await Task.Delay(duration, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private sealed class Order
    {
        public long Next { get; private set; }

        public void Wake(long number)
        {
            if (number != Next++)
                throw new InvalidOperationException($"Number {number} woke as the {Next}th.");
        }
    }
}
