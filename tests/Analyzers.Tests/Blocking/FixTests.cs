using CoroGen.Analyzers.Blocking;
using CoroGen.Analyzers.Tests.Harness;
using CoroGen.CodeFixes;

namespace CoroGen.Analyzers.Tests.Blocking;

/// <summary>The fixes of what blocks, one by one and by Fix All. A line without an arrow has no fix.</summary>
public sealed class FixTests
{
    [Fact]
    public Task Tasks() => FixProbes.Check<AwaitTaskFix>(
        """
        task.{|CORO100:Wait|}(); → co.Await(task);
        /* before */ task.{|CORO100:Wait|}(); /* after */ → /* before */ co.Await(task); /* after */
        task.{|CORO100:Wait|}(token); → co.Await(task.WaitAsync(token));
        var x = number.{|CORO100:Result|} + 1; → var x = co.Await(number) + 1;
        _ = value.{|CORO100:Result|}.ToString(); → _ = co.Await(value).ToString();
        task.GetAwaiter().{|CORO100:GetResult|}(); → co.Await(task);
        _ = number.ConfigureAwait(false).GetAwaiter().{|CORO100:GetResult|}(); → _ = co.Await(number);
        Task.{|CORO100:WaitAll|}(task, number); → co.Await(Task.WhenAll(task, number));
        Task.{|CORO100:WaitAll|}(numbers); → co.Await(Task.WhenAll(numbers));
        Task.{|CORO100:WaitAny|}(task, number); → co.Await(Task.WhenAny(task, number));
        Console.WriteLine((numbers[0]).{|CORO100:Result|}); → Console.WriteLine(co.Await(numbers[0]));
        foreach (var i in items.{|CORO100:ToBlockingEnumerable|}()) { } → foreach (var i in items) { }
        co.Launch(inner => task.{|CORO100:Wait|}()); → co.Launch(inner => inner.Await(task));
        flag = task.{|CORO100:Wait|}(1000);
        Task.{|CORO100:WaitAll|}(numbers, 1000);
        var i = Task.{|CORO100:WaitAny|}(task, number);
        task.{|CORO100:RunSynchronously|}();
        flag = number is { {|CORO100:Result|}: 1 };
        _ = number?.{|CORO100:Result|};
        list.ForEach(i => task.{|CORO100:Wait|}());
        Action a = task.{|CORO100:Wait|};
        try { task.{|CORO100:Wait|}(); } catch (AggregateException) { }
        Span<byte> span = bytes; task.{|CORO100:Wait|}(); span[0] = 1;
        """);

    [Fact]
    public Task Sleeps() => FixProbes.Check<SleepFix>(
        """
        Thread.{|CORO101:Sleep|}(100); → co.Sleep(100);
        Thread.{|CORO101:Sleep|}(TimeSpan.FromSeconds(1)); → co.Sleep(TimeSpan.FromSeconds(1));
        Thread.{|CORO101:Sleep|}(millisecondsTimeout: 100); → co.Sleep(100);
        Thread.{|CORO101:Yield|}(); → co.Yield();
        if (flag) Thread.{|CORO101:Sleep|}(1); else Thread.{|CORO101:Sleep|}(2); → if (flag) co.Sleep(1); else co.Sleep(2);
        flag = Thread.{|CORO101:Yield|}();
        SpinWait.{|CORO101:SpinUntil|}(() => flag);
        """);

