using System.Globalization;
using System.Net;
using System.Net.Sockets;

// Crowd PORT COUNT opens connections to 127.0.0.1, says "opened", and does with all of them what each line of its input says:
//   echo BYTES    each sends that many bytes, its own, and gets them back; says "echoed"
//   close         closes them; says "closed"
//   reset         closes them with a reset; says "reset"
// The end of its input ends it.
var sockets = new Socket[int.Parse(args[1], CultureInfo.InvariantCulture)];
for (var i = 0; i < sockets.Length; i++)
{
    sockets[i] = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    await sockets[i].ConnectAsync(new IPEndPoint(IPAddress.Loopback, int.Parse(args[0], CultureInfo.InvariantCulture)));
}

Console.WriteLine("opened");
while (Console.ReadLine()?.Split(' ') is { } words)
{
    switch (words[0])
    {
        case "echo":
            await Task.WhenAll(sockets.Select((socket, number) => Echo(socket, number, int.Parse(words[1], CultureInfo.InvariantCulture))));
            Console.WriteLine("echoed");
            break;
        case "close":
            Array.ForEach(sockets, socket => socket.Dispose());
            Console.WriteLine("closed");
            break;
        case "reset":
            Array.ForEach(sockets, Reset);
            Console.WriteLine("reset");
            break;
        default:
            throw new ArgumentException($"What is '{words[0]}'?");
    }
}

static async Task Echo(Socket socket, int number, int length)
{
    var sent = new byte[length];
    new Random(number).NextBytes(sent);
    var received = new byte[length];
    var sending = socket.SendAsync(sent);
    for (var count = 0; count < length;)
    {
        var more = await socket.ReceiveAsync(received.AsMemory(count));
        if (more == 0)
            throw new EndOfStreamException($"Connection {number} has ended after {count} bytes of {length}.");
        count += more;
    }
    await sending;
    if (!sent.AsSpan().SequenceEqual(received))
        throw new InvalidDataException($"What connection {number} got is not what it sent.");
}

static void Reset(Socket socket)
{
    socket.LingerState = new LingerOption(enable: true, seconds: 0);
    socket.Dispose();
}
