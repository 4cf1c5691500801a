using System.Net.Sockets;

namespace CoroGen;

/// <summary>Thrown by reads and writes when the connection has failed: the peer has reset it, or does not answer, or the network is down.</summary>
public class ConnectionLostException : IOException
{
    /// <summary>Makes one with a default message.</summary>
    public ConnectionLostException()
        : this("The connection is lost.")
    {
    }

    /// <summary>Makes one with a message.</summary>
    public ConnectionLostException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and a cause.</summary>
    public ConnectionLostException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal ConnectionLostException(SocketError error)
        : this($"The connection is lost: {new SocketException((int)error).Message}", new SocketException((int)error)) => SocketError = error;

    /// <summary>What has happened, as the system says.</summary>
    public SocketError SocketError { get; } = SocketError.SocketError;
}
