using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests.Blocking;

/// <summary>One-line coroutines of each family of the catalogue: what blocks is seen, on the member's name.</summary>
public sealed class ProbeTests
{
    [Fact]
    public Task Waits_for_tasks() => Probes.Check(
        """
        task.{|CORO100:Wait|}();
        task.{|CORO100:Wait|}(1000);
        task.{|CORO100:Wait|}(token);
        flag = task.{|CORO100:Wait|}(TimeSpan.FromSeconds(1));
        _ = number.{|CORO100:Result|};
        _ = value.{|CORO100:Result|};
        Task.{|CORO100:WaitAll|}(task, number);
        Task.{|CORO100:WaitAll|}(numbers, 1000);
        Task.{|CORO100:WaitAny|}(task, number);
        task.{|CORO100:RunSynchronously|}();
        task.GetAwaiter().{|CORO100:GetResult|}();
        _ = number.GetAwaiter().{|CORO100:GetResult|}();
        plain.GetAwaiter().{|CORO100:GetResult|}();
        _ = value.GetAwaiter().{|CORO100:GetResult|}();
        task.ConfigureAwait(false).GetAwaiter().{|CORO100:GetResult|}();
        _ = number.ConfigureAwait(false).GetAwaiter().{|CORO100:GetResult|}();
        plain.ConfigureAwait(false).GetAwaiter().{|CORO100:GetResult|}();
        _ = value.ConfigureAwait(false).GetAwaiter().{|CORO100:GetResult|}();
        _ = value.AsTask().{|CORO100:Result|};
        _ = result.{|CORO100:AsyncWaitHandle|};
        _ = ((IAsyncResult)task).{|CORO100:AsyncWaitHandle|};
        foreach (var i in items.{|CORO100:ToBlockingEnumerable|}()) { }
        _ = stream.{|CORO106:EndRead|}(result);
        _ = socket.{|CORO100:EndReceive|}(result);
        _ = Dns.{|CORO100:EndGetHostEntry|}(result);
        _ = Task.Run(() => 1).{|CORO100:Result|};
        _ = numbers.Select(t => t.{|CORO100:Result|}).ToList();
        """);

    [Fact]
    public Task Sleeps_and_spins() => Probes.Check(
        """
        Thread.{|CORO101:Sleep|}(1);
        Thread.{|CORO101:Sleep|}(TimeSpan.FromMinutes(1));
        Thread.{|CORO101:Sleep|}(Timeout.Infinite);
        Thread.{|CORO101:SpinWait|}(100);
        Thread.{|CORO101:Yield|}();
        SpinWait.{|CORO101:SpinUntil|}(() => flag);
        SpinWait.{|CORO101:SpinUntil|}(() => flag, 1000);
        new SpinWait().{|CORO101:SpinOnce|}();
        var spin = new SpinLock(); bool taken = false; spin.{|CORO101:Enter|}(ref taken);
        var spin = new SpinLock(); bool taken = false; spin.{|CORO101:TryEnter|}(100, ref taken);
        """);

    [Fact]
    public Task Primitives() => Probes.Check(
        """
        thread.{|CORO102:Join|}();
        thread.{|CORO102:Join|}(1000);
        handle.{|CORO102:WaitOne|}();
        mutex.{|CORO102:WaitOne|}(1000);
        new AutoResetEvent(false).{|CORO102:WaitOne|}();
        WaitHandle.{|CORO102:WaitAll|}(handles);
        WaitHandle.{|CORO102:WaitAny|}(handles, 10);
        WaitHandle.{|CORO102:SignalAndWait|}(handle, handle);
        slim.{|CORO102:Wait|}();
        slim.{|CORO102:Wait|}(token);
        semaphore.{|CORO102:Wait|}();
        flag = semaphore.{|CORO102:Wait|}(1000);
        countdown.{|CORO102:Wait|}();
        barrier.{|CORO102:SignalAndWait|}();
        Monitor.{|CORO102:Wait|}(gate);
        rw.{|CORO102:EnterReadLock|}();
        rw.{|CORO102:EnterWriteLock|}();
        rw.{|CORO102:EnterUpgradeableReadLock|}();
        rw.{|CORO102:TryEnterReadLock|}(1000);
        rw.{|CORO102:TryEnterWriteLock|}(1000);
        rw.{|CORO102:TryEnterUpgradeableReadLock|}(TimeSpan.FromSeconds(1));
        old.{|CORO102:AcquireReaderLock|}(1000);
        old.{|CORO102:AcquireWriterLock|}(1000);
        old.{|CORO102:UpgradeToWriterLock|}(1000);
        context.{|CORO102:Send|}(_ => { }, null);
        GC.{|CORO102:WaitForPendingFinalizers|}();
        GC.{|CORO102:WaitForFullGCApproach|}();
        GC.{|CORO102:WaitForFullGCComplete|}();
        """);

