using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace CoroGen;

/// <summary>The errors of Linux, as .NET calls them.</summary>
internal static class Errno
{
    /// <summary>What the last call of the C library on this thread has failed with.</summary>
    public static SocketError Last => Marshal.GetLastWin32Error() switch
    {
        4 => SocketError.Interrupted,
        11 => SocketError.WouldBlock,
        13 => SocketError.AccessDenied,
        23 or 24 => SocketError.TooManyOpenSockets,
        12 or 105 => SocketError.NoBufferSpaceAvailable,
        32 => SocketError.Shutdown,
        100 => SocketError.NetworkDown,
        101 => SocketError.NetworkUnreachable,
        103 => SocketError.ConnectionAborted,
        104 => SocketError.ConnectionReset,
        107 => SocketError.NotConnected,
        110 => SocketError.TimedOut,
        111 => SocketError.ConnectionRefused,
        113 => SocketError.HostUnreachable,
        _ => SocketError.SocketError,
    };
}
