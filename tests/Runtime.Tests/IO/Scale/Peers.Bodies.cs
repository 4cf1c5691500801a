using System.Net;
using System.Net.Sockets;

namespace CoroGen.Runtime.Tests.IO.Scale;

/// <content>What servers and peers do.</content>
public sealed partial class Peers
{
    private const int Large = 300_000;
    private const int Piece = 16 * 1024;

    [Coroutine]
    private void AllKinds(Co co, int connections)
    {
        var options = new CoServerOptions { Grace = TimeSpan.Zero, ConnectionError = (error, _) => _errors.Add(error) };
        var server = CoNet.StartServer(Echoes, "127.0.0.1", 0, options);
        var silent = Enumerable.Range(0, 10).Select(_ => SaysNothing(server.EndPoint)).ToArray();
        foreach (var each in silent)
            co.Launch(each);
        co.WaitAll([.. Enumerable.Range(0, connections).Select(number => Behaves(server.EndPoint, number))]);
        Assert.DoesNotContain(silent, static each => each.IsDone);
        server.Close();
        co.WaitAll(silent);
        server.WaitClosed(co);
        Assert.Equal(0, server.Connections);
    }

    [Coroutine]
    private static void Echoes(Co co, CoReader reader, CoWriter writer)
    {
        while (reader.Read(co, 4096) is { Length: > 0 } bytes)
        {
            writer.Write(bytes);
            writer.Drain(co);
        }
    }

    [Coroutine]
    private static void Behaves(Co co, EndPoint server, int number)
    {
        using var socket = Client.Connect(server, receiveBuffer: number % 4 == 1 ? 4096 : 0);
        var bytes = Client.Bytes(number, number % 4 == 0 ? 1000 : Large);
        switch (number % 4)
        {
            // As one wishes.
            case 0:
                Client.Send(co, socket, bytes);
                Assert.Equal(bytes, Client.Receive(co, socket, bytes.Length));
                break;

            // Slow.
            case 1:
                var sending = co.Launch(Client.Send(socket, bytes));
                Assert.Equal(bytes, Client.Receive(co, socket, bytes.Length, piece: 2000));
                co.Await(sending);
                break;

            // Half-closed, before the first byte is read.
            case 2:
                var receiving = co.Launch(Client.Receive(socket, bytes.Length));
                Client.Send(co, socket, bytes);
                socket.Shutdown(SocketShutdown.Send);
                Assert.Equal(bytes, co.Await(receiving));
                Client.ReceiveEnd(co, socket);
                break;

            // Reset while the server writes.
            default:
                Client.Send(co, socket, bytes.AsMemory(0, Large / 10));
                Client.Receive(co, socket, 100);
                Client.Reset(socket);
                break;
        }
    }

    /// <summary>Until the server lets it go.</summary>
    [Coroutine]
    private static void SaysNothing(Co co, EndPoint server)
    {
        using var socket = Client.Connect(server);
        co.WaitReadable(socket);
        var count = socket.Receive(new byte[1], SocketFlags.None, out var error);
        Assert.True(count == 0 || error == SocketError.ConnectionReset);
    }

    [Coroutine]
    private void OnlySilent(Co co, int connections, TimeSpan limit)
    {
        var options = new CoServerOptions { ConnectionTimeout = limit, ConnectionError = (error, _) => _errors.Add(error) };
        using var server = CoNet.StartServer(Echoes, "127.0.0.1", 0, options);
        co.WaitAll([.. Enumerable.Range(0, connections).Select(_ => SaysNothing(server.EndPoint))]);
    }

    [Coroutine]
    private static void SlowBesideFast(Co co)
    {
        const int length = 20 * Large;
        var most = 0;
        var bytes = Client.Bytes(1, length);
        var server = CoNet.StartServer((_, writer) => SendsAll(writer, bytes, buffered => most = Math.Max(most, buffered)), "127.0.0.1", 0);
        using var slow = Client.Connect(server.EndPoint);
        using var fast = Client.Connect(server.EndPoint);
        Assert.Equal(bytes, Client.Receive(co, fast, length));
        // It waits for the slow one, with no more than it may have buffered.
        Assert.Equal(1, server.Connections);
        Assert.InRange(most, 1, new CoServerOptions().HighWaterMark + Piece);
        Assert.Equal(bytes, Client.Receive(co, slow, length));
        Client.ReceiveEnd(co, slow);
        server.Close();
        server.WaitClosed(co);
    }

