using System.Runtime.InteropServices;

namespace CoroGen;

/// <summary>
/// The C library of Linux. Bytes are moved by its functions, not by <see cref="System.Net.Sockets.Socket"/>: that takes about 15 % longer for a call that finds nothing (420 against 490 ns), since it
/// counts references to the handle with interlocked operations, which a socket that belongs to one loop alone does not need.
/// </summary>
internal static unsafe class Libc
{
    public const int AddToEpoll = 1;
    public const int ModifyInEpoll = 3;
    public const int CloseOnExec = 0x80000;
    public const int NonBlocking = 0x800;

    public const uint Readable = 0x1;
    public const uint Writable = 0x4;
    public const uint Failed = 0x8;
    public const uint HungUp = 0x10;
    public const uint PeerHungUp = 0x2000;
    public const uint EdgeTriggered = 0x80000000;

    /// <summary>MSG_DONTWAIT.</summary>
    public const int DoNotWait = 0x40;

    /// <summary>MSG_NOSIGNAL: a broken pipe is an error, not a signal.</summary>
    public const int NoSignal = 0x4000;

    public const int Interrupted = 4;
    public const int Exists = 17;

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static extern int Poll(PollQuestion* questions, nuint count, int milliseconds);

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    public static extern int GetStatus(int directory, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte* status);

    [DllImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    public static extern int CreateEpoll(int flags);

    [DllImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    public static extern int ControlEpoll(int epoll, int operation, int descriptor, byte* epollEvent);

    [DllImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    public static extern int WaitForEpoll(int epoll, byte* events, int count, int milliseconds);

    [DllImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    public static extern int CreateEvent(uint value, int flags);

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    public static extern nint Write(int descriptor, void* bytes, nint count);

    [DllImport("libc", EntryPoint = "recv", SetLastError = true)]
    public static extern nint Receive(int descriptor, byte* buffer, nint count, int flags);

    [DllImport("libc", EntryPoint = "send", SetLastError = true)]
    public static extern nint Send(int descriptor, byte* bytes, nint count, int flags);

    /// <summary><c>struct pollfd</c>.</summary>
    public struct PollQuestion
    {
        public int Descriptor;
        public short Events;
        public short Answer;
    }
}