    [Fact]
    public Task Locks() => Probes.Check(
        """
        {|CORO103:lock|} (gate) flag = true;
        {|CORO103:lock|} (modern) flag = true;
        Monitor.{|CORO103:Enter|}(gate); Monitor.Exit(gate);
        bool taken = false; Monitor.{|CORO103:Enter|}(gate, ref taken);
        flag = Monitor.{|CORO103:TryEnter|}(gate, 1000);
        modern.{|CORO103:Enter|}(); modern.Exit();
        using (modern.{|CORO103:EnterScope|}()) flag = true;
        flag = modern.{|CORO103:TryEnter|}(TimeSpan.FromSeconds(1));
        """);

    [Fact]
    public Task Console_input() => Probes.Check(
        """
        _ = Console.{|CORO104:ReadLine|}();
        _ = Console.{|CORO104:Read|}();
        _ = Console.{|CORO104:ReadKey|}();
        Console.{|CORO104:Beep|}();
        _ = Console.In.{|CORO104:ReadLine|}();
        _ = Console.In.{|CORO104:ReadToEnd|}();
        """);

    [Fact]
    public Task Files() => Probes.Check(
        """
        _ = File.{|CORO105:ReadAllText|}(path);
        _ = File.{|CORO105:ReadAllBytes|}(path);
        _ = File.{|CORO105:ReadAllLines|}(path);
        foreach (var line in File.{|CORO105:ReadLines|}(path)) { }
        File.{|CORO105:WriteAllText|}(path, "");
        File.{|CORO105:WriteAllBytes|}(path, bytes);
        File.{|CORO105:WriteAllLines|}(path, []);
        File.{|CORO105:AppendAllText|}(path, "");
        File.{|CORO105:AppendAllLines|}(path, []);
        File.{|CORO105:Copy|}(path, path);
        File.{|CORO105:Move|}(path, path);
        File.{|CORO105:Replace|}(path, path, null);
        File.{|CORO105:Delete|}(path);
        using (File.{|CORO105:Open|}(path, FileMode.Open)) { }
        using (File.{|CORO105:OpenRead|}(path)) { }
        using (File.{|CORO105:OpenWrite|}(path)) { }
        using (File.{|CORO105:OpenText|}(path)) { }
        using (File.{|CORO105:Create|}(path)) { }
        using (File.{|CORO105:CreateText|}(path)) { }
        using (File.{|CORO105:AppendText|}(path)) { }
        _ = Directory.{|CORO105:GetFiles|}(path);
        foreach (var f in Directory.{|CORO105:EnumerateFiles|}(path)) { }
        Directory.{|CORO105:CreateDirectory|}(path);
        Directory.{|CORO105:Delete|}(path, true);
        Directory.{|CORO105:Move|}(path, path);
        _ = info.{|CORO105:CopyTo|}(path);
        info.{|CORO105:MoveTo|}(path);
        using (info.{|CORO105:OpenRead|}()) { }
        info.{|CORO105:Delete|}();
        directory.{|CORO105:Create|}();
        directory.{|CORO105:Delete|}(true);
        _ = directory.{|CORO105:GetFiles|}();
        _ = DriveInfo.{|CORO105:GetDrives|}();
        new {|CORO105:FileSystemWatcher|}(path).{|CORO105:WaitForChanged|}(WatcherChangeTypes.All);
        RandomAccess.{|CORO105:Read|}(file.SafeFileHandle, bytes, 0);
        RandomAccess.{|CORO105:Write|}(file.SafeFileHandle, bytes, 0);
        RandomAccess.{|CORO105:FlushToDisk|}(file.SafeFileHandle);
        using var f = new {|CORO105:FileStream|}(path, FileMode.Open);
        using FileStream f = {|CORO105:new|}(path, FileMode.Open);
        file.{|CORO105:Flush|}();
        file.{|CORO105:Lock|}(0, 1);
        file.{|CORO105:SetLength|}(0);
        using var r = new {|CORO105:StreamReader|}(path);
        using var w = new {|CORO105:StreamWriter|}(path);
        using var m = MemoryMappedFile.{|CORO105:CreateFromFile|}(path);
        ZipFile.{|CORO105:ExtractToDirectory|}(path, path);
        ZipFile.{|CORO105:CreateFromDirectory|}(path, path);
        using var z = ZipFile.{|CORO105:OpenRead|}(path);
        System.Formats.Tar.TarFile.{|CORO105:ExtractToDirectory|}(path, path, true);
        """);

