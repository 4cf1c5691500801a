using System.ComponentModel;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <content>Waiting for the first of several things.</content>
public readonly ref partial struct Co
{
    /// <summary>
    /// Waits until one of several things is possible, and does that one only: receives from one channel, or sends to another, or finds that a time is over. When several are
    /// possible at once it is the first in the order given; else the first that becomes possible.
    /// </summary>
    /// <param name="cases">
    /// What is waited for: <see cref="CoChannel{T}.Receiving"/>, <see cref="CoChannel{T}.Sending"/>, and what <see cref="CoSelect"/> makes. Cases may be used again, one
    /// select after the other.
    /// </param>
    /// <returns>The case that was taken: one of those given.</returns>
    /// <exception cref="ArgumentException">There is no case, or the same one twice.</exception>
    /// <exception cref="InvalidOperationException">A case is part of another select that is under way, or belongs to another loop. Nothing has happened.</exception>
    /// <exception cref="ChannelClosedException">A case that sends was taken, and its channel is closed.</exception>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled, and none is possible at once. Nothing was sent or received.</exception>
    [SystemCall]
    public SelectCase Select(params SelectCase[] cases) => Selects.Select(Plain(), cases);

    /// <summary>For generated code: <see cref="Select"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Select__Run(ref Frame? callee, out SelectCase result, params SelectCase[] cases) =>
        Selects.Select__Run(ref callee, out result, this, cases);
}
