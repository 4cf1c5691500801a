using BenchmarkDotNet.Attributes;

namespace CoroGen.Benchmarks;

/// <summary>A turn of one coroutine among a thousand.</summary>
public partial class YieldAmongThousand : SideBySide
{
    private const int Coroutines = 1_000;
    private const int Yields = 100;

    private readonly Task[] _tasks = new Task[Coroutines];

    [Benchmark(Baseline = true, OperationsPerInvoke = Coroutines * Yields)]
    public void AsyncTask()
    {
        for (var i = 0; i < Coroutines; i++)
            _tasks[i] = YieldTask();
        AsyncLoop.Run(Task.WhenAll(_tasks));
    }

    [Benchmark(OperationsPerInvoke = Coroutines * Yields)]
    public void AsyncValueTask()
    {
        for (var i = 0; i < Coroutines; i++)
            _tasks[i] = YieldValueTask().AsTask();
        AsyncLoop.Run(Task.WhenAll(_tasks));
    }

    [Benchmark(OperationsPerInvoke = Coroutines * Yields)]
    public void Coroutine()
    {
        for (var i = 0; i < Coroutines; i++)
            Loop.Schedule(Yield());
        Loop.RunUntilEmpty();
    }

    private async Task YieldTask()
    {
        for (var i = 0; i < Yields; i++)
            await AsyncLoop.Yield();
    }

    private async ValueTask YieldValueTask()
    {
        for (var i = 0; i < Yields; i++)
            await AsyncLoop.Yield();
    }

    [Coroutine]
    private static void Yield(Co co)
    {
        for (var i = 0; i < Yields; i++)
            co.Yield();
    }
}
