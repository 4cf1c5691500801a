using BenchmarkDotNet.Attributes;

namespace CoroGen.Benchmarks;

/// <summary>The innermost of twenty nested calls yields again and again: what does the depth cost?</summary>
public partial class LeafUnderChain
{
    private const int Depth = 20;
    private const int Yields = 10_000;

    private readonly EventLoop _loop = new();
    private readonly AsyncLoop _asyncLoop = new();

    [Benchmark(Baseline = true, OperationsPerInvoke = Yields)]
    public void AsyncTask() => _asyncLoop.Run(DeepTask(Depth));

    [Benchmark(OperationsPerInvoke = Yields)]
    public void AsyncValueTask() => _asyncLoop.Run(DeepValueTask(Depth).AsTask());

    [Benchmark(OperationsPerInvoke = Yields)]
    public int Coroutine() => _loop.Run(Deep(Depth));

    private async Task<int> DeepTask(int depth)
    {
        if (depth > 0)
            return 1 + await DeepTask(depth - 1);
        for (var i = 0; i < Yields; i++)
            await _asyncLoop.Yield();
        return 0;
    }

    private async ValueTask<int> DeepValueTask(int depth)
    {
        if (depth > 0)
            return 1 + await DeepValueTask(depth - 1);
        for (var i = 0; i < Yields; i++)
            await _asyncLoop.Yield();
        return 0;
    }

    [Coroutine]
    private static int Deep(Co co, int depth)
    {
        if (depth > 0)
            return 1 + Deep(co, depth - 1);
        for (var i = 0; i < Yields; i++)
            co.Yield();
        return 0;
    }
}
