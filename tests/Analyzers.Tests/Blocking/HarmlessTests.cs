using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests.Blocking;

/// <summary>One-line coroutines that block nothing, though they look like it: nothing is said.</summary>
public sealed class HarmlessTests
{
    [Fact]
    public Task Waits_of_the_loop() => Probes.Check(
        """
        co.Await(task);
        _ = co.Await(number);
        _ = co.Await(value);
        co.Await(Task.WhenAll(task, number));
        co.Sleep(1);
        co.Yield();
        co.Await(semaphore.WaitAsync());
        var next = co.Await(File.ReadAllTextAsync(path));
        foreach (var item in items) { }
        """);

    [Fact]
    public Task Offloaded_work() => Probes.Check(
        """
        co.Offload(() => Thread.Sleep(1));
        co.Offload(() => { lock (gate) File.Delete(path); });
        _ = co.Offload(() => File.ReadAllText(path));
        co.Offload((Action)task.Wait);
        _ = co.Offload(token => File.ReadAllText(path));
        co.Await(Task.Run(() => Thread.Sleep(1)));
        co.Await(Task.Run(task.Wait));
        co.Await(Task.Factory.StartNew(() => Thread.Sleep(1)));
        ThreadPool.QueueUserWorkItem(_ => Thread.Sleep(1));
        new Thread(() => Thread.Sleep(1)).Start();
        new Thread(task.Wait).Start();
        Action work = () => Thread.Sleep(1); co.Offload(work);
        Action work = task.Wait; co.Offload(work);
        void Work() => Thread.Sleep(1); co.Offload(Work);
        void Work() => Thread.Sleep(1); co.Offload(() => Work());
        co.Await(task.ContinueWith(t => t.Wait()));
        """);

    [Fact]
    public Task Zero_timeouts_and_tries() => Probes.Check(
        """
        flag = task.Wait(0);
        flag = task.Wait(TimeSpan.Zero);
        flag = Task.WaitAll(numbers, 0);
        const int Now = 0; flag = handle.WaitOne(Now);
        flag = semaphore.Wait(0);
        flag = semaphore.Wait(default(TimeSpan));
        flag = slim.Wait(millisecondsTimeout: 0);
        flag = Monitor.TryEnter(gate);
        flag = Monitor.TryEnter(gate, 0);
        flag = modern.TryEnter();
        flag = modern.TryEnter(TimeSpan.Zero);
        flag = rw.TryEnterReadLock(0);
        flag = queue.TryTake(out _);
        flag = queue.TryTake(out _, 0);
        flag = queue.TryAdd(1);
        flag = process.WaitForExit(0);
        flag = socket.Poll(0, SelectMode.SelectRead);
        flag = thread.Join(TimeSpan.FromSeconds(0));
        flag = thread.Join(new TimeSpan(0, 0, 0));
        flag = thread.{|CORO102:Join|}(new TimeSpan(0, 0, 1));
        """);

    /// <summary>CORO200 reports these.</summary>
    [Fact]
    public Task Locks_held_across_a_suspension_are_reported_once() => Probes.Check(
        """
        Monitor.Enter(gate); try { co.Yield(); } finally { Monitor.Exit(gate); }
        mutex.WaitOne(); co.Yield(); mutex.ReleaseMutex();
        Monitor.{|CORO103:Enter|}(gate); Monitor.Exit(gate); co.Yield();
        """);

    [Fact]
    public Task Names_only() => Probes.Check(
        """
        var name = nameof(Thread.Sleep);
        var name = nameof(Task<int>.Result);
        var type = typeof(Thread);
        System.Linq.Expressions.Expression<Action> tree = () => Thread.Sleep(1);
        Func<Task, bool> later = t => t.Wait(1);
        dynamic anything = task; anything.Wait();
        """);

