using CoroGen;

namespace Echo;

/// <summary>The same server with streams. It does not know where its clients come from: over TCP or over a Unix socket.</summary>
internal sealed partial class StreamServer(Service service)
{
    [Coroutine]
    public void HandleEcho(Co co, CoReader reader, CoWriter writer)
    {
        while (reader.Read(co, 4096) is { Length: > 0 } message)
        {
            service.Think(co, message.Length);
            writer.Write(message);
            writer.Drain(co);
        }

        writer.Close();
    }
}