    [Fact]
    public Task Awaitable_twins() => FixProbes.Check<UnblockFix>(
        """
        _ = File.{|CORO105:ReadAllText|}(path); → _ = co.Await(File.ReadAllTextAsync(path));
        File.{|CORO105:WriteAllText|}(path, File.{|CORO105:ReadAllText|}(path)); → co.Await(File.WriteAllTextAsync(path, co.Await(File.ReadAllTextAsync(path))));
        var n = stream.{|CORO106:Read|}(bytes, 0, 1); → var n = co.Await(stream.ReadAsync(bytes, 0, 1));
        stream.{|CORO106:Flush|}(); → co.Await(stream.FlushAsync());
        var line = reader.{|CORO106:ReadLine|}()!.Trim(); → var line = co.Await(reader.ReadLineAsync())!.Trim();
        semaphore.{|CORO102:Wait|}(); → co.Await(semaphore.WaitAsync());
        if (semaphore.{|CORO102:Wait|}(1000)) { } → if (co.Await(semaphore.WaitAsync(1000))) { }
        process.{|CORO108:WaitForExit|}(); → co.Await(process.WaitForExitAsync());
        socket.{|CORO107:Connect|}(place); → co.Await(socket.ConnectAsync(place));
        using var s = socket.{|CORO107:Accept|}(); → using var s = co.Await(socket.AcceptAsync());
        _ = Dns.{|CORO107:GetHostEntry|}("a"); → _ = co.Await(Dns.GetHostEntryAsync("a"));
        _ = new WebClient().{|CORO107:DownloadString|}("a"); → _ = co.Await(new WebClient().DownloadStringTaskAsync("a"));
        connection.{|CORO109:Open|}(); → co.Await(connection.OpenAsync());
        using var r = command.{|CORO109:ExecuteReader|}(); → using var r = co.Await(command.ExecuteReaderAsync());
        while (rows.{|CORO109:Read|}()) { } → while (co.Await(rows.ReadAsync())) { }
        """);

    [Fact]
    public Task Offloaded() => FixProbes.Check<UnblockFix>(
        """
        File.{|CORO105:Copy|}(path, path); → co.Offload(() => File.Copy(path, path));
        var f = new {|CORO105:FileStream|}(path, FileMode.Open); → var f = co.Offload(() => new FileStream(path, FileMode.Open));
        _ = Console.{|CORO104:ReadLine|}(); → _ = co.Offload(() => Console.ReadLine());
        flag = process.{|CORO108:WaitForExit|}(1000); → flag = co.Offload(() => process.WaitForExit(1000));
        thread.{|CORO102:Join|}(); → co.Offload(() => thread.Join());
        _ = queue.{|CORO110:Take|}(); → _ = co.Offload(() => queue.Take());
        Parallel.{|CORO111:ForEach|}(list, i => { }); → co.Offload(() => Parallel.ForEach(list, i => { }));
        var all = list.AsParallel().Select(i => i + 1).{|CORO111:ToList|}(); → var all = co.Offload(() => list.AsParallel().Select(i => i + 1).ToList());
        _ = text.{|CORO106:EndOfStream|}; → _ = co.Offload(() => text.EndOfStream);
        flag = queue.{|CORO110:TryTake|}(out var i, 1000);
        flag = mutex.{|CORO102:WaitOne|}(1000);
        rw.{|CORO102:EnterReadLock|}();
        foreach (var line in File.{|CORO105:ReadLines|}(path)) { } → foreach (var line in File.ReadLinesAsync(path)) { }
        foreach (var f in Directory.{|CORO105:GetFiles|}(path)) { } → foreach (var f in co.Offload(() => Directory.GetFiles(path))) { }
        foreach (var f in Directory.{|CORO105:EnumerateFiles|}(path)) { }
        list.ForEach(i => File.{|CORO105:Delete|}(path));
        Span<byte> span = stackalloc byte[1]; _ = stream.{|CORO106:Read|}(span);
        """);

