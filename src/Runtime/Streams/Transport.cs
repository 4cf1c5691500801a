namespace CoroGen;

/// <summary>
/// Where the bytes of a reader come from and those of a writer go to. Nothing here waits: a try moves what can be moved at once, and when it moves nothing there is a queue in which
/// to wait until the next try is worth while.
/// </summary>
internal abstract class Transport
{
    /// <summary>What a try returns that would have had to wait.</summary>
    public const int WouldWait = -1;

    /// <returns>How much was read; 0 at the end; or <see cref="WouldWait"/>.</returns>
    /// <exception cref="IOException">The connection is lost.</exception>
    public abstract int TryRead(Span<byte> buffer);

    /// <summary>The queue to wait in, once, when a read would have to wait.</summary>
    /// <exception cref="InvalidOperationException">Somebody waits there already.</exception>
    public abstract WaitQueue WaitForInput();

    /// <summary>Nothing more will be read: whoever waits for input gets an exception.</summary>
    public abstract void EndInput();

    /// <returns>How much was taken; or <see cref="WouldWait"/>.</returns>
    /// <exception cref="IOException">The connection is lost.</exception>
    public abstract int TryWrite(ReadOnlySpan<byte> bytes);

    /// <summary>The queue to wait in, once, when a write would have to wait.</summary>
    public abstract WaitQueue WaitForOutput();

    /// <summary>Tells the peer that nothing more will be written; all has been taken.</summary>
    public abstract void EndOutput();

    /// <summary>Closes both directions; all has been taken, or is to be dropped.</summary>
    /// <param name="drop">Whether to close at once, and not to wait for what has been taken.</param>
    /// <returns>The end of it.</returns>
    public abstract Task Close(bool drop);
}
