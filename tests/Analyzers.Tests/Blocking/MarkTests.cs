using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests.Blocking;

/// <summary>CORO112: what the user marks or lists; CORO114 and CORO115; what is reported as information.</summary>
public sealed class MarkTests
{
    private const string Shop = """
        using System.Threading.Tasks;

        class Printer
        {
            [Blocking(Replacement = nameof(PrintAsync))] public void Print(string bill) { }
            public Task PrintAsync(string bill) => Task.CompletedTask;
            [Blocking] public bool IsReady => true;
            [Blocking] public Printer() { }
            [Blocking] public virtual void Feed() { }
            public void Free() { }
            [NonBlocking] public void Log() => System.IO.File.AppendAllText("", "");
        }

        class Better : Printer { public override void Feed() { } }
        [Blocking] interface ITill { void Open(); }
        class Till : ITill { public void Open() { } public void Count() { } }
        [NonBlocking] static class Quiet { public static void Write() { lock (typeof(Quiet)) { } } }

        """;

    [Fact]
    public Task Marked() => AnalyzerCheck.Of(Shop +
        """
        static partial class Kitchen
        {
            static void Through(Printer printer) => printer.Print("");

            [Coroutine] static void Serve(Co co, Printer printer, Better better, ITill till, Till own)
            {
                printer.{|CORO112:Print|}("");
                _ = printer.{|CORO112:IsReady|};
                _ = new {|CORO112:Printer|}();
                better.{|CORO112:Feed|}();
                till.{|CORO112:Open|}();
                own.{|CORO112:Open|}();
                {|CORO113:Through|}(printer);
                own.Count();
                printer.Free();
                printer.Log();
                Quiet.Write();
                co.Offload(() => printer.Print(""));
            }
        }
        """);

    [Fact]
    public Task Listed() => AnalyzerCheck.Configured(
        """
        corogen.blocking_methods = M:Printer.Free | M:Till.Count() -> M:Till.Open | M:Better..ctor
        corogen.nonblocking_methods = M:System.IO.File.ReadAllText(System.String)|M:Kitchen.Trusted
        """,
        Shop + """
        static partial class Kitchen
        {
            static void Trusted() => System.IO.File.Delete("");
            static void Through(Printer printer) => printer.Free();

            [Coroutine] static void Serve(Co co, Printer printer, Till own)
            {
                printer.{|CORO112:Free|}();
                own.{|CORO112:Count|}();
                _ = new {|CORO112:Better|}();
                {|CORO113:Through|}(printer);
                _ = System.IO.File.ReadAllText("");
                _ = System.IO.File.{|CORO105:ReadAllText|}("", System.Text.Encoding.UTF8);
                Trusted();
            }
        }
        """);

    [Fact]
    public Task Lists_with_mistakes_are_read_as_far_as_they_go() => AnalyzerCheck.Configured(
        "corogen.blocking_methods = nonsense | M: | -> | M:No.Such | T:Printer | M:Printer.Free",
        Shop + """
        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co, Printer printer) => printer.{|CORO112:Free|}();
        }
        """);

    [Fact]
    public Task Twins() => AnalyzerCheck.Of(
        """
        using System.Collections.Generic; using System.Linq; using System.Threading; using System.Threading.Tasks;

        interface IStore
        {
            int Count(); Task<int> CountAsync();
            void Save(string text); ValueTask SaveAsync(string text, CancellationToken token = default);
            int Other(); Task<string> OtherAsync();
            int More(int n); Task<int> MoreAsync();
            void Dispose(); ValueTask DisposeAsync();
        }

        class Own { public int Count() => 1; public Task<int> CountAsync() => Task.FromResult(1); }

        static class Queries { public static Task<List<T>> ToListAsync<T>(this IQueryable<T> query) => Task.FromResult(new List<T>()); }

        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co, IStore store, Own own, IQueryable<int> query, List<int> list, CancellationTokenSource source)
            {
                _ = store.{|CORO114:Count|}();
                store.{|CORO114:Save|}("");
                _ = query.{|CORO114:ToList|}();
                _ = store.Other();
                _ = store.More(1);
                store.Dispose();
                _ = own.Count();
                _ = list.ToList();
                source.Cancel();
                _ = co.Await(store.CountAsync());
            }
        }
        """);

    [Fact]
    public Task Loops() => AnalyzerCheck.Of(
        """
        using System.Collections.Generic;

        static partial class Kitchen
        {
            static void Through() => new EventLoop().Run(Cook());
            static void Enumerate(IAsyncEnumerable<int> items) { foreach (var item in items) { } }

            [Coroutine] static void Cook(Co co) => co.Yield();

            [Coroutine] static void Serve(Co co, EventLoop loop, IAsyncEnumerable<int> items, List<int> list)
            {
                loop.{|CORO115:Run|}(Cook());
                new EventLoop().{|CORO115:RunUntilEmpty|}();
                Cook(Co.{|CORO115:Blocking|});
                Cook(loop.{|CORO115:Blocking|});
                {|CORO115:Through|}();
                {|CORO115:Enumerate|}(items);
                list.ForEach(i => { {|CORO115:foreach|} (var item in items) { } });
                foreach (var item in items) { }
                co.Offload(() => Through());
                loop.Post(() => { });
            }
        }
        """);

    [Fact]
    public Task What_is_mostly_quick_is_information() => Probes.Information("CORO105",
        """
        flag = File.{|#0:Exists|}(path);
        _ = info.{|#1:Length|};
        _ = directory.{|#2:Exists|};
        _ = File.{|#3:GetLastWriteTimeUtc|}(path);
        """);

    [Fact]
    public Task Console_output_is_information_on_demand() => Probes.Information("CORO104",
        """
        Console.{|#0:WriteLine|}("x");
        Console.Out.{|#1:Write|}("x");
        """,
        "corogen.report_console_output = true");

    [Fact]
    public Task Long_work_is_information() => Probes.Information("CORO102",
        """
        GC.{|#0:Collect|}();
        _ = Rfc2898DeriveBytes.{|#1:Pbkdf2|}("a", bytes, 100, HashAlgorithmName.SHA256, 16);
        """);

    [Fact]
    public Task A_lazy_value_whose_factory_blocks_is_information() => AnalyzerCheck.Information("CORO113",
        """
        using System; using System.IO; using CoroGen;

        static partial class Kitchen
        {
            static readonly Lazy<string> s_menu = new(() => File.ReadAllText(""));
            static readonly Lazy<string> s_deep = new(Load);
            static readonly Lazy<string> s_quick = new(() => "");
            static string Load() => File.ReadAllText("");

            [Coroutine] static void Serve(Co co, Lazy<string> given)
            {
                Lazy<string> own = new Lazy<string>(() => Load());
                _ = s_menu.{|#0:Value|} + s_deep.{|#1:Value|} + own.{|#2:Value|} + s_quick.Value + given.Value;
            }
        }
        """);

    [Fact]
    public Task Severities_and_pragmas_are_the_usual_ones() => AnalyzerCheck.Configured("dotnet_diagnostic.CORO105.severity = none",
        """
        using System.IO; using System.Threading;

        static partial class Kitchen
        {
            static void Through() => File.Delete("");

            [Coroutine] static void Serve(Co co)
            {
                File.Delete("");
                Through();
        #pragma warning disable CORO101
                Thread.Sleep(1);
        #pragma warning restore CORO101
            }
        }
        """);
}