    [Fact]
    public Task Callees_marks_and_twins() => RuleFixCheck<BlockingAnalyzer, UnblockFix>.Of(
        """
        static partial class Kitchen
        {
            static string Load(string path) => File.ReadAllText(path);
            static async Task<int> LoadAsync() { Thread.Sleep(1); return 1; }
            static string Text => Load("");
            [Blocking(Replacement = nameof(Bake))] static int Fry(int n) => n;
            [Coroutine] static int Bake(Co co, int n) { co.Yield(); return n; }
            [Blocking(Replacement = nameof(Quick))] static int Slow(int n) => n;
            static int Quick(int n) => n;
            [Blocking(Replacement = "M:Tools.GrillAsync")] static int Grill(int n) => n;

            [Coroutine]
            static void Serve(Co co, IStore store)
            {
                // the menu
                var menu = {|CORO113:Load|}("menu");
                _ = new {|CORO113:Menu|}();
                _ = {|CORO113:Text|};
                var n = co.Await({|CORO113:LoadAsync|}());
                n = {|CORO112:Fry|}(1) + {|CORO112:Slow|}(2) + {|CORO112:Grill|}(3);
                n = store.{|CORO114:Count|}();
                {|CORO113:using|} (new Closed()) { }
            }
        }

        static class Tools { public static Task<int> GrillAsync(int n) => Task.FromResult(n); }
        interface IStore { int Count(); Task<int> CountAsync(); }
        class Menu { public Menu() => File.ReadAllText(""); }
        class Closed : IDisposable { public void Dispose() => File.Delete(""); }
        """,
        """
        static partial class Kitchen
        {
            static string Load(string path) => File.ReadAllText(path);
            static async Task<int> LoadAsync() { Thread.Sleep(1); return 1; }
            static string Text => Load("");
            [Blocking(Replacement = nameof(Bake))] static int Fry(int n) => n;
            [Coroutine] static int Bake(Co co, int n) { co.Yield(); return n; }
            [Blocking(Replacement = nameof(Quick))] static int Slow(int n) => n;
            static int Quick(int n) => n;
            [Blocking(Replacement = "M:Tools.GrillAsync")] static int Grill(int n) => n;

            [Coroutine]
            static void Serve(Co co, IStore store)
            {
                // the menu
                var menu = co.Offload(() => Load("menu"));
                _ = co.Offload(() => new Menu());
                _ = co.Offload(() => Text);
                var n = co.Await(Task.Run(() => LoadAsync()));
                n = Bake(co, 1) + Quick(2) + co.Await(Tools.GrillAsync(3));
                n = co.Await(store.CountAsync());
                {|CORO113:using|} (new Closed()) { }
            }
        }

        static class Tools { public static Task<int> GrillAsync(int n) => Task.FromResult(n); }
        interface IStore { int Count(); Task<int> CountAsync(); }
        class Menu { public Menu() => File.ReadAllText(""); }
        class Closed : IDisposable { public void Dispose() => File.Delete(""); }
        """);

    [Fact]
    public Task Loops() => RuleFixCheck<BlockingAnalyzer, HandleFix>.Of(
        """
        static partial class Kitchen
        {
            [Coroutine] static int Cook(Co co, int n) { co.Yield(); return n; }

            [Coroutine]
            static int Serve(Co co, EventLoop loop)
            {
                loop.{|CORO115:RunUntilEmpty|}();
                return loop.{|CORO115:Run|}(Cook(1)) + Cook(Co.{|CORO115:Blocking|}, 2) + Cook(loop.{|CORO115:Blocking|}, 3);
            }
        }
        """,
        """
        static partial class Kitchen
        {
            [Coroutine] static int Cook(Co co, int n) { co.Yield(); return n; }

            [Coroutine]
            static int Serve(Co co, EventLoop loop)
            {
                loop.{|CORO115:RunUntilEmpty|}();
                return co.Await(Cook(1)) + Cook(co, 2) + Cook(co, 3);
            }
        }
        """);

    [Fact]
    public Task Calls_over_several_lines_keep_their_layout() => RuleFixCheck<BlockingAnalyzer, UnblockFix>.Of(
        """
        static partial class Kitchen
        {
            [Coroutine]
            static void Serve(Co co)
            {
                File.{|CORO105:Copy|}( // from here
                    "a",
                    "b"); // to there
            }
        }
        """,
        """
        static partial class Kitchen
        {
            [Coroutine]
            static void Serve(Co co)
            {
                co.Offload(() => File.Copy( // from here
                    "a",
                    "b")); // to there
            }
        }
        """);
}