    [Fact]
    public Task Streams() => Probes.Check(
        """
        _ = stream.{|CORO106:Read|}(bytes, 0, 1);
        _ = stream.{|CORO106:Read|}(bytes.AsSpan());
        _ = stream.{|CORO106:ReadByte|}();
        stream.{|CORO106:ReadExactly|}(bytes);
        stream.{|CORO106:ReadAtLeast|}(bytes, 1);
        stream.{|CORO106:Write|}(bytes, 0, 1);
        stream.{|CORO106:WriteByte|}(1);
        stream.{|CORO106:CopyTo|}(file);
        stream.{|CORO106:Flush|}();
        file.{|CORO106:Write|}(bytes);
        new MemoryStream().{|CORO106:CopyTo|}(stream);
        new MemoryStream().{|CORO106:WriteTo|}(stream);
        _ = reader.{|CORO106:ReadLine|}();
        _ = reader.{|CORO106:ReadToEnd|}();
        _ = reader.{|CORO106:Read|}();
        _ = reader.{|CORO106:ReadBlock|}(new char[1], 0, 1);
        _ = reader.{|CORO106:Peek|}();
        _ = text.{|CORO106:ReadLine|}();
        _ = text.{|CORO106:EndOfStream|};
        writer.{|CORO106:Write|}(1);
        writer.{|CORO106:WriteLine|}("x");
        writer.{|CORO106:Flush|}();
        _ = binary.{|CORO106:ReadInt32|}();
        _ = binary.{|CORO106:ReadString|}();
        output.{|CORO106:Write|}(1);
        JsonSerializer.{|CORO106:Serialize|}(stream, 1);
        _ = JsonSerializer.{|CORO106:Deserialize|}<int>(stream);
        using var json = JsonDocument.{|CORO106:Parse|}(stream);
        _ = SHA256.{|CORO106:HashData|}(stream);
        _ = SHA256.Create().{|CORO106:ComputeHash|}(stream);
        _ = XmlReader.{|CORO106:Create|}(stream).{|CORO106:Read|}();
        _ = XmlReader.{|CORO106:Create|}(path);
        XmlWriter.Create(stream).{|CORO106:Flush|}();
        new XmlDocument().{|CORO106:Load|}(path);
        _ = XDocument.{|CORO106:Load|}(path);
        _ = XElement.{|CORO106:Load|}(stream);
        new XDocument().{|CORO106:Save|}(stream);
        new CryptoStream(stream, null!, CryptoStreamMode.Write).{|CORO106:FlushFinalBlock|}();
        new GZipStream(stream, CompressionMode.Compress).{|CORO106:Write|}(bytes);
        """);

