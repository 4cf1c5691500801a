using System.Net;

namespace CoroGen;

/// <summary>Thrown when a server cannot be started because another one has the address.</summary>
public class AddressInUseException : IOException
{
    /// <summary>Makes one with a default message.</summary>
    public AddressInUseException()
        : this("The address is in use.")
    {
    }

    /// <summary>Makes one with a message.</summary>
    public AddressInUseException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and a cause.</summary>
    public AddressInUseException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal AddressInUseException(EndPoint endPoint, Exception cause)
        : base($"The address {endPoint} is in use.", cause) => EndPoint = endPoint;

    /// <summary>The address.</summary>
    public EndPoint? EndPoint { get; }
}
