using System.Net;
using System.Net.Sockets;

namespace CoroGen.Runtime.Tests.IO;

public abstract partial class Readiness
{
    [Coroutine]
    private static void Both(Co co, Socket socket)
    {
        co.WaitReadable(socket);
        co.WaitWritable(socket);
    }

    [Coroutine]
    private void Reads(Co co, Socket socket, string name)
    {
        co.WaitReadable(socket);
        var buffer = new byte[1];
        var count = socket.Receive(buffer, SocketFlags.None, out var error);
        Say(error != SocketError.Success ? error : count == 0 ? name : $"{name}{buffer[0]}");
    }

    [Coroutine]
    private void Writes(Co co, Socket socket)
    {
        co.WaitWritable(socket);
        socket.Send([1], SocketFlags.None, out var error);
        Say(error);
    }

    [Coroutine]
    private static void Takes(Co co, Socket socket, int count)
    {
        var buffer = new byte[100_000];
        while (count > 0)
        {
            co.WaitReadable(socket);
            count -= socket.Receive(buffer);
        }
    }

    [Coroutine]
    private static void Drains(Co co, Socket socket)
    {
        var buffer = new byte[100_000];
        do
            co.WaitReadable(socket);
        while (socket.Receive(buffer) > 0);
    }

    [Coroutine]
    private void Accepts(Co co, Socket listener)
    {
        co.WaitReadable(listener);
        Open(listener.Accept());
        Say("accepted");
    }

    [Coroutine]
    private void Connects(Co co, EndPoint endPoint)
    {
        var socket = Open(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false });
        try
        {
            socket.Connect(endPoint);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.WouldBlock)
        {
        }
        co.WaitWritable(socket);
        var error = (SocketError)(int)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)!;
        Say(error == SocketError.Success ? "connected" : error);
    }

    [Coroutine]
    private static void YieldsUntil(Co co, Func<bool> condition)
    {
        while (!condition())
            co.Yield();
    }

    [Coroutine]
    private static void LooksUntil(Co co, Socket socket, Func<bool> condition)
    {
        while (!condition())
            co.WaitReadable(socket);
    }

    [Coroutine]
    private static void Sets(Co co, Action set)
    {
        co.Yield();
        set();
    }

    [Coroutine]
    private static void SendsLater(Co co, Socket socket)
    {
        co.Sleep(5);
        socket.Send([1]);
    }

    [Coroutine]
    private static void Awaits(Co co, Coroutine other) => co.Await(other);

    [Coroutine]
    private static void Echoes(Co co, Socket socket)
    {
        var buffer = new byte[10];
        while (true)
        {
            co.WaitReadable(socket);
            if (socket.Receive(buffer) == 0)
                return;
            socket.Send(buffer, 1, SocketFlags.None);
        }
    }

    /// <summary>Returns how many bytes a thousand round trips have allocated.</summary>
    [Coroutine]
    private static long MeasuresPings(Co co, Socket socket)
    {
        var buffer = new byte[1];
        long begin = 0;
        for (var i = 0; i < 1100; i++)
        {
            if (i == 100)
                begin = GC.GetAllocatedBytesForCurrentThread();
            socket.Send(buffer);
            co.WaitReadable(socket);
            socket.Receive(buffer);
        }
        return GC.GetAllocatedBytesForCurrentThread() - begin;
    }
}