    [Fact]
    public Task Network() => Probes.Check(
        """
        using var s = socket.{|CORO107:Accept|}();
        socket.{|CORO107:Connect|}(place);
        socket.{|CORO107:Disconnect|}(true);
        flag = socket.{|CORO107:Poll|}(1000, SelectMode.SelectRead);
        Socket.{|CORO107:Select|}(list, null, null, 1000);
        _ = socket.{|CORO107:Receive|}(bytes);
        _ = socket.{|CORO107:ReceiveFrom|}(bytes, ref place);
        _ = socket.{|CORO107:Send|}(bytes);
        _ = socket.{|CORO107:SendTo|}(bytes, place);
        socket.{|CORO107:SendFile|}(path);
        client.{|CORO107:Connect|}("a", 1);
        using var c = new {|CORO107:TcpClient|}("a", 1);
        using var s = listener.{|CORO107:AcceptSocket|}();
        using var c = listener.{|CORO107:AcceptTcpClient|}();
        IPEndPoint? from = null; _ = udp.{|CORO107:Receive|}(ref from);
        _ = udp.{|CORO107:Send|}(bytes, 1);
        _ = client.GetStream().{|CORO106:Read|}(bytes);
        _ = Dns.{|CORO107:GetHostEntry|}("a");
        _ = Dns.{|CORO107:GetHostAddresses|}("a");
        _ = Dns.{|CORO107:GetHostByName|}("a");
        _ = Dns.{|CORO107:Resolve|}("a");
        using var r = http.{|CORO107:Send|}(request);
        using var s = content.{|CORO107:ReadAsStream|}();
        content.{|CORO107:CopyTo|}(stream, null, token);
        _ = server.{|CORO107:GetContext|}();
        _ = new WebClient().{|CORO107:DownloadString|}("a");
        _ = new WebClient().{|CORO107:UploadData|}("a", bytes);
        using var r = WebRequest.Create("a").{|CORO107:GetResponse|}();
        using var r = WebRequest.Create("a").{|CORO107:GetRequestStream|}();
        _ = new Ping().{|CORO107:Send|}("a");
        new SmtpClient().{|CORO107:Send|}("a", "b", "c", "d");
        new SslStream(stream).{|CORO107:AuthenticateAsClient|}("a");
        new NegotiateStream(stream).{|CORO107:AuthenticateAsClient|}();
        new {|CORO107:NamedPipeServerStream|}("a").{|CORO107:WaitForConnection|}();
        new NamedPipeClientStream("a").{|CORO107:Connect|}();
        new NamedPipeClientStream("a").{|CORO107:WaitForPipeDrain|}();
        """);

    [Fact]
    public Task Processes() => Probes.Check(
        """
        process.{|CORO108:WaitForExit|}();
        flag = process.{|CORO108:WaitForExit|}(1000);
        process.{|CORO108:WaitForInputIdle|}();
        _ = process.StandardOutput.{|CORO108:ReadToEnd|}();
        _ = process.StandardError.{|CORO108:ReadLine|}();
        process.StandardInput.{|CORO108:WriteLine|}("a");
        """);

    [Fact]
    public Task Data() => Probes.Check(
        """
        connection.{|CORO109:Open|}();
        connection.{|CORO109:Close|}();
        using var t = connection.{|CORO109:BeginTransaction|}();
        connection.{|CORO109:ChangeDatabase|}("a");
        _ = connection.{|CORO109:GetSchema|}();
        using var r = command.{|CORO109:ExecuteReader|}();
        _ = command.{|CORO109:ExecuteScalar|}();
        command.{|CORO109:ExecuteNonQuery|}();
        command.{|CORO109:Prepare|}();
        batch.{|CORO109:ExecuteNonQuery|}();
        flag = rows.{|CORO109:Read|}();
        flag = rows.{|CORO109:NextResult|}();
        transaction.{|CORO109:Commit|}();
        transaction.{|CORO109:Rollback|}();
        transaction.{|CORO109:Save|}("a");
        adapter.{|CORO109:Fill|}(data);
        adapter.{|CORO109:Update|}(data);
        connected.{|CORO109:Open|}();
        commanded.{|CORO109:ExecuteScalar|}();
        flag = read.{|CORO109:Read|}();
        transacted.{|CORO109:Commit|}();
        new CommittableTransaction().{|CORO109:Commit|}();
        var scope = new TransactionScope(); scope.{|CORO109:Dispose|}();
        """);

    [Fact]
    public Task Collections() => Probes.Check(
        """
        _ = queue.{|CORO110:Take|}();
        queue.{|CORO110:Add|}(1);
        flag = queue.{|CORO110:TryTake|}(out _, 1000);
        flag = queue.{|CORO110:TryAdd|}(1, 1000);
        BlockingCollection<int>.{|CORO110:AddToAny|}(queues, 1);
        BlockingCollection<int>.{|CORO110:TakeFromAny|}(queues, out _);
        foreach (var i in queue.{|CORO110:GetConsumingEnumerable|}()) { }
        """);

    [Fact]
    public Task Parallel_work() => Probes.Check(
        """
        Parallel.{|CORO111:For|}(0, 10, i => { });
        Parallel.{|CORO111:ForEach|}(list, i => { });
        Parallel.{|CORO111:Invoke|}(() => { }, () => { });
        list.AsParallel().{|CORO111:ForAll|}(i => { });
        _ = list.AsParallel().Select(i => i + 1).{|CORO111:ToList|}();
        _ = list.AsParallel().{|CORO111:Sum|}();
        {|CORO111:foreach|} (var i in list.AsParallel().Where(i => i > 0)) { }
        """);
}
