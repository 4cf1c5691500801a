using System.Net;
using System.Net.Sockets;
using CoroGen;

namespace Echo;

/// <summary>Clients that all speak at once.</summary>
internal static partial class Clients
{
    public static int Run(int port, string[] messages)
    {
        using var loop = new EventLoop();
        try
        {
            foreach (var answer in loop.Run(AskAll(new IPEndPoint(IPAddress.Loopback, port), messages)))
                Console.WriteLine(answer);
            return 0;
        }
        catch (Exception e) when (e is SocketException or AggregateException)
        {
            Console.Error.WriteLine($"No answer: {(e.InnerException ?? e).Message}");
            return 1;
        }
    }

    /// <returns>The answers, in the order of the messages.</returns>
    [Coroutine]
    public static string[] AskAll(Co co, EndPoint server, string[] messages) =>
        co.WaitAll([.. messages.Select(message => SocketClient.Say(server, message))]);
}
