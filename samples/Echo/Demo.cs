using System.Diagnostics;
using System.Net;
using CoroGen;

namespace Echo;

/// <summary>Five clients at once ask four servers.</summary>
internal sealed partial class Demo(Service service, TextWriter output)
{
    private static readonly string[] s_messages = ["spam", "eggs", "bacon", "sausage", "beans"];

    public void Run()
    {
        Show("1. a server that blocks", AskBlocking());
        Show("2. a coroutine for each connection", AskSockets());
        Show("3. streams", AskStreams());
        Show("4. streams over a Unix socket", AskUnixStreams());
    }

    private void Show(string title, Coroutine<string[]> part)
    {
        using var loop = new EventLoop();
        var watch = Stopwatch.StartNew();
        var answers = loop.Run(part);
        output.WriteLine($"{title}: {string.Join(", ", answers)} in {watch.Elapsed.TotalSeconds:0} s");
    }

    [Coroutine]
    public string[] AskBlocking(Co co)
    {
        var server = new BlockingServer(service);
        try
        {
            return Clients.AskAll(co, server.EndPoint, s_messages);
        }
        finally
        {
            co.Shield(co => co.Offload(() => server.Dispose()));       // waits for the server's thread
        }
    }

    [Coroutine]
    public string[] AskSockets(Co co)
    {
        var listener = Sockets.Listen(0);
        var server = co.Launch(new SocketServer(listener, service).Serve());
        try
        {
            return Clients.AskAll(co, listener.LocalEndPoint!, s_messages);
        }
        finally
        {
            server.Cancel();
        }
    }

    [Coroutine]
    public string[] AskStreams(Co co)
    {
        var server = CoNet.StartServer(new StreamServer(service).HandleEcho, "127.0.0.1", 0);
        var answers = co.WaitAll([.. s_messages.Select(message => StreamClient.Say((IPEndPoint)server.EndPoint, message))]);
        server.Close();
        server.WaitClosed(co);
        return answers;
    }

    [Coroutine]
    public string[] AskUnixStreams(Co co)
    {
        var path = Path.Combine(Path.GetTempPath(), $"echo-{Environment.ProcessId}");
        var server = CoNet.StartUnixServer(new StreamServer(service).HandleEcho, path);
        var answers = co.WaitAll([.. s_messages.Select(message => StreamClient.SayOnUnix(path, message))]);
        server.Close();
        server.WaitClosed(co);
        return answers;
    }
}
