namespace CoroGen;

/// <summary>Lets a token cancel what a run of the loop runs for, as long as the run lasts.</summary>
internal sealed class TokenWatch : IDisposable
{
    private const string Reason = "the token of the run was canceled";

    private readonly EventLoop _loop;
    private readonly Coroutine? _target;
    private readonly CancellationTokenRegistration _registration;
    private bool _isOver;

    /// <param name="loop">The loop.</param>
    /// <param name="target">The coroutine to be cancelled; null: all.</param>
    /// <param name="token">May be cancelled already, and on any thread.</param>
    public TokenWatch(EventLoop loop, Coroutine? target, CancellationToken token)
    {
        _loop = loop;
        _target = target;
        _registration = token.Register(() => _loop.Post(Cancel), useSynchronizationContext: false);
    }

    public void Dispose()
    {
        _isOver = true;
        _registration.Dispose();
    }

    /// <summary>On the loop's thread. The run may have been stopped since.</summary>
    private void Cancel()
    {
        if (_isOver)
            return;
        if (_target is not null)
            _target.Cancel(Reason);
        else
            _loop.CancelAll(Reason);
    }
}