    [Coroutine]
    private static void SendsAll(Co co, CoWriter writer, byte[] bytes, Action<int> note)
    {
        for (var sent = 0; sent < bytes.Length; sent += Piece)
        {
            writer.Write(bytes.AsSpan(sent, Math.Min(Piece, bytes.Length - sent)));
            note(writer.Buffered);
            writer.Drain(co);
        }
    }

    [Coroutine]
    private static void ChopsAll(Co co, int connections)
    {
        var seed = 0;
        var server = CoNet.StartServer((reader, writer) => EchoesInPieces(reader, writer, ++seed), "127.0.0.1", 0);
        co.WaitAll([.. Enumerable.Range(0, connections).Select(number => Chops(server.EndPoint, -number))]);
        server.Close();
        server.WaitClosed(co);
    }

    /// <summary>Sends its bytes in pieces, while it reads them back in others.</summary>
    [Coroutine]
    private static void Chops(Co co, EndPoint server, int seed)
    {
        var (reader, writer) = CoNet.OpenConnection(co, "127.0.0.1", ((IPEndPoint)server).Port);
        var bytes = Client.Bytes(seed, Large);
        var sending = co.Launch(SendsInPieces(writer, bytes, new Random(seed)));
        var random = new Random(seed);
        for (var place = 0; place < bytes.Length;)
        {
            var piece = ReadsPiece(co, reader, bytes.Length - place, random);
            Assert.True(piece.Length > 0 && bytes.AsSpan(place, piece.Length).SequenceEqual(piece), $"Seed {seed}: {piece.Length} bytes at {place} are others.");
            place += piece.Length;
        }

        co.Await(sending);
        Assert.Empty(reader.Read(co, 1));
        writer.Close();
    }

    [Coroutine]
    private static void SendsInPieces(Co co, CoWriter writer, byte[] bytes, Random random)
    {
        for (var place = 0; place < bytes.Length;)
        {
            var length = Math.Min(Length(random), bytes.Length - place);
            writer.Write(bytes.AsSpan(place, length));
            place += length;
            if (random.Next(2) == 0)
                writer.Drain(co);
            if (random.Next(4) == 0)
                co.Yield();
        }

        writer.CloseWrite();
    }

    [Coroutine]
    private static void EchoesInPieces(Co co, CoReader reader, CoWriter writer, int seed)
    {
        var random = new Random(seed);
        for (var left = Large; left > 0;)
        {
            var piece = ReadsPiece(co, reader, left, random);
            left -= piece.Length;
            SendsPiece(co, writer, piece, random);
        }

        Assert.True(reader.Read(co, 1) is []);
    }

    [Coroutine]
    private static void SendsPiece(Co co, CoWriter writer, byte[] piece, Random random)
    {
        var length = random.Next(piece.Length + 1);
        writer.Write(piece.AsSpan(0, length));
        if (random.Next(2) == 0)
            co.Yield();
        writer.Write(piece.AsSpan(length));
        writer.Drain(co);
    }

    /// <summary>In one of the ways to read.</summary>
    [Coroutine]
    private static byte[] ReadsPiece(Co co, CoReader reader, int left, Random random)
    {
        var length = Length(random);
        switch (random.Next(4))
        {
            case 0:
                return reader.Read(co, length);
            case 1:
                return reader.ReadExactly(co, Math.Min(length, left));
            case 2:
                var memory = new byte[length];
                return memory[..reader.Read(co, memory)];
            default:
                if (reader.Buffered.IsEmpty)
                    reader.Fill(co);
                var buffered = reader.Buffered[..Math.Min(length, reader.Buffered.Length)].ToArray();
                reader.Advance(buffered.Length);
                return buffered;
        }
    }

    /// <summary>Mostly short, sometimes long.</summary>
    private static int Length(Random random) => random.Next(8) == 0 ? random.Next(1, 20_000) : random.Next(1, 500);
}
