using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace CoroGen.Runtime.Tests.Streams;

/// <summary>Descriptors of the whole process: no other test runs meanwhile.</summary>
[CollectionDefinition(nameof(Descriptors), DisableParallelization = true)]
public static class AloneInTheProcess;

/// <summary>Descriptors are given back, and a lack of them ends no server.</summary>
[Collection(nameof(Descriptors))]
public sealed partial class Descriptors
{
    private const int LimitOfDescriptors = 7;

    [Theory]
    [InlineData(PollerKind.Epoll)]
    [InlineData(PollerKind.Select)]
    public void All_are_given_back(PollerKind poller)
    {
        RunsClients(poller);
        var before = Count();
        RunsClients(poller);
        Assert.Equal(before, Count());
    }

    [Theory]
    [InlineData(PollerKind.Epoll)]
    [InlineData(PollerKind.Select)]
    public void A_server_tells_once_that_there_are_none_and_goes_on_when_there_are_some_again(PollerKind poller)
    {
        var errors = new List<string>();
        using var loop = new EventLoop(new EventLoopOptions { Poller = poller });
        var options = new CoServerOptions { Loop = loop, ConnectionError = (error, peer) => errors.Add($"{((SocketException)error).SocketErrorCode} of {peer?.ToString() ?? "nobody"}") };
        using var server = CoNet.StartServer(Answers, "127.0.0.1", 0, options);
        loop.Tick();
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        client.Connect(server.EndPoint);
        using (new Exhausted())
        {
            for (var i = 0; i < 10; i++)
                loop.Tick();
            Assert.Equal(0, server.Connections);
            // Longer than the server's pause.
            for (var i = 0; i < 50; i++)
                loop.Run(Pauses());
        }
        while (server.Connections == 0)
            loop.Run(Pauses());
        client.Send([1]);
        loop.Run(Pauses());
        while (server.Connections > 0)
            loop.Run(Pauses());
        Assert.Equal(1, client.Receive(new byte[10]));
        server.Close();
        loop.RunUntilEmpty();
        Assert.Equal(["TooManyOpenSockets of nobody"], errors);
    }

    private static void RunsClients(PollerKind poller)
    {
        using var loop = new EventLoop(new EventLoopOptions { Poller = poller });
        using var server = CoNet.StartServer(Answers, "127.0.0.1", 0, new CoServerOptions { Loop = loop });
        loop.Run(AsksMany(((IPEndPoint)server.EndPoint).Port));
        server.Close();
        loop.RunUntilEmpty();
    }

    private static int Count() => Directory.GetFiles("/proc/self/fd").Length;

    [Coroutine]
    private static void Answers(Co co, CoReader reader, CoWriter writer) => writer.Write(reader.Read(co, 1));

    [Coroutine]
    private static void AsksMany(Co co, int port)
    {
        var asks = Enumerable.Range(0, 50).Select(number => Asks(port, number)).ToArray();
        co.Wait(asks);
    }

    /// <summary>Ends in one of several ways.</summary>
    [Coroutine]
    private static void Asks(Co co, int port, int number)
    {
        var (reader, writer) = CoNet.OpenConnection(co, "127.0.0.1", port);
        writer.Write([(byte)number]);
        if (number % 5 == 0)
            co.Current.Cancel();
        try
        {
            reader.ReadToEnd(co);
        }
        finally
        {
            if (number % 2 == 0)
                writer.Abort();
            else
                writer.Close();
        }
    }

    [Coroutine]
    private static void Pauses(Co co) => co.Sleep(5);

    /// <summary>As long as it is there, the process can open no file.</summary>
    private sealed partial class Exhausted : IDisposable
    {
        private readonly List<Socket> _taken = [];
        private readonly Limit _before;

        public unsafe Exhausted()
        {
            Limit before;
            Assert.Equal(0, getrlimit(LimitOfDescriptors, &before));
            _before = before;
            var low = before with { Soft = (nuint)Directory.GetFiles("/proc/self/fd").Length + 50 };
            Assert.Equal(0, setrlimit(LimitOfDescriptors, &low));
            try
            {
                while (true)
                    _taken.Add(new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp));
            }
            catch (SocketException)
            {
            }
        }

        public unsafe void Dispose()
        {
            var before = _before;
            Assert.Equal(0, setrlimit(LimitOfDescriptors, &before));
            _taken.ForEach(static socket => socket.Dispose());
        }

        [LibraryImport("libc")]
        private static unsafe partial int getrlimit(int resource, Limit* limit);

        [LibraryImport("libc")]
        private static unsafe partial int setrlimit(int resource, Limit* limit);

        private record struct Limit(nuint Soft, nuint Hard);
    }
}
