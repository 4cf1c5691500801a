namespace CoroGen;

/// <content>
/// Sockets. A loop that never waits for one knows nothing of them. From the first wait on, it sleeps in the poller, and looks for sockets that are ready in every pass in
/// which somebody waits for one: without waiting when others are ready, so that they do not keep it from being served.
/// </content>
public sealed partial class EventLoop
{
    private readonly PollerKind _pollerKind;
    private Sockets? _sockets;

    internal Sockets Sockets => _sockets ?? OpenSockets();

    /// <summary>Whether somebody can take a step.</summary>
    internal bool HasReady => _ready.Count > 0;

    /// <summary>Whether it sleeps among its sockets. Any thread.</summary>
    internal bool IsAsleep => _posts.SleepsInPoller;

    private Sockets OpenSockets()
    {
        _sockets = new Sockets(this, Poller.Create(_pollerKind));
        _posts.SleepIn(_sockets);
        LookRound();
        return _sockets;
    }

    private void PollSockets()
    {
        if (_sockets is { AreAwaited: true } sockets)
            sockets.Poll(0);
    }
}
