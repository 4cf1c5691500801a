using System.Net;
using System.Net.Sockets;

namespace Echo;

/// <summary>Sockets as the parts without streams use them.</summary>
internal static class Sockets
{
    /// <summary>One that listens on 127.0.0.1; port 0 takes a free one.</summary>
    public static Socket Listen(int port)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
            listener.Listen();
            return listener;
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }
}
