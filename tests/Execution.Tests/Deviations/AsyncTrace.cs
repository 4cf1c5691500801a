using System.Collections.Concurrent;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Deviations;

/// <summary>The suspension point of a body that is written with C#'s <c>async</c>, and what runs such a body: on one thread, in the order of the suspensions.</summary>
internal static class AsyncTrace
{
    /// <summary>As <see cref="Trace.S{T}(Co, T)"/>.</summary>
    public static async Task<T> Async<T>(this Trace t, T value)
    {
        t.Log($"suspend {value}");
        await Task.Yield();
        t.Log($"resume {value}");
        return value;
    }

    /// <summary>Runs the body to its end on the calling thread.</summary>
    public static string Run(Func<Task<string>> body)
    {
        var before = SynchronizationContext.Current;
        var queue = new Queue();
        SynchronizationContext.SetSynchronizationContext(queue);
        try
        {
            var task = body();
            while (!task.IsCompleted)
                queue.RunNext();
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private sealed class Queue : SynchronizationContext
    {
        private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _posted = [];

        public override void Post(SendOrPostCallback d, object? state) => _posted.Add((d, state));

        public void RunNext()
        {
            var (callback, state) = _posted.Take();
            callback(state);
        }
    }
}
