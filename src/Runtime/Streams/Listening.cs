using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace CoroGen;

/// <summary>Sockets that listen.</summary>
internal static class Listening
{
    public static Socket Open(EndPoint endPoint, int backlog)
    {
        var isUnix = endPoint is UnixDomainSocketEndPoint;
        if (PathOf(endPoint) is { } path && IsSocket(path))
            DeleteLeftover(endPoint, path);
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, isUnix ? ProtocolType.Unspecified : ProtocolType.Tcp) { Blocking = false };
        try
        {
            socket.Bind(endPoint);
            socket.Listen(backlog);
            return socket;
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw e.SocketErrorCode == SocketError.AddressAlreadyInUse ? new AddressInUseException(endPoint, e) : e;
        }
    }

    /// <summary>Closes it, and deletes its file. That is one name in a directory, which the system forgets without waiting for the disk; and who closes a server may open the next one at once.</summary>
    [NonBlocking]
    public static void Close(Socket socket)
    {
        var path = PathOf(socket.LocalEndPoint!);
        socket.Dispose();
        if (path is not null)
            File.Delete(path);
    }

    /// <summary>The file of a Unix socket; null when it has none: those of Linux may have a name that is none of a file, and begins with a zero.</summary>
    private static string? PathOf(EndPoint endPoint)
    {
        const int PlaceOfName = 2;
        return endPoint is UnixDomainSocketEndPoint unix && unix.Serialize()[PlaceOfName] != 0 ? unix.ToString() : null;
    }

    /// <summary>The socket of a server that has not ended in order: nobody listens there.</summary>
    private static void DeleteLeftover(EndPoint endPoint, string path)
    {
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { Blocking = false };
        try
        {
            probe.Connect(endPoint);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
        {
            File.Delete(path);
        }
        catch (SocketException)
        {
            // It lives, but is busy.
        }
    }

    /// <summary>Whether there is a socket, and no other file, which must not be deleted. Where that cannot be told, nothing is.</summary>
    private static unsafe bool IsSocket(string path)
    {
        const int CurrentDirectory = -100;
        const int DoNotFollowLinks = 0x100;
        const uint Type = 1;
        const int SizeOfStatus = 256;
        const int PlaceOfMode = 28;
        const int TypeMask = 0xF000;
        const int SocketType = 0xC000;
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Linux))
            return false;
        var status = stackalloc byte[SizeOfStatus];
        return Libc.GetStatus(CurrentDirectory, path, DoNotFollowLinks, Type, status) == 0 && (*(ushort*)(status + PlaceOfMode) & TypeMask) == SocketType;
    }
}
