using System.Net;

namespace CoroGen;

/// <summary>Thrown when no connection can be made: at none of the peer's addresses.</summary>
public class ConnectException : IOException
{
    /// <summary>Makes one with a default message.</summary>
    public ConnectException()
        : this("The connection cannot be made.")
    {
    }

    /// <summary>Makes one with a message.</summary>
    public ConnectException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and a cause.</summary>
    public ConnectException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal ConnectException(string target, IReadOnlyList<(EndPoint EndPoint, Exception Error)> attempts)
        : base($"The connection to {target} cannot be made: {string.Join("; ", attempts.Select(attempt => $"{attempt.EndPoint}: {attempt.Error.Message}"))}", attempts[0].Error) => Attempts = attempts;

    /// <summary>The addresses that have been tried, in order, and why each has failed.</summary>
    public IReadOnlyList<(EndPoint EndPoint, Exception Error)> Attempts { get; } = [];
}
