using System.Net;

namespace CoroGen.Runtime.Tests.IO.Scale;

/// <summary>A server with streams.</summary>
internal sealed partial class StreamEchoServer : EchoServer
{
    private readonly CoServer _server;

    public StreamEchoServer(PollerKind poller)
        : base(poller) => _server = CoNet.StartServer(Echoes, "127.0.0.1", 0, new CoServerOptions { Loop = Loop, Backlog = 4096 });

    public override int Port => ((IPEndPoint)_server.EndPoint).Port;

    protected override void Close() => _server.Close();

    [Coroutine]
    private void Echoes(Co co, CoReader reader, CoWriter writer)
    {
        NoteOpen();
        var isReset = false;
        try
        {
            var buffer = new byte[1000];
            while (reader.Read(co, buffer) is > 0 and var count)
            {
                writer.Write(buffer.AsSpan(0, count));
                writer.Drain(co);
            }
        }
        catch (ConnectionLostException)
        {
            isReset = true;
        }
        finally
        {
            NoteEnd(isReset);
        }
    }
}