    [Fact]
    public Task Streams_in_memory() => Probes.Check(
        """
        new MemoryStream().Write(bytes);
        using var m = new MemoryStream(); m.Write(bytes); m.CopyTo(new MemoryStream());
        Stream s = new MemoryStream(); s.WriteByte(1);
        Stream.Null.Write(bytes);
        TextWriter.Null.WriteLine("x");
        _ = new StringReader("x").ReadLine();
        TextReader r = new StringReader("x"); _ = r.ReadToEnd();
        TextWriter w = new StringWriter(); w.WriteLine(1);
        _ = new StreamReader(new MemoryStream()).ReadLine();
        using var b = new BinaryReader(new MemoryStream(bytes)); _ = b.ReadInt32();
        using var z = new GZipStream(new MemoryStream(), CompressionMode.Compress); z.Write(bytes);
        JsonSerializer.Serialize(new MemoryStream(), 1);
        _ = SHA256.HashData(new MemoryStream());
        _ = SHA256.HashData(bytes);
        _ = JsonSerializer.Serialize(1);
        using var x = XmlReader.Create(new StringReader("<a/>")); x.Read();
        _ = XDocument.Load(new StringReader("<a/>"));
        using var x = new XmlTextReader(new StringReader("<a/>")); x.Read();
        using var s = new StringWriter(); using var x = new XmlTextWriter(s); x.WriteStartElement("a"); x.Flush();
        Stream s = flag ? new MemoryStream() : new MemoryStream(bytes); s.WriteByte(1);
        new MemoryStream().WriteTo(Stream.Null);
        """);

    [Fact]
    public Task Archives_that_are_read() => Probes.Check(
        """
        using var archive = ZipFile.{|CORO105:OpenRead|}(path);
        using var archive = ZipFile.{|CORO105:Open|}(path, ZipArchiveMode.Read);
        using (var archive = new {|CORO106:ZipArchive|}(stream)) { }
        using (new ZipArchive(new MemoryStream(), ZipArchiveMode.Read)) { }
        using var m = new MemoryStream(); using var archive = new ZipArchive(m, ZipArchiveMode.Create); archive.CreateEntry("x");
        using var m = new MemoryStream(); using var archive = new ZipArchive(m); _ = archive.Entries;
        {|CORO106:using|} var archive = ZipFile.{|CORO105:Open|}(path, ZipArchiveMode.Create);
        {|CORO106:using|} var archive = new {|CORO106:ZipArchive|}(stream, ZipArchiveMode.Update);
        """);

    [Fact]
    public Task What_everyday_code_does() => Probes.Check(
        """
        _ = JsonSerializer.Deserialize<int>("1"); _ = JsonDocument.Parse("1"); _ = XDocument.Parse("<a/>").ToString();
        Debug.WriteLine("x"); Trace.TraceInformation("x");
        var source = new TaskCompletionSource<int>(); source.SetResult(1); _ = co.Await(source.Task);
        http.DefaultRequestHeaders.Add("a", "b"); _ = co.Await(http.GetAsync("x", token));
        using var end = new CancellationTokenSource(100); end.Cancel();
        _ = Encoding.UTF8.GetBytes("x"); _ = Convert.ToBase64String(bytes);
        var waiting = new ConcurrentQueue<int>(); waiting.Enqueue(1); _ = waiting.TryDequeue(out _);
        var channel = System.Threading.Channels.Channel.CreateUnbounded<int>(); _ = channel.Writer.TryWrite(1); _ = channel.Reader.TryRead(out _); _ = co.Await(channel.Reader.ReadAsync(token));
        _ = DateTime.Now; _ = Stopwatch.GetTimestamp(); _ = Environment.TickCount64; _ = Guid.NewGuid(); _ = Random.Shared.Next();
        var built = new StringBuilder(); built.AppendLine("x"); using var w = new StringWriter(built); w.Write(1);
        _ = Environment.GetEnvironmentVariable("x"); _ = Environment.MachineName;
        _ = list.OrderBy(i => i).ThenBy(i => -i).GroupBy(i => i).ToDictionary(g => g.Key);
        _ = new Lazy<int>(() => 1).Value;
        using var timer = new Timer(_ => { }, null, 0, 1); timer.Change(1, 1);
        _ = Activator.CreateInstance<object>(); _ = typeof(string).GetMethods();
        var rented = System.Buffers.ArrayPool<byte>.Shared.Rent(1); System.Buffers.ArrayPool<byte>.Shared.Return(rented);
        _ = commanded.CreateParameter(); commanded.CommandText = "x"; connection.ConnectionString = "x"; _ = connection.State;
        _ = IPAddress.Parse("1.1.1.1"); _ = new Uri("http://x"); _ = new IPEndPoint(IPAddress.Any, 1); _ = Dns.GetHostName();
        stream.Position = 0; _ = stream.CanRead; _ = stream.Length;
        var count = 0; _ = Interlocked.Increment(ref count); _ = Volatile.Read(ref count); Interlocked.MemoryBarrierProcessWide();
        foreach (var (key, value) in new Dictionary<string, int>()) { } var x = new List<int>(); x[^1]++; _ = path[1..]; _ = bytes[^1];
        _ = new System.Text.RegularExpressions.Regex("a").IsMatch("x");
        _ = RandomNumberGenerator.GetBytes(1); _ = Console.KeyAvailable;
        _ = process.HasExited; _ = Process.GetCurrentProcess();
        _ = number.ContinueWith(t => t.Result, TaskScheduler.Default);
        _ = Path.GetFullPath("x"); _ = Path.GetTempPath();
        """);

