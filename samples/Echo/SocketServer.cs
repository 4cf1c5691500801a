using System.Net.Sockets;
using CoroGen;

namespace Echo;

/// <summary>The same server as coroutines, one for each connection: while one thinks about a message, the others go on.</summary>
internal sealed partial class SocketServer(Socket listener, Service service)
{
    [Coroutine]
    public void Serve(Co co)
    {
        using (listener)
        {
            listener.Blocking = false;
            while (true)
            {
                co.WaitReadable(listener);
                co.Launch(Talk(listener.Accept()));
            }
        }
    }

    [Coroutine]
    private void Talk(Co co, Socket client)
    {
        using (client)
        {
            client.Blocking = false;
            var buffer = new byte[4096];
            try
            {
                while (true)
                {
                    co.WaitReadable(client);
                    var length = client.Receive(buffer);
                    if (length == 0)
                        break;
                    // Whoever has asked gets the answer, also when the server is told to end meanwhile.
                    co.Shield(co => Answer(co, client, buffer.AsMemory(0, length)));
                }
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown)
            {
                // The client is gone.
            }
        }
    }

    [Coroutine]
    private void Answer(Co co, Socket client, ReadOnlyMemory<byte> message)
    {
        service.Think(co, message.Length);
        while (message.Length > 0)
        {
            co.WaitWritable(client);
            message = message[client.Send(message.Span)..];
        }
    }
}
