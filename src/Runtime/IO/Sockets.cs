using System.Net.Sockets;

namespace CoroGen;

/// <summary>
/// The sockets that a loop waits for. Those of streams are closed here; those of users may be closed behind the loop's back, and nothing tells of that: so the loop looks
/// whether they are, when something has run that may have closed one.
/// </summary>
internal sealed class Sockets(EventLoop loop, Poller poller) : IDisposable
{
    /// <summary>For how long a loop with very many sockets of users may put off looking which are closed, when it sleeps.</summary>
    private const int SweepDelay = 10;

    private readonly Dictionary<nint, SocketWatch> _shared = [];
    private readonly List<ReadinessQueue> _again = [];
    private SocketWatch?[] _slots = new SocketWatch?[16];
    private readonly Stack<int> _freeSlots = [];
    private int _usedSlots;
    private uint _generation;
    private int _waits;
    private int _sharedWaits;
    private int _unswept;

    public EventLoop Loop => loop;

    public Poller Poller => poller;

    /// <summary>How many sockets are known.</summary>
    public int Count => _usedSlots - _freeSlots.Count;

    /// <summary>Whether anybody waits.</summary>
    public bool AreAwaited => _waits > 0;

    /// <summary>The watch of a user's socket.</summary>
    /// <exception cref="ObjectDisposedException">The socket is closed.</exception>
    public SocketWatch Of(Socket socket)
    {
        Guard.NotNull(socket);
        if (SocketWatch.IsDisposed(socket))
            throw SocketWatch.ClosedError();
        var handle = socket.Handle;
        if (_shared.TryGetValue(handle, out var watch))
        {
            if (watch.Socket == socket)
                return watch;
            // The system has given the number of a closed socket to a new one.
            Remove(watch);
        }
        return _shared[handle] = Add(socket, isShared: true);
    }

    /// <summary>A watch of a socket that nobody else knows.</summary>
    public SocketWatch Add(Socket socket) => Add(socket, isShared: false);

    /// <summary>The watch with a number; null when that is gone.</summary>
    public SocketWatch? Find(ulong number) => _slots[(uint)number] is { } watch && watch.Number == number ? watch : null;

    /// <summary>Ends the waits for a socket that is closed or will be.</summary>
    public void Remove(SocketWatch watch)
    {
        var slot = (int)(uint)watch.Number;
        if (_slots[slot] != watch)
            return;
        _slots[slot] = null;
        watch.IsRemoved = true;
        _freeSlots.Push(slot);
        if (watch.IsShared)
            _shared.Remove(watch.Handle);
        watch.Readers.Close();
        watch.Writers.Close();
    }

    /// <summary>Lets those go on whose sockets are ready.</summary>
    /// <param name="milliseconds">How long to wait until some are; -1: without a limit. It may be shorter.</param>
    public void Poll(int milliseconds)
    {
        var isServed = LookAgain();
        if (_sharedWaits > 0 && _unswept >= _shared.Count)
            Sweep();
        var mustSweep = _sharedWaits > 0 && _unswept > 0 && (uint)milliseconds > SweepDelay;
        var limit = isServed || loop.HasReady ? 0 : mustSweep ? SweepDelay : milliseconds;
        if (!poller.Poll(this, limit) && mustSweep)
            Sweep();
    }

    /// <summary>Notes that something has run that may have closed sockets. How often they are looked at depends on their number, so that this costs a run the same, however many there are.</summary>
    public void NoteRun() => _unswept++;

    /// <inheritdoc cref="ReadinessQueue.LookAgain"/>
    public void LookAgain(ReadinessQueue queue) => _again.Add(queue);

    public void CountWaits(SocketWatch watch, int change)
    {
        _waits += change;
        loop.ExternalWaits += change;
        if (watch.IsShared)
            _sharedWaits += change;
    }

    /// <summary>Closes what streams have left open.</summary>
    public void Dispose()
    {
        foreach (var watch in _slots)
        {
            if (watch is null)
                continue;
            Remove(watch);
            if (!watch.IsShared)
                watch.Socket.Dispose();
        }
        poller.Dispose();
    }

    private SocketWatch Add(Socket socket, bool isShared)
    {
        if (!_freeSlots.TryPop(out var slot))
            slot = _usedSlots++;
        if (slot == _slots.Length)
            Array.Resize(ref _slots, slot * 2);
        return _slots[slot] = new SocketWatch(this, socket, isShared, (ulong)++_generation << 32 | (uint)slot);
    }

    /// <returns>Whether one was ready.</returns>
    private bool LookAgain()
    {
        var isServed = false;
        for (var i = _again.Count - 1; i >= 0; i--)
        {
            var queue = _again[i];
            _again.RemoveAt(i);
            if (queue.IsEmpty || !queue.IsReady)
                continue;
            // When others wait behind, the signal puts it at the end, and this look does not come by there again.
            queue.Signal();
            isServed = true;
        }
        return isServed;
    }

    private void Sweep()
    {
        _unswept = 0;
        List<SocketWatch>? closed = null;
        foreach (var watch in _shared.Values)
        {
            if (watch.IsClosed)
                (closed ??= []).Add(watch);
        }
        closed?.ForEach(Remove);
    }
}
