using BenchmarkDotNet.Attributes;

namespace CoroGen.Benchmarks;

/// <summary>Twenty nested calls, each suspended once by the innermost one: the cost of each level.</summary>
public partial class ChainThatSuspends : SideBySide
{
    private const int Depth = 20;
    private const int Chains = 500;

    [Benchmark(Baseline = true, OperationsPerInvoke = Chains * Depth)]
    public void AsyncTask() => AsyncLoop.Run(TaskChains());

    [Benchmark(OperationsPerInvoke = Chains * Depth)]
    public void AsyncValueTask() => AsyncLoop.Run(ValueTaskChains());

    [Benchmark(OperationsPerInvoke = Chains * Depth)]
    public int Coroutine() => Loop.Run(CoroutineChains());

    private async Task<int> TaskChains()
    {
        var sum = 0;
        for (var i = 0; i < Chains; i++)
            sum += await DeepTask(Depth);
        return sum;
    }

    private async Task<int> ValueTaskChains()
    {
        var sum = 0;
        for (var i = 0; i < Chains; i++)
            sum += await DeepValueTask(Depth);
        return sum;
    }

    [Coroutine]
    private static int CoroutineChains(Co co)
    {
        var sum = 0;
        for (var i = 0; i < Chains; i++)
            sum += Deep(co, Depth);
        return sum;
    }

    private async Task<int> DeepTask(int depth)
    {
        if (depth > 1)
            return 1 + await DeepTask(depth - 1);
        await AsyncLoop.Yield();
        return 1;
    }

    private async ValueTask<int> DeepValueTask(int depth)
    {
        if (depth > 1)
            return 1 + await DeepValueTask(depth - 1);
        await AsyncLoop.Yield();
        return 1;
    }

    [Coroutine]
    private static int Deep(Co co, int depth)
    {
        if (depth > 1)
            return 1 + Deep(co, depth - 1);
        co.Yield();
        return 1;
    }
}
