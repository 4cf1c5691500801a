using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CoroGen.Samples.Tests;

/// <summary>The echo server as one starts it: plain clients talk to it, and a signal ends it in order.</summary>
public sealed class EchoServers : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"echo-{Guid.NewGuid():N}");
    private Process? _process;
    private int _port;

    public void Dispose()
    {
        if (_process is { HasExited: false })
            _process.Kill();
        _process?.Dispose();
        File.Delete(_path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--streams")]
    [InlineData("--unix")]
    public void A_plain_client_gets_back_what_it_sends(string kind)
    {
        Start(kind);
        using var client = Connect(kind);
        foreach (var message in new[] { "spam\n", "eggs\n" })
        {
            client.Send(Encoding.UTF8.GetBytes(message));
            Assert.Equal(message, Receive(client, message.Length));
        }

        // A client that has nothing more to say, and listens: as `echo spam | nc` does.
        client.Send("bacon\n"u8);
        client.Shutdown(SocketShutdown.Send);
        Assert.Equal("bacon\n", Receive(client, "bacon\n".Length));
        Assert.Equal("", Receive(client, 1));
    }

    [Theory]
    [InlineData("", "INT")]
    [InlineData("", "TERM")]
    [InlineData("--streams", "INT")]
    [InlineData("--streams", "TERM")]
    [InlineData("--unix", "TERM")]
    public void A_signal_ends_it_when_the_answers_under_way_are_given(string kind, string signal)
    {
        Start(kind);
        using var asking = Connect(kind);
        using var silent = Connect(kind);
        asking.Send("spam"u8);
        Assert.Equal("thinking about 4 bytes", ReadLine());
        Send(signal);
        Assert.Equal("spam", Receive(asking, 4));
        Assert.Equal("", Receive(asking, 1));
        Assert.Equal("", Receive(silent, 1));
        Assert.Equal("closed", ReadLine());
        _process!.WaitForExit();
        Assert.Equal(0, _process.ExitCode);
        Assert.Throws<SocketException>(() => Connect(kind));
    }

    [Theory]
    [InlineData("")]
    [InlineData("--streams")]
    public void A_client_that_resets_its_connection_concerns_nobody_else(string kind)
    {
        Start(kind);
        using (var impatient = Connect(kind))
        {
            impatient.Send("spam"u8);
            Assert.Equal("thinking about 4 bytes", ReadLine());
            impatient.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        using var other = Connect(kind);
        other.Send("eggs"u8);
        Assert.Equal("eggs", Receive(other, 4));
    }

    [Fact]
    public void Its_own_client_says_all_at_once_and_prints_the_answers_in_order()
    {
        Start("");
        using var client = Launch($"client --port {_port} spam eggs bacon");
        Assert.Equal("spam\neggs\nbacon\n", client.StandardOutput.ReadToEnd());
        client.WaitForExit();
        Assert.Equal(0, client.ExitCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--streams")]
    public void Of_two_servers_on_a_port_the_second_says_that_it_cannot_listen(string kind)
    {
        Start("");
        var (code, errors) = Run($"server --port {_port} {kind}");
        Assert.Equal(1, code);
        Assert.StartsWith("The server cannot listen: ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("spam")]
    [InlineData("spam eggs")]
    public void A_client_without_a_server_says_so(string messages)
    {
        Start("");
        _process!.Kill();
        _process.WaitForExit();
        var (code, errors) = Run($"client --port {_port} {messages}");
        Assert.Equal(1, code);
        Assert.StartsWith("No answer: ", errors, StringComparison.Ordinal);
    }

    private void Start(string kind)
    {
        _process = Launch(kind == "--unix" ? $"server --unix {_path}" : $"server --port 0 {kind}");
        var line = ReadLine();
        Assert.StartsWith("listening on ", line, StringComparison.Ordinal);
        if (kind != "--unix")
            _port = int.Parse(line[(line.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture);
    }

    /// <summary>A shell that has put the tests in the background lets them, and what they start, ignore SIGINT.</summary>
    private static Process Launch(string options) =>
        Process.Start(new ProcessStartInfo("env", $"--default-signal=INT dotnet {Path.Combine(AppContext.BaseDirectory, "Echo.dll")} {options}") { RedirectStandardOutput = true })!;

    private static (int ExitCode, string Errors) Run(string options)
    {
        var start = new ProcessStartInfo("dotnet", $"{Path.Combine(AppContext.BaseDirectory, "Echo.dll")} {options}") { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }

    private Socket Connect(string kind)
    {
        EndPoint server = kind == "--unix" ? new UnixDomainSocketEndPoint(_path) : new IPEndPoint(IPAddress.Loopback, _port);
        var socket = kind == "--unix" ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(server);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>As many bytes, or fewer when the connection ends.</summary>
    private static string Receive(Socket socket, int length)
    {
        var buffer = new byte[length];
        var received = 0;
        while (received < length && socket.Receive(buffer.AsSpan(received)) is > 0 and var count)
            received += count;
        return Encoding.UTF8.GetString(buffer, 0, received);
    }

    private string ReadLine() => _process!.StandardOutput.ReadLine() ?? "the end";

    private void Send(string signal)
    {
        using var kill = Process.Start("kill", $"-{signal} {_process!.Id}");
        kill.WaitForExit();
    }
}
