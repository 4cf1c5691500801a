namespace CoroGen.Runtime.Tests.IO;

/// <summary>A loop that runs on a thread of its own.</summary>
internal sealed class Running : IDisposable
{
    private readonly EventLoop _loop;
    private readonly Thread _thread;
    private Exception? _error;

    /// <param name="loop">The loop.</param>
    /// <param name="main">What it runs to its end; null: until it is empty.</param>
    public Running(EventLoop loop, Coroutine? main = null)
    {
        _loop = loop;
        _thread = new Thread(() => Run(main));
        _thread.Start();
    }

    /// <summary>Fails when the loop goes on for so long that it can only be spinning.</summary>
    public void WaitUntilAsleep() => Assert.True(SpinWait.SpinUntil(() => _loop.IsAsleep, TimeSpan.FromSeconds(30)));

    public void Join()
    {
        Assert.True(_thread.Join(TimeSpan.FromSeconds(30)));
        if (_error is not null)
            throw _error;
    }

    public void Dispose()
    {
        if (_thread.IsAlive)
            _loop.Stop();
        _thread.Join();
    }

    private void Run(Coroutine? main)
    {
        try
        {
            if (main is not null)
                _loop.Run(main);
            else
                _loop.RunUntilEmpty();
        }
        catch (Exception e)
        {
            _error = e;
        }
    }
}
