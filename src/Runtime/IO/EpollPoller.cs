using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CoroGen;

/// <summary>
/// epoll, edge-triggered: a socket is added once, and from then on a wait for it costs no system call. An edge may come before anybody waits; so whoever waits has
/// looked before (<see cref="ReadinessQueue"/>). A socket that is closed leaves epoll by itself.
/// </summary>
internal sealed unsafe class EpollPoller : Poller
{
    /// <summary>How many are told of in one look; the next ones are in the next pass. Few, so that the caches still have what a look has touched when the coroutines run.</summary>
    private const int MostEvents = 64;

    /// <summary>Not the number of any watch.</summary>
    private const ulong WakeUp = ulong.MaxValue;

    /// <summary>How the kernel's <c>struct epoll_event</c> { uint events; ulong data; } lies in memory: it is packed on x64, and on x86 the ulong is aligned to 4.</summary>
    private static readonly int DataOffset = RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86 ? 4 : 8;
    private static readonly int EventSize = DataOffset + sizeof(ulong);

    private readonly SafeFileHandle _epoll = Open(Libc.CreateEpoll(Libc.CloseOnExec));
    private readonly SafeFileHandle _wakeUp = Open(Libc.CreateEvent(0, Libc.CloseOnExec | Libc.NonBlocking));
    private readonly byte[] _events = new byte[MostEvents * EventSize];

    // Being edge-triggered, the event need never be read: each write is a new edge.
    public EpollPoller() => Control(Descriptor(_wakeUp), Libc.Readable, WakeUp);

    public override void Add(SocketWatch watch) =>
        Control((int)watch.Handle, Libc.Readable | Libc.Writable | Libc.PeerHungUp, watch.Number);

    public override bool IsReady(SocketWatch watch, SelectMode mode)
    {
        var question = new Libc.PollQuestion { Descriptor = (int)watch.Handle, Events = (short)(mode == SelectMode.SelectRead ? Libc.Readable : Libc.Writable) };
        // Failures and hang-ups are reported without being asked for.
        return Libc.Poll(&question, 1, 0) > 0;
    }

    public override bool Poll(Sockets sockets, int milliseconds)
    {
        fixed (byte* events = _events)
        {
            var count = Libc.WaitForEpoll(Descriptor(_epoll), events, MostEvents, milliseconds);
            if (count < 0 && Marshal.GetLastWin32Error() != Libc.Interrupted)
                throw Failure();
            for (var i = 0; i < count; i++)
                Tell(sockets, events + i * EventSize);
            return count > 0;
        }
    }

    public override void Wake()
    {
        var one = 1UL;
        Libc.Write(Descriptor(_wakeUp), &one, sizeof(ulong));
    }

    public override int Receive(SocketWatch watch, Span<byte> buffer, out SocketError error)
    {
        fixed (byte* start = buffer)
        {
            nint count;
            do
            {
                count = Libc.Receive((int)watch.Handle, start, buffer.Length, Libc.DoNotWait);
                error = count < 0 ? Errno.Last : SocketError.Success;
            }
            while (error == SocketError.Interrupted);
            return (int)count;
        }
    }

    public override int Send(SocketWatch watch, ReadOnlySpan<byte> bytes, out SocketError error)
    {
        fixed (byte* start = bytes)
        {
            nint count;
            do
            {
                count = Libc.Send((int)watch.Handle, start, bytes.Length, Libc.DoNotWait | Libc.NoSignal);
                error = count < 0 ? Errno.Last : SocketError.Success;
            }
            while (error == SocketError.Interrupted);
            return (int)count;
        }
    }

    public override void Dispose()
    {
        _epoll.Dispose();
        _wakeUp.Dispose();
    }

    private static void Tell(Sockets sockets, byte* epollEvent)
    {
        var number = Marshal.ReadInt64((nint)(epollEvent + DataOffset));
        if ((ulong)number == WakeUp || sockets.Find((ulong)number) is not { } watch)
            return;
        var what = *(uint*)epollEvent;
        var isOver = (what & (Libc.Failed | Libc.HungUp)) != 0;
        if ((what & (Libc.Failed | Libc.HungUp | Libc.PeerHungUp)) != 0)
            watch.HasHungUp = true;
        if (isOver || (what & (Libc.Readable | Libc.PeerHungUp)) != 0)
            watch.Readers.Signal();
        if (isOver || (what & Libc.Writable) != 0)
            watch.Writers.Signal();
    }

    private void Control(int descriptor, uint events, ulong number)
    {
        var epollEvent = stackalloc byte[EventSize];
        *(uint*)epollEvent = events | Libc.EdgeTriggered;
        Marshal.WriteInt64((nint)(epollEvent + DataOffset), (long)number);
        if (Libc.ControlEpoll(Descriptor(_epoll), Libc.AddToEpoll, descriptor, epollEvent) == 0)
            return;
        // Two Socket objects may share a descriptor.
        if (Marshal.GetLastWin32Error() != Libc.Exists || Libc.ControlEpoll(Descriptor(_epoll), Libc.ModifyInEpoll, descriptor, epollEvent) != 0)
            throw Failure();
    }

    private static int Descriptor(SafeFileHandle handle) => (int)handle.DangerousGetHandle();

    private static SafeFileHandle Open(int descriptor) => descriptor >= 0 ? new SafeFileHandle((nint)descriptor, ownsHandle: true) : throw Failure();

    private static SocketException Failure() => new((int)Errno.Last);
}
