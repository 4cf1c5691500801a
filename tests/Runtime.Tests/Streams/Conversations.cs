namespace CoroGen.Runtime.Tests.Streams;

/// <summary>Whole conversations: connecting, chopping, plain code, Unix sockets.</summary>
public abstract partial class Conversations(PollerKind poller) : StreamTest(poller)
{
    [Fact]
    public void A_hundred_clients_are_served_beside_each_other()
    {
        var server = Serve(EchoLines);
        Run(server, AsksMany(server, 100));
    }

    [Coroutine]
    private static void AsksMany(Co co, CoServer server, int count)
    {
        var answers = co.WaitAll(Enumerable.Range(0, count).Select(number => Asks(server, $"question {number}")).ToArray());
        Assert.Equal(Enumerable.Range(0, count).Select(static number => $"question {number}"), answers);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_cut_anywhere_arrives_byte_by_byte(int seed)
    {
        var server = Serve(Echo);
        Run(server, ExchangesChopped(server, new Random(seed)));
    }

    [Coroutine]
    private static void ExchangesChopped(Co co, CoServer server, Random random)
    {
        var (reader, writer) = CoNet.OpenConnection(co, "127.0.0.1", PortOf(server));
        var data = new byte[300_000];
        random.NextBytes(data);
        var sender = co.Launch(SendsChopped(writer, data, random));
        var received = new List<byte>();
        while (received.Count < data.Length)
        {
            var left = data.Length - received.Count;
            var count = Math.Min(left, random.Next(1, 9000));
            switch (random.Next(6))
            {
                case 0:
                    received.AddRange(reader.Read(co, count));
                    break;
                case 1:
                    received.AddRange(reader.ReadExactly(co, count));
                    break;
                case 2:
                    var memory = new byte[count];
                    reader.ReadExactly(co, memory);
                    received.AddRange(memory);
                    break;
                case 3:
                    var part = new byte[count];
                    received.AddRange(part.Take(reader.Read(co, part)));
                    break;
                case 4 when reader.Buffered.Length < Math.Min(left, reader.Limit) && reader.Fill(co):
                    var used = Math.Min(count, reader.Buffered.Length);
                    received.AddRange(reader.Buffered.ToArray().Take(used));
                    reader.Advance(used);
                    break;
                case 5 when Array.IndexOf(data, (byte)7, received.Count) >= 0:
                    received.AddRange(reader.ReadUntil(co, 7));
                    break;
            }
        }
        Assert.Equal(data, received);
        co.Await(sender);
        writer.Close();
    }

    [Coroutine]
    private static void SendsChopped(Co co, CoWriter writer, byte[] data, Random random)
    {
        for (var sent = 0; sent < data.Length;)
        {
            var count = Math.Min(data.Length - sent, random.Next(1, random.Next(1, 20_000)));
            writer.Write(data.AsSpan(sent, count));
            sent += count;
            if (random.Next(3) == 0)
                writer.Drain(co);
            if (random.Next(3) == 0)
                co.Yield();
        }
    }

    [Fact]
    public void Plain_code_talks_with_a_blocking_handle()
    {
        var server = Serve(EchoLines);
        Assert.Equal("hello", Asks(Loop.Blocking, server, "hello"));
        server.Close();
        Loop.RunUntilEmpty();
    }

    [Fact]
    public void A_server_started_by_plain_code_runs_on_the_loop_of_its_handle()
    {
        Assert.Equal("hello", StartsAndAsks(Loop.Blocking));
        Assert.Equal("hello", Loop.Run(StartsAndAsks()));
        Loop.RunUntilEmpty();
        Exception? error = null;
        var thread = new Thread(() => error = Record.Exception(() => CoNet.StartServer(EchoLines, "127.0.0.1", 0)));
        thread.Start();
        thread.Join();
        Assert.IsType<InvalidOperationException>(error);
    }

    [Coroutine]
    private static string StartsAndAsks(Co co)
    {
        using var server = CoNet.StartServer(EchoLines, "localhost", 0);
        return Asks(co, server, "hello");
    }

    [Fact]
    public void A_connection_that_is_refused_says_by_whom()
    {
        var port = ((System.Net.IPEndPoint)Listener().LocalEndPoint!).Port;
        using (var listener = Listener())
            port = ((System.Net.IPEndPoint)listener.LocalEndPoint!).Port;
        var error = Assert.Throws<ConnectException>(() => Loop.Run(CoNet.OpenConnection("localhost", port)));
        Assert.NotEmpty(error.Attempts);
        Assert.All(error.Attempts, attempt => Assert.Contains($":{port}", attempt.EndPoint.ToString(), StringComparison.Ordinal));
        Assert.Contains("localhost", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, Loop.Sockets.Count);
    }

    [Fact]
    public void Of_several_addresses_the_first_that_answers_is_taken()
    {
        var server = Serve(EchoLines);
        Run(server, ConnectsInTurn(server));
    }

    [Coroutine]
    private static void ConnectsInTurn(Co co, CoServer server)
    {
        var dead = new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 1);
        var socket = Connecting.Connect(co, "test", [dead, dead, server.EndPoint], new CoConnectionOptions());
        Assert.Equal(server.EndPoint, socket.RemoteEndPoint);
        socket.Dispose();
        var failed = co.Launch(Connecting.Connect("test", [dead, dead], new CoConnectionOptions { AttemptTimeout = TimeSpan.FromSeconds(10) }));
        co.Wait(failed);
        Assert.Equal([dead, dead], Assert.IsType<ConnectException>(failed.Error).Attempts.Select(static attempt => attempt.EndPoint));
    }

