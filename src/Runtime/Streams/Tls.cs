using System.Net.Security;

namespace CoroGen;

/// <summary>TLS is the work of <see cref="SslStream"/>: it stands between two pairs of reader and writer.</summary>
internal static partial class Tls
{
    [Coroutine]
    internal static (CoReader Reader, CoWriter Writer) Start(Co co, CoReader reader, CoWriter writer, Func<SslStream, CancellationToken, Task> authenticate)
    {
        var ssl = new SslStream(CoNet.AsStream(reader, writer), leaveInnerStreamOpen: false);
        try
        {
            co.Await(token => authenticate(ssl, token));
        }
        catch
        {
            writer.Abort();
            throw;
        }
        var connection = new Connection(co.Loop, new StreamTransport(co.Loop, ssl, writer.Abort));
        return (reader.Over(connection), writer.Over(connection));
    }

    /// <summary>Authenticates a host, unless the options name one. They are the user's, who may use them for other hosts, too.</summary>
    /// <remarks>Other loops may wait for the lock, as long as it takes to copy the options.</remarks>
    [NonBlocking]
    internal static Task AuthenticateHost(SslStream ssl, SslClientAuthenticationOptions options, string host, CancellationToken token)
    {
        if (!string.IsNullOrEmpty(options.TargetHost))
            return ssl.AuthenticateAsClientAsync(options, token);
        lock (options)
        {
            options.TargetHost = host;
            try
            {
                // It has copied them when it returns.
                return ssl.AuthenticateAsClientAsync(options, token);
            }
            finally
            {
                options.TargetHost = null;
            }
        }
    }
}
