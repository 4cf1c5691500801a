using BenchmarkDotNet.Attributes;

namespace CoroGen.Benchmarks;

/// <summary>A call of something that suspends once, goes once through the loop, and returns a result.</summary>
public partial class CallThatSuspends : SideBySide
{
    private const int Calls = 10_000;

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public void AsyncTask() => AsyncLoop.Run(CallTasks());

    [Benchmark(OperationsPerInvoke = Calls)]
    public void AsyncValueTask() => AsyncLoop.Run(CallValueTasks());

    [Benchmark(OperationsPerInvoke = Calls)]
    public long Coroutine() => Loop.Run(CallCoroutines());

    private async Task<long> CallTasks()
    {
        var sum = 0L;
        for (var i = 0; i < Calls; i++)
            sum += await TaskLeaf(i);
        return sum;
    }

    private async Task<long> CallValueTasks()
    {
        var sum = 0L;
        for (var i = 0; i < Calls; i++)
            sum += await ValueTaskLeaf(i);
        return sum;
    }

    [Coroutine]
    private static long CallCoroutines(Co co)
    {
        var sum = 0L;
        for (var i = 0; i < Calls; i++)
            sum += Leaf(co, i);
        return sum;
    }

    private async Task<int> TaskLeaf(int number)
    {
        await AsyncLoop.Yield();
        return number + 1;
    }

    private async ValueTask<int> ValueTaskLeaf(int number)
    {
        await AsyncLoop.Yield();
        return number + 1;
    }

    [Coroutine]
    private static int Leaf(Co co, int number)
    {
        co.Yield();
        return number + 1;
    }
}
