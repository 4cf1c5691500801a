using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CoroGen.Runtime.Tests.Streams;

/// <summary>TLS, and readers and writers from and to .NET's streams and pipes.</summary>
public abstract partial class TlsAndStreams(PollerKind poller) : StreamTest(poller)
{
    private static readonly X509Certificate2 Certificate = MakeCertificate();

    private static SslServerAuthenticationOptions ServerTls => new() { ServerCertificate = Certificate };

    private static SslClientAuthenticationOptions ClientTls => new() { RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate!.Equals(Certificate) };

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    [Fact]
    public void A_conversation_through_tls()
    {
        var server = Serve(EchoLines, new CoServerOptions { Loop = Loop, Tls = ServerTls });
        Run(server, TalksTls(server));
    }

    [Coroutine]
    private static void TalksTls(Co co, CoServer server)
    {
        var (reader, writer) = CoNet.OpenConnection(co, "localhost", PortOf(server), new CoConnectionOptions { Tls = ClientTls });
        for (var i = 0; i < 10; i++)
        {
            writer.Write($"line {i}\n");
            writer.Drain(co);
            Assert.Equal($"line {i}", reader.ReadLine(co));
        }
        var line = new string('x', 50_000);
        writer.Write(line + "\n");
        Assert.Equal(line, reader.ReadLine(co));
        var waits = co.Launch(reader.ReadLine());
        co.Sleep(5);
        waits.Cancel();
        co.Wait(waits);
        writer.Write("after a cancel\n");
        Assert.Equal("after a cancel", reader.ReadLine(co));
        writer.CloseWrite();
        Assert.Null(reader.ReadLine(co));
        writer.Close();
        writer.WaitClosed(co);
    }

    [Fact]
    public void A_connection_goes_on_with_tls()
    {
        var server = Serve(UpgradesServer);
        Run(server, UpgradesClient(server));
    }

    [Coroutine]
    private static void UpgradesServer(Co co, CoReader reader, CoWriter writer)
    {
        Assert.Equal("STARTTLS", reader.ReadLine(co));
        writer.Write("go\n");
        var (plain, secret) = CoNet.StartTls(co, reader, writer, ServerTls);
        EchoLines(co, plain, secret);
        secret.Close();
        secret.WaitClosed(co);
    }

    [Coroutine]
    private static void UpgradesClient(Co co, CoServer server)
    {
        var (reader, writer) = CoNet.OpenConnection(co, "127.0.0.1", PortOf(server));
        writer.Write("STARTTLS\n");
        Assert.Equal("go", reader.ReadLine(co));
        var options = ClientTls;
        options.TargetHost = "localhost";
        (reader, writer) = CoNet.StartTls(co, reader, writer, options);
        writer.Write("hello\n");
        Assert.Equal("hello", reader.ReadLine(co));
        writer.Close();
        writer.WaitClosed(co);
    }

    [Fact]
    public void A_peer_that_cannot_be_trusted_is_refused()
    {
        var errors = new List<Exception>();
        var server = Serve(EchoLines, new CoServerOptions { Loop = Loop, Tls = ServerTls, ConnectionError = (error, _) => errors.Add(error) });
        Run(server, IsRefused(server));
    }

    [Coroutine]
    private static void IsRefused(Co co, CoServer server)
    {
        var untrusted = co.Launch(CoNet.OpenConnection("localhost", PortOf(server), new CoConnectionOptions { Tls = new SslClientAuthenticationOptions() }));
        co.Wait(untrusted);
        Assert.IsType<AuthenticationException>(untrusted.Error);
        var plain = co.Launch(Asks(server, new string('x', 1000)));
        co.Wait(plain);
    }

    [Fact]
    public void A_peer_that_does_not_answer_is_given_up()
    {
        var server = Serve(HearsOnly);
        Run(server, GivesUp(server));
    }

    [Coroutine]
    private static void HearsOnly(Co co, CoReader reader, CoWriter writer) => reader.ReadToEnd(co);

    [Coroutine]
    private static void GivesUp(Co co, CoServer server)
    {
        var tls = ClientTls;
        try
        {
            co.Timeout(TimeSpan.FromMilliseconds(50), CoNet.OpenConnection("localhost", PortOf(server), new CoConnectionOptions { Tls = tls }));
            Assert.Fail("Nobody has answered.");
        }
        catch (TimeoutException)
        {
            Assert.Null(tls.TargetHost);
        }
    }

    [Fact]
    public void A_reader_and_a_writer_over_a_stream()
    {
        var stream = new MemoryStream();
        stream.Write(Bytes("one\ntwo"));
        stream.Position = 0;
        Loop.Run(UsesStream(CoNet.FromStream(Loop, stream)));
        Assert.Equal("one\ntwothree", Text(stream.ToArray()));
        Assert.False(stream.CanRead);
    }

    [Coroutine]
    private static void UsesStream(Co co, (CoReader Reader, CoWriter Writer) ends)
    {
        Assert.Equal("one", ends.Reader.ReadLine(co));
        Assert.Equal("two", ends.Reader.ReadLine(co));
        Assert.Null(ends.Reader.ReadLine(co));
        ends.Writer.Write("three");
        ends.Writer.Close();
        ends.Writer.WaitClosed(co);
    }

    [Fact]
    public void Pipes_to_and_from_a_connection()
    {
        var server = Serve(Echo);
        Run(server, Pipes(server));
    }

    [Coroutine]
    private static void Pipes(Co co, CoServer server)
    {
        var (reader, writer) = CoNet.OpenConnection(co, "127.0.0.1", PortOf(server));
        var stream = CoNet.AsStream(reader, writer);
        var output = PipeWriter.Create(stream);
        var input = PipeReader.Create(stream);
        co.Await(output.WriteAsync(Bytes("through a pipe")));
        var read = co.Await(input.ReadAtLeastAsync(14));
        Assert.Equal("through a pipe", Text([.. System.Buffers.BuffersExtensions.ToArray(read.Buffer)]));
        input.AdvanceTo(read.Buffer.End);
        var pipe = new Pipe();
        var (fromPipe, _) = CoNet.FromStream(co.Loop, pipe.Reader.AsStream());
        co.Await(pipe.Writer.WriteAsync(Bytes("a line\n")));
        Assert.Equal("a line", fromPipe.ReadLine(co));
        co.Await(stream.DisposeAsync());
        writer.WaitClosed(co);
    }

    [Fact]
    public void Async_code_on_other_threads_uses_a_connection_as_a_stream()
    {
        var server = Serve(Echo);
        Run(server, LetsAsyncCodeTalk(server));
    }

    [Coroutine]
    private static void LetsAsyncCodeTalk(Co co, CoServer server)
    {
        var (reader, writer) = CoNet.OpenConnection(co, "127.0.0.1", PortOf(server));
        using var stream = CoNet.AsStream(reader, writer);
        co.Await(Task.Run(() => TalksAsync(stream)));
    }

    private static async Task TalksAsync(Stream stream)
    {
        for (var i = 0; i < 20; i++)
        {
            await stream.WriteAsync(Bytes($"message {i}"));
            var answer = new byte[$"message {i}".Length];
            await stream.ReadExactlyAsync(answer);
            Assert.Equal($"message {i}", Text(answer));
        }
        using var end = new CancellationTokenSource(TimeSpan.FromMilliseconds(5));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await stream.ReadExactlyAsync(new byte[1], end.Token));
    }
}

public sealed class TlsAndStreamsWithEpoll() : TlsAndStreams(PollerKind.Epoll);

public sealed class TlsAndStreamsWithSelect() : TlsAndStreams(PollerKind.Select);
