namespace CoroGen;

/// <summary>Brings async code back to the loop on which it was started: what it posts runs there as any other post, between two steps, first in, first out.</summary>
internal sealed class LoopContext(EventLoop loop, PostQueue posts) : SynchronizationContext
{
    private int _operations;

    /// <summary>Whether <c>async void</c> methods are under way, which tell of their begin and of their end. Any thread.</summary>
    public bool HasOperations => Volatile.Read(ref _operations) != 0;

    /// <summary>
    /// After the end of the loop it runs on the thread pool: an async method that never went on would never come to its <c>finally</c>, and one whose continuation
    /// cannot be posted would end the process.
    /// </summary>
    public override void Post(SendOrPostCallback d, object? state)
    {
        Guard.NotNull(d);
        if (!posts.TryAdd(new Posted(d, state)))
            base.Post(d, state);
    }

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state)
    {
        Guard.NotNull(d);
        if (loop.IsOnThisThread)
        {
            d(state);
            return;
        }
        EventLoop.VerifyMayBlock();
        var outcome = new TaskCompletionSource<bool>();
        Post(static call => ((SentCall)call!).Run(), new SentCall(d, state, outcome));
        outcome.Task.GetAwaiter().GetResult();
    }

    /// <summary>There is nothing in it that could be changed.</summary>
    public override SynchronizationContext CreateCopy() => this;

    /// <inheritdoc/>
    public override void OperationStarted() => Interlocked.Increment(ref _operations);

    /// <inheritdoc/>
    public override void OperationCompleted()
    {
        if (Interlocked.Decrement(ref _operations) == 0)
            posts.Wake();
    }

    /// <summary>Makes it the current one until the end of a <c>using</c>: for what may start async code, since plain code is not in the loop when it calls.</summary>
    public Use Enter()
    {
        var use = new Use(Current);
        SetSynchronizationContext(this);
        return use;
    }

    public readonly struct Use(SynchronizationContext? outer) : IDisposable
    {
        public void Dispose() => SetSynchronizationContext(outer);
    }

    private sealed class SentCall(SendOrPostCallback callback, object? state, TaskCompletionSource<bool> outcome)
    {
        public void Run()
        {
            try
            {
                callback(state);
                outcome.SetResult(true);
            }
            catch (Exception e)
            {
                outcome.SetException(e);
            }
        }
    }
}
