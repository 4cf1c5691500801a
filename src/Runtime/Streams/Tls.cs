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
}
