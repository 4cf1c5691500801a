using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests.Blocking;

/// <summary>Sockets that were made non-blocking in another place than that where they are used.</summary>
public sealed class SocketTests
{
    [Theory]
    [InlineData("private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { Blocking = false };", "_ = _socket.Receive(bytes);")]
    [InlineData("private readonly Socket _socket; public Server(Socket socket) { _socket = socket; _socket.Blocking = false; }", "_ = _socket.Receive(bytes);")]
    [InlineData("private readonly Socket _socket; public Server(Socket socket) { socket.Blocking = false; _socket = socket; } public Server() : this(null!) { }", "_ = _socket.Receive(bytes);")]
    [InlineData("private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp); public Server() { _socket.Blocking = false; }", "_ = _socket.Receive(bytes);")]
    [InlineData("private Socket? _socket; public void Open() { _socket = new Socket(SocketType.Stream, ProtocolType.Tcp); _socket.Blocking = false; }", "_ = _socket!.Receive(bytes);")]
    [InlineData("public Socket Socket { get; } = new(SocketType.Stream, ProtocolType.Tcp) { Blocking = false };", "_ = Socket.Receive(bytes);")]
    [InlineData("public Socket? Socket { get; private set; } public void Open() { var made = New(); Socket = made; }", "_ = Socket!.Receive(bytes);")]
    [InlineData("", "using var made = New(); _ = made.Receive(bytes);")]
    [InlineData("", "_ = New().Receive(bytes);")]
    [InlineData("", "var made = New(); Take(made); Take(New());")]
    [InlineData("[Coroutine] private void Serve(Co co, Socket socket) => _ = socket.Send(bytes);", "Serve(co, New()); co.Launch(Serve(New()));")]
    [InlineData("private static Socket Again(int n) { if (n > 0) return New(); var made = new Socket(SocketType.Stream, ProtocolType.Tcp); made.Blocking = false; return made; }", "_ = Again(1).Receive(bytes);")]
    [InlineData("private static class Other { public static void Take() { } }", "Other.Take(); Take(New()); _ = nameof(Take);")]
    [InlineData("private static Server other = new(); public Socket Socket { get; } = New();", "_ = other.Socket.Receive(bytes);")]
    [InlineData("private T Open<T>(T opened) where T : IDisposable { Console.WriteLine(opened); return opened; }", "var made = Open(New()); _ = made.Receive(bytes); _ = Open(New()).Receive(bytes);")]
    [InlineData("private static Socket Same(Socket socket) => socket; private static Socket Twice(Socket socket) => Same(Same(socket));", "_ = Twice(new Socket(SocketType.Stream, ProtocolType.Tcp) { Blocking = false }).Receive(bytes);")]
    [InlineData("private static Socket Tuned(Socket socket) { if (socket.NoDelay) return socket; Console.WriteLine(socket); return socket; } private Socket Listener() { var made = Tuned(New()); made.Listen(1); return made; }", "_ = Listener().Accept();")]
    public Task Non_blocking(string members, string statements) => Check(members, statements);

    [Theory]
    [InlineData("private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);", "_ = _socket.{|CORO107:Receive|}(bytes);")]
    [InlineData("private readonly Socket _socket; public Server(Socket socket) { _socket = socket; }", "_ = _socket.{|CORO107:Receive|}(bytes);")]
    [InlineData("private readonly Socket _socket; public Server(Socket socket) { _socket = socket; _socket.Blocking = false; } public Server(Socket socket, int n) { _socket = socket; }", "_ = _socket.{|CORO107:Receive|}(bytes);")]
    [InlineData("private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp); public Server() { _socket.Blocking = false; } public Server(int n) { }", "_ = _socket.{|CORO107:Receive|}(bytes);")]
    [InlineData("private readonly Socket _socket = New(); public void Change(bool b) => _socket.Blocking = b;", "_ = _socket.{|CORO107:Receive|}(bytes);")]
    [InlineData("private Socket _socket = New(); public void Open(Socket socket) => _socket = socket;", "_ = _socket.{|CORO107:Receive|}(bytes);")]
    [InlineData("private Socket _socket = New(); public void Open() => Make(out _socket); static void Make(out Socket socket) => socket = null!;", "_ = _socket.{|CORO107:Receive|}(bytes);")]
    [InlineData("private Socket _socket = New(); public Action Later(Socket socket) => () => _socket = socket;", "_ = _socket.{|CORO107:Receive|}(bytes);")]
    [InlineData("private Socket _socket = New(); public static Server Of(Socket socket) => new() { _socket = socket };", "_ = _socket.{|CORO107:Receive|}(bytes);")]
    [InlineData("private Socket _socket = New();", "_socket = new Socket(SocketType.Stream, ProtocolType.Tcp); _ = _socket.{|CORO107:Receive|}(bytes); _socket.Blocking = false;")]
    [InlineData("public Socket Socket { get; set; } = New();", "_ = Socket.{|CORO107:Receive|}(bytes);")]
    [InlineData("protected virtual Socket Open() => New();", "_ = Open().{|CORO107:Receive|}(bytes);")]
    [InlineData("private static Socket Maybe(int n) => n > 0 ? New() : new Socket(SocketType.Stream, ProtocolType.Tcp);", "_ = Maybe(1).{|CORO107:Receive|}(bytes);")]
    [InlineData("private static Socket Endless() => Endless();", "_ = Endless().{|CORO107:Receive|}(bytes);")]
    [InlineData("private static void Give(Socket socket) => socket.Send(bytes);", "{|CORO113:Give|}(New()); {|CORO113:Give|}(new Socket(SocketType.Stream, ProtocolType.Tcp));")]
    [InlineData("private static void Give(Socket socket) => socket.Send(bytes);", "{|CORO113:Give|}(New()); Action<Socket> give = {|CORO113:Give|};")]
    [InlineData("public static void Give(Socket socket) => socket.Send(bytes);", "{|CORO113:Give|}(New());")]
    [InlineData("private static void Give(Socket socket, Socket other) { socket = other; socket.Send(bytes); }", "{|CORO113:Give|}(New(), new Socket(SocketType.Stream, ProtocolType.Tcp));")]
    [InlineData("private static T Open<T>(T opened) => opened;", "_ = Open(new Socket(SocketType.Stream, ProtocolType.Tcp)).{|CORO107:Receive|}(bytes);")]
    [InlineData("private static Socket Slow(Socket socket) { socket.Blocking = true; return socket; }", "_ = Slow(New()).{|CORO107:Receive|}(bytes);")]
    [InlineData("private static Socket Other(Socket socket) { socket = new(SocketType.Stream, ProtocolType.Tcp); return socket; }", "_ = Other(New()).{|CORO107:Receive|}(bytes);")]
    [InlineData("protected virtual Socket Same(Socket socket) => socket;", "_ = Same(New()).{|CORO107:Receive|}(bytes);")]
    public Task Blocking(string members, string statements) => Check(members, statements);

    private static Task Check(string members, string statements) => AnalyzerCheck.Of(
        $$"""
        using System.Net.Sockets;

        partial class Server
        {
            private static byte[] bytes = null!;
            private static Socket New() => new(SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            private static void Take(Socket socket) => socket.Send(bytes);
            {{members}}
            [Coroutine] void Run(Co co) { {{statements}} }
        }
        """);
}
