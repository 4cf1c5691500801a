namespace CoroGen;

/// <summary>Thrown when a host has no address that could be found.</summary>
public class NameResolutionException : IOException
{
    /// <summary>Makes one with a default message.</summary>
    public NameResolutionException()
        : this("The name does not resolve.")
    {
    }

    /// <summary>Makes one with a message.</summary>
    public NameResolutionException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and a cause.</summary>
    public NameResolutionException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The name that does not resolve.</summary>
    public string? Host { get; private init; }

    internal static NameResolutionException Of(string host, Exception? cause) => new($"The name '{host}' does not resolve{(cause is null ? "" : $": {cause.Message}")}.", cause) { Host = host };
}
