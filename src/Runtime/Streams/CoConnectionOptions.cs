using System.Net.Security;

namespace CoroGen;

/// <summary>How a connection is made, and how its reader and writer behave.</summary>
public sealed class CoConnectionOptions : StreamOptions
{
    /// <summary>TLS with these options; null: none. Without a <see cref="SslClientAuthenticationOptions.TargetHost"/> the certificate must be that of the host that was asked for.</summary>
    public SslClientAuthenticationOptions? Tls { get; init; }

    /// <summary>How long to try each of several addresses; null: as long as the system does.</summary>
    public TimeSpan? AttemptTimeout { get; init; }

    internal override void Check()
    {
        base.Check();
        Deadline.Check(AttemptTimeout ?? TimeSpan.Zero, nameof(AttemptTimeout));
    }
}
