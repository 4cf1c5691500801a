using System.ComponentModel;
using System.Net.Sockets;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <content>Waiting for sockets.</content>
public readonly ref partial struct Co
{
    /// <summary>
    /// Waits until a socket can be read without blocking: data has arrived, a connection can be accepted, the peer has ended or the connection has failed. Does not wait when that is
    /// so already. Of several who wait for the same socket the first one goes on, the next one when there is still something to read.
    /// </summary>
    /// <remarks>
    /// Close the socket on the loop's thread; when another thread does, whoever waits may learn of it late. What is waited for may be gone at the time of the read, if others read as well:
    /// a socket whose <see cref="Socket.Blocking"/> is false then says so, and does not hold up the loop.
    /// </remarks>
    /// <param name="socket">Any socket. It remains the caller's.</param>
    /// <exception cref="ObjectDisposedException">The socket is closed, or was closed during the wait.</exception>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled.</exception>
    [SystemCall]
    public void WaitReadable(Socket socket)
    {
        Frame? callee = null;
        if (!Plain().WaitReadable__Run(ref callee, socket))
            Block();
    }

    /// <summary>For generated code: <see cref="WaitReadable"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool WaitReadable__Run(ref Frame? callee, Socket socket) => WaitUntilReady__Run(ref callee, Task.Loop.Sockets.Of(socket).Readers);

    /// <summary>
    /// Waits until a socket can be written without blocking: the system takes data, the connection is made, or it has failed. Does not wait when that is so already.
    /// </summary>
    /// <inheritdoc cref="WaitReadable"/>
    [SystemCall]
    public void WaitWritable(Socket socket)
    {
        Frame? callee = null;
        if (!Plain().WaitWritable__Run(ref callee, socket))
            Block();
    }

    /// <summary>For generated code: <see cref="WaitWritable"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool WaitWritable__Run(ref Frame? callee, Socket socket) => WaitUntilReady__Run(ref callee, Task.Loop.Sockets.Of(socket).Writers);

    private bool WaitUntilReady__Run(ref Frame? callee, ReadinessQueue queue)
    {
        if (Task.Loop.SpendBudget() || queue.HasServed)
            queue.LookAgain();
        else if (queue.IsEmpty && queue.IsReady)
            return true;
        return Park__Run(ref callee, queue.Begin());
    }
}
