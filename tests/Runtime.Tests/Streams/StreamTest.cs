using System.Net;
using System.Net.Sockets;
using System.Text;
using CoroGen.Runtime.Tests.IO;

namespace CoroGen.Runtime.Tests.Streams;

/// <summary>Connections and servers on a loop with one of the pollers. At the end no socket is left in the loop.</summary>
public abstract partial class StreamTest(PollerKind poller) : SocketTest(poller)
{
    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    protected static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    protected static int PortOf(CoServer server) => ((IPEndPoint)server.EndPoint).Port;

    protected CoServer Serve(Func<CoReader, CoWriter, Coroutine> handler) => Serve(handler, new CoServerOptions { Loop = Loop });

    protected static CoServer Serve(Func<CoReader, CoWriter, Coroutine> handler, CoServerOptions options) => CoNet.StartServer(handler, "127.0.0.1", 0, options);

    /// <summary>A socket that is connected to the server, and blocks.</summary>
    protected Socket ConnectTo(CoServer server)
    {
        var socket = Open(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true });
        socket.Connect(server.EndPoint);
        return socket;
    }

    /// <summary>Runs a client against a server, and both to their ends.</summary>
    protected void Run(CoServer server, Coroutine client)
    {
        Loop.Run(Closes(server, client));
        Loop.RunUntilEmpty();
        Assert.Equal(0, Loop.Sockets.Count);
        Assert.Equal(0, Loop.UnfinishedOutputs);
        Assert.Equal(0, Loop.ExternalWaits);
    }

    /// <summary>Runs a client that talks to a peer: the other end of a connection, as a plain socket.</summary>
    protected void Run(Func<CoReader, CoWriter, Socket, Coroutine> client, CoConnectionOptions? options = null)
    {
        var (here, there) = Pair();
        var (reader, writer) = CoNet.Over(new SocketTransport(Loop.Sockets, here), Loop, options ?? new CoConnectionOptions());
        Loop.Run(client(reader, writer, there));
        writer.Abort();
        Loop.RunUntilEmpty();
        Assert.Equal(0, Loop.UnfinishedOutputs);
        Assert.Equal(0, Loop.ExternalWaits);
    }

    protected static void Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    [Coroutine]
    private static void Closes(Co co, CoServer server, Coroutine client)
    {
        try
        {
            co.Await(client);
        }
        finally
        {
            server.Close();
        }
        server.WaitClosed(co);
    }

    /// <summary>Answers each line with the same line.</summary>
    [Coroutine]
    protected static void EchoLines(Co co, CoReader reader, CoWriter writer)
    {
        while (reader.ReadLine(co) is { } line)
        {
            writer.Write(line + "\n");
            writer.Drain(co);
        }
    }

    /// <summary>Answers all bytes with the same bytes.</summary>
    [Coroutine]
    protected static void Echo(Co co, CoReader reader, CoWriter writer)
    {
        var buffer = new byte[4096];
        int count;
        while ((count = reader.Read(co, buffer)) > 0)
        {
            writer.Write(buffer.AsSpan(0, count));
            writer.Drain(co);
        }
    }

    [Coroutine]
    protected static string Asks(Co co, CoServer server, string question)
    {
        var (reader, writer) = CoNet.OpenConnection(co, "127.0.0.1", PortOf(server));
        using (writer)
        {
            writer.Write(question + "\n");
            writer.Drain(co);
            return reader.ReadLine(co) ?? "no answer";
        }
    }
}