    [Fact]
    public void A_name_that_does_not_resolve_has_an_exception_of_its_own()
    {
        var error = Assert.Throws<NameResolutionException>(() => Loop.Run(CoNet.OpenConnection("no-such-host.invalid", 80)));
        Assert.Equal("no-such-host.invalid", error.Host);
    }

    [Fact]
    public void A_cancelled_attempt_to_connect_leaves_nothing_behind()
    {
        // A server that does not accept, and whose queue is full, does not answer at all.
        var listener = Open(new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.InterNetwork, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp));
        listener.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        listener.Listen(0);
        var port = ((System.Net.IPEndPoint)listener.LocalEndPoint!).Port;
        var connects = Enumerable.Range(0, 5).Select(_ => Loop.Schedule(CoNet.OpenConnection("127.0.0.1", port))).ToList();
        for (var i = 0; i < 10; i++)
            Loop.Tick();
        Assert.False(connects[^1].IsDone);
        connects.ForEach(static connect => connect.Cancel());
        Loop.RunUntilEmpty();
        Assert.Equal(CoroutineStatus.Canceled, connects[^1].Status);
        Assert.Equal(connects.Count(static connect => connect.Status == CoroutineStatus.Finished), Loop.Sockets.Count);
        Assert.Equal(0, Loop.ExternalWaits);
    }

    [Fact]
    public void The_same_handler_serves_unix_sockets()
    {
        var path = Path.Combine(Path.GetTempPath(), $"corogen-{Guid.NewGuid():N}");
        var server = CoNet.StartUnixServer(EchoLines, path, new CoServerOptions { Loop = Loop });
        Assert.Throws<AddressInUseException>(() => CoNet.StartUnixServer(EchoLines, path, new CoServerOptions { Loop = Loop }));
        Run(server, AsksUnix(path));
        Assert.False(File.Exists(path));
        var error = Assert.Throws<ConnectException>(() => Loop.Run(CoNet.OpenUnixConnection(path)));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Coroutine]
    private static void AsksUnix(Co co, string path)
    {
        for (var i = 0; i < 3; i++)
        {
            var (reader, writer) = CoNet.OpenUnixConnection(co, path);
            writer.Write($"question {i}\n");
            Assert.Equal($"question {i}", reader.ReadLine(co));
            writer.Close();
        }
    }

    [Fact]
    public void A_unix_socket_that_nobody_listens_on_is_replaced()
    {
        var path = Path.Combine(Path.GetTempPath(), $"corogen-{Guid.NewGuid():N}");
        using (var old = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified))
        {
            old.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(path));
            File.Move(path, path + "-left");
        }
        File.Move(path + "-left", path);
        var server = CoNet.StartUnixServer(EchoLines, path, new CoServerOptions { Loop = Loop });
        Run(server, AsksUnix(path));
    }

    [Fact]
    public void A_file_that_is_no_socket_is_not_replaced()
    {
        var path = Path.GetTempFileName();
        Assert.Throws<AddressInUseException>(() => CoNet.StartUnixServer(EchoLines, path, new CoServerOptions { Loop = Loop }));
        Assert.True(File.Exists(path));
        File.Delete(path);
    }

    [Fact]
    public void A_unix_socket_may_have_a_name_that_is_no_path()
    {
        var name = $"\0corogen-{Guid.NewGuid():N}";
        Run(CoNet.StartUnixServer(EchoLines, name, new CoServerOptions { Loop = Loop }), AsksUnix(name));
    }

    [Fact]
    public void Virtual_time_passes_when_nobody_has_anything_to_read()
    {
        var clock = new VirtualTime();
        using var loop = new EventLoop(new EventLoopOptions { TimeProvider = clock, Poller = Poller });
        loop.Run(AsksSlowly());
        Assert.Equal(TimeSpan.FromSeconds(1), clock.Elapsed);
    }

    [Coroutine]
    private static void AsksSlowly(Co co)
    {
        using var server = CoNet.StartServer(EchoesSlowly, "127.0.0.1", 0);
        co.WaitAll(Enumerable.Range(0, 5).Select(number => Asks(server, $"{number}")).ToArray());
    }

    [Coroutine]
    private static void EchoesSlowly(Co co, CoReader reader, CoWriter writer)
    {
        var line = reader.ReadLine(co);
        co.Sleep(1000);
        writer.Write(line + "\n");
    }

    [Fact]
    public void Options_that_are_out_of_range_are_refused()
    {
        CoServerOptions[] wrong = [new() { Loop = Loop, MaxConnections = 0 }, new() { Loop = Loop, ReadLimit = 0 }, new() { Loop = Loop, Grace = TimeSpan.FromSeconds(-2) }, new() { Loop = Loop, HighWaterMark = -1 }];
        Assert.All(wrong, options => Assert.Throws<ArgumentOutOfRangeException>(() => CoNet.StartServer(EchoLines, "127.0.0.1", 0, options)));
        Assert.Equal(0, Loop.Sockets.Count);
    }

    [Fact]
    public void More_clients_than_the_backlog_of_a_unix_socket_has_room_for_wait()
    {
        var path = Path.Combine(Path.GetTempPath(), $"corogen-{Guid.NewGuid():N}");
        var server = CoNet.StartUnixServer(EchoLines, path, new CoServerOptions { Loop = Loop, Backlog = 1, MaxConnections = 2 });
        Run(server, AsksManyUnix(path));
    }

    [Coroutine]
    private static void AsksManyUnix(Co co, string path) => co.WaitAll(Enumerable.Range(0, 20).Select(_ => AsksUnix(path)).ToArray());
}

public sealed class ConversationsWithEpoll() : Conversations(PollerKind.Epoll);

public sealed class ConversationsWithSelect() : Conversations(PollerKind.Select);
