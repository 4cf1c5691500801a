namespace CoroGen;

/// <content>What writers have been given goes out in the pass in which it was written, at its end or, at the latest, before the loop sleeps: many small writes become one.</content>
public sealed partial class EventLoop
{
    private readonly List<CoWriter> _unflushed = [];

    /// <summary>How many outputs the peers have not taken yet, and connections that are not quite closed. An empty loop has none.</summary>
    internal int UnfinishedOutputs { get; set; }

    /// <summary>Lets a writer try to send before the next pass.</summary>
    internal void FlushLater(CoWriter writer)
    {
        _unflushed.Add(writer);
        LookRound();
    }

    private void FlushWriters()
    {
        if (_unflushed.Count == 0)
            return;
        // What one sends may be written by another: TLS.
        for (var i = 0; i < _unflushed.Count; i++)
            _unflushed[i].FlushListed();
        _unflushed.Clear();
    }
}
