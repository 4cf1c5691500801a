using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>Stands in a queue, and calls back when it is woken. It is none of the live coroutines: no run waits for it.</summary>
internal sealed class QueuedCallback : Coroutine
{
    private static readonly FrameInfo Callbacks = new("callback", "", "");

    private readonly Action _woken;

    public QueuedCallback(EventLoop loop, Action woken)
        : base(Callbacks)
    {
        SetLaunched(loop);
        _woken = woken;
    }

    public bool IsWaiting => Queue is not null;

    internal override void Wake(Exception? thrown) => _woken();

    /// <inheritdoc/>
    protected override bool Resume(Co co) => false;

    /// <inheritdoc/>
    protected override void Clear()
    {
    }
}