    [Fact]
    public Task What_only_sounds_like_it() => Probes.Check(
        """
        Console.WriteLine("x");
        Console.Out.WriteLine("x");
        Console.Error.Write("x");
        Monitor.Exit(gate);
        Monitor.PulseAll(gate);
        slim.Set();
        semaphore.Release();
        rw.ExitReadLock();
        flag = task.IsCompleted;
        _ = list.Select(i => i + 1).ToList();
        var query = list.AsParallel().Where(i => i > 0);
        queue.CompleteAdding();
        _ = Path.Combine(path, path);
        _ = info.Name;
        _ = directory.FullName;
        _ = socket.Connected;
        process.Kill();
        _ = connection.CreateCommand();
        _ = rows.GetInt32(0);
        _ = new StreamReader(stream);
        _ = Directory.GetParent(path);
        """);

    [Fact]
    public Task Streams_that_are_in_memory_here() => Probes.Check(
        """
        Stream s = new MemoryStream(); s.WriteByte(1); s = stream; s.{|CORO106:WriteByte|}(1);
        Stream s = stream; if (flag) { s = new MemoryStream(); s.WriteByte(1); } s.{|CORO106:WriteByte|}(1);
        using var buffer = new BufferedStream(new MemoryStream()); buffer.Flush();
        var b = new StreamWriter(new MemoryStream()); var w = (TextWriter)b; w.Write(1);
        Stream s = flag ? stream : new MemoryStream(); s.{|CORO106:WriteByte|}(1);
        using var made = new StringContent("x"); using var s = made.ReadAsStream(); _ = s.ReadByte();
        HttpContent made = new ByteArrayContent(bytes); _ = made.ReadAsStream(token);
        _ = new FormUrlEncodedContent(new Dictionary<string, string>()).ReadAsStream();
        _ = new ReadOnlyMemoryContent(bytes).ReadAsStream(); _ = System.Net.Http.Json.JsonContent.Create(1).ReadAsStream();
        _ = new StreamContent(new MemoryStream()).ReadAsStream(); new StringContent("x").CopyTo(new MemoryStream(), null, token);
        _ = new StreamContent(stream).{|CORO107:ReadAsStream|}(); new StringContent("x").{|CORO107:CopyTo|}(stream, null, token);
        HttpContent made = flag ? content : new StringContent("x"); _ = made.{|CORO107:ReadAsStream|}();
        """);

    [Fact]
    public Task Sockets_that_do_not_block() => Probes.Check(
        """
        co.WaitReadable(socket); _ = socket.Receive(bytes);
        co.WaitWritable(socket); _ = socket.Send(bytes);
        socket.Blocking = false; _ = socket.Receive(bytes);
        var s = new Socket(SocketType.Stream, ProtocolType.Tcp) { Blocking = false }; _ = s.Receive(bytes);
        while (true) { co.WaitReadable(socket); using var peer = socket.Accept(); }
        socket.Blocking = true; _ = socket.{|CORO107:Receive|}(bytes);
        var s = new Socket(SocketType.Stream, ProtocolType.Tcp); _ = s.{|CORO107:Receive|}(bytes);
        """);
}
