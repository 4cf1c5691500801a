using BenchmarkDotNet.Attributes;

namespace CoroGen.Benchmarks;

/// <summary>A turn of one coroutine among a thousand.</summary>
public partial class YieldAmongThousand
{
    private const int Coroutines = 1_000;
    private const int Yields = 100;

    private readonly EventLoop _loop = new();
    private readonly AsyncLoop _asyncLoop = new();
    private readonly Task[] _tasks = new Task[Coroutines];

    [Benchmark(Baseline = true, OperationsPerInvoke = Coroutines * Yields)]
    public void AsyncTask()
    {
        for (var i = 0; i < Coroutines; i++)
            _tasks[i] = YieldTask();
        _asyncLoop.Run(Task.WhenAll(_tasks));
    }

    [Benchmark(OperationsPerInvoke = Coroutines * Yields)]
    public void AsyncValueTask()
    {
        for (var i = 0; i < Coroutines; i++)
            _tasks[i] = YieldValueTask().AsTask();
        _asyncLoop.Run(Task.WhenAll(_tasks));
    }

    [Benchmark(OperationsPerInvoke = Coroutines * Yields)]
    public void Coroutine()
    {
        for (var i = 0; i < Coroutines; i++)
            _loop.Schedule(Yield());
        _loop.RunUntilEmpty();
    }

    private async Task YieldTask()
    {
        for (var i = 0; i < Yields; i++)
            await _asyncLoop.Yield();
    }

    private async ValueTask YieldValueTask()
    {
        for (var i = 0; i < Yields; i++)
            await _asyncLoop.Yield();
    }

    [Coroutine]
    private static void Yield(Co co)
    {
        for (var i = 0; i < Yields; i++)
            co.Yield();
    }
}
