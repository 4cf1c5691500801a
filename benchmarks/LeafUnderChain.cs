using BenchmarkDotNet.Attributes;

namespace CoroGen.Benchmarks;

/// <summary>The innermost of twenty nested calls yields again and again: what does the depth cost?</summary>
public partial class LeafUnderChain : SideBySide
{
    private const int Depth = 20;
    private const int Yields = 10_000;

    [Benchmark(Baseline = true, OperationsPerInvoke = Yields)]
    public void AsyncTask() => AsyncLoop.Run(DeepTask(Depth));

    [Benchmark(OperationsPerInvoke = Yields)]
    public void AsyncValueTask() => AsyncLoop.Run(DeepValueTask(Depth).AsTask());

    [Benchmark(OperationsPerInvoke = Yields)]
    public int Coroutine() => Loop.Run(Deep(Depth));

    private async Task<int> DeepTask(int depth)
    {
        if (depth > 0)
            return 1 + await DeepTask(depth - 1);
        for (var i = 0; i < Yields; i++)
            await AsyncLoop.Yield();
        return 0;
    }

    private async ValueTask<int> DeepValueTask(int depth)
    {
        if (depth > 0)
            return 1 + await DeepValueTask(depth - 1);
        for (var i = 0; i < Yields; i++)
            await AsyncLoop.Yield();
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
