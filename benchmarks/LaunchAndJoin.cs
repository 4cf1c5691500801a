using BenchmarkDotNet.Attributes;

namespace CoroGen.Benchmarks;

/// <summary>A thousand launched at once, each yields once, and one waits for all.</summary>
public partial class LaunchAndJoin : SideBySide
{
    private const int Children = 1_000;

    [Benchmark(Baseline = true, OperationsPerInvoke = Children)]
    public void AsyncTask() => AsyncLoop.Run(JoinTasks());

    [Benchmark(OperationsPerInvoke = Children)]
    public void AsyncValueTask() => AsyncLoop.Run(JoinValueTasks());

    [Benchmark(OperationsPerInvoke = Children)]
    public void Coroutine() => Loop.Run(JoinCoroutines());

    private async Task JoinTasks()
    {
        var children = new Task[Children];
        for (var i = 0; i < Children; i++)
            children[i] = TaskChild();
        await Task.WhenAll(children);
    }

    private async Task JoinValueTasks()
    {
        var children = new Task[Children];
        for (var i = 0; i < Children; i++)
            children[i] = ValueTaskChild().AsTask();
        await Task.WhenAll(children);
    }

    [Coroutine]
    private static void JoinCoroutines(Co co)
    {
        var children = new Coroutine[Children];
        for (var i = 0; i < Children; i++)
            children[i] = co.Launch(Child());
        co.WaitAll(children);
    }

    private async Task TaskChild() => await AsyncLoop.Yield();

    private async ValueTask ValueTaskChild() => await AsyncLoop.Yield();

    [Coroutine]
    private static void Child(Co co) => co.Yield();
}
