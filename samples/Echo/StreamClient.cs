using System.Net;
using System.Text;
using CoroGen;

namespace Echo;

/// <summary>A client on streams.</summary>
internal static partial class StreamClient
{
    [Coroutine]
    public static string Say(Co co, IPEndPoint server, string message)
    {
        var (reader, writer) = CoNet.OpenConnection(co, $"{server.Address}", server.Port);
        return Say(co, reader, writer, message);
    }

    [Coroutine]
    public static string SayOnUnix(Co co, string path, string message)
    {
        var (reader, writer) = CoNet.OpenUnixConnection(co, path);
        return Say(co, reader, writer, message);
    }

    [Coroutine]
    private static string Say(Co co, CoReader reader, CoWriter writer, string message)
    {
        var bytes = Encoding.UTF8.GetBytes(message);
        writer.Write(bytes);
        writer.Drain(co);
        var answer = reader.ReadExactly(co, bytes.Length);
        writer.Close();
        writer.WaitClosed(co);
        return Encoding.UTF8.GetString(answer);
    }
}
