using System.Runtime.CompilerServices;

namespace CoroGen.Benchmarks;

/// <summary>
/// The smallest fair opponent: C#'s own async on one thread, without locks, a synchronization context or a thread pool, and
/// with an awaiter that costs nothing but the queue. What is left is the state machines of the C# compiler and their builders.
/// </summary>
internal sealed class AsyncLoop
{
    private readonly Queue<Action> _ready = new();

    public YieldAwaiter Yield() => new(_ready);

    /// <summary>Runs until nothing is ready, and then has the task's outcome.</summary>
    public void Run(Task task)
    {
        while (_ready.TryDequeue(out var next))
            next();
        task.GetAwaiter().GetResult();
    }

    public readonly struct YieldAwaiter(Queue<Action> ready) : ICriticalNotifyCompletion
    {
        public bool IsCompleted => false;

        public YieldAwaiter GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => ready.Enqueue(continuation);

        public void UnsafeOnCompleted(Action continuation) => ready.Enqueue(continuation);
    }
}
