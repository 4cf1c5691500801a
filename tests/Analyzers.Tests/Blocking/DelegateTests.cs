using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests.Blocking;

/// <summary>What runs in the coroutine although it stands in a function inside, and other ways to write a call.</summary>
public sealed class DelegateTests
{
    [Fact]
    public Task Functions_that_run_in_the_coroutine() => Probes.Check(
        """
        list.ForEach(i => Thread.{|CORO101:Sleep|}(i));
        list.ForEach(Thread.{|CORO101:Sleep|});
        Array.ForEach(bytes, b => Thread.{|CORO101:Sleep|}(b));
        _ = list.Where(i => number.{|CORO100:Result|} == i).ToList();
        _ = (from i in list where number.{|CORO100:Result|} == i select File.{|CORO105:ReadAllText|}(path)).ToList();
        void Step() => Thread.{|CORO101:Sleep|}(1); Step();
        void Step() { Again(); void Again() => task.{|CORO100:Wait|}(); } Step();
        void Again(int n) { Thread.{|CORO101:Sleep|}(1); if (n > 0) Again(n - 1); } Again(3);
        Action work = () => Thread.{|CORO101:Sleep|}(1); work();
        Action work = () => Thread.{|CORO101:Sleep|}(1); work?.Invoke();
        ((Action)(() => Thread.{|CORO101:Sleep|}(1)))();
        ExecutionContext.Run(ExecutionContext.Capture()!, _ => Thread.{|CORO101:Sleep|}(1), null);
        _ = new System.Text.RegularExpressions.Regex("a").Replace("b", match => File.{|CORO105:ReadAllText|}(match.Value));
        _ = items.Where(i => number.{|CORO100:Result|} == i);
        Action[] all = [() => Thread.{|CORO101:Sleep|}(1), () => { }]; all[0]();
        Action[] all = [() => Thread.{|CORO101:Sleep|}(1)]; foreach (var one in all) one();
        var named = (Name: "", Work: (Action)(() => Thread.{|CORO101:Sleep|}(1))); named.Work();
        Action[] all = [() => Thread.{|CORO101:Sleep|}(1)]; all[0]?.Invoke();
        co.Await(async () => { await task; Thread.{|CORO101:Sleep|}(1); });
        loop.Post(() => Thread.{|CORO101:Sleep|}(1));
        co.Launch(co => Thread.{|CORO101:Sleep|}(1));
        CoAction body = inner => { inner.Yield(); task.{|CORO100:Wait|}(); }; body(co);
        [Coroutine] void Step(Co inner) => Thread.{|CORO101:Sleep|}(1); Step(co);
        """);

    [Fact]
    public Task Functions_that_nobody_knows_are_silent() => Probes.Check(
        """
        Later(() => Thread.Sleep(1)); void Later(Action later) { }
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Thread.Sleep(1);
        token.Register(() => Thread.Sleep(1));
        void Unused() => Thread.Sleep(1);
        Action[] all = [() => Thread.Sleep(1)]; _ = all.Length;
        Action[] all = [() => Thread.Sleep(1)]; foreach (var one in all) Task.Run(one);
        """);

    [Fact]
    public Task Delegates_that_own_code_is_given() => AnalyzerCheck.Of(
        """
        using System.Collections.Generic; using System.Threading; using System.Threading.Tasks;

        static partial class Kitchen
        {
            static readonly List<int> list = new();
            static Action? s_later;

            static T Now<T>(Func<T> work) => work();
            static void Retry(Action work) { for (var i = 0; i < 3; i++) { try { work(); } catch (TimeoutException) { } } }
            static void Twice(Action work) { Action again = work; again?.Invoke(); Retry(work); }
            static void Each(this List<int> all, Action<int> work) => all.ForEach(one => work(one));
            [Coroutine] static void Slowly(Co co, Action work) { co.Yield(); work(); }
            static void Aside(Action work) => Task.Run(() => work());
            static void Queued(Action work) => ThreadPool.QueueUserWorkItem(_ => work());
            static void Kept(Action work) => s_later = work;
            static void Again(Action work, int n) { if (n > 0) Again(work, n - 1); }

            [Coroutine] static void Runs(Co co)
            {
                _ = Now(() => { Thread.{|CORO101:Sleep|}(1); return 1; });
                Retry(() => Thread.{|CORO101:Sleep|}(1));
                Retry({|CORO113:Wait|});
                Twice(() => Thread.{|CORO101:Sleep|}(1));
                list.Each(Thread.{|CORO101:Sleep|});
                list.Each(n => Thread.{|CORO101:Sleep|}(n));
                Slowly(co, () => Thread.{|CORO101:Sleep|}(1));
                _ = new Cook(() => Thread.{|CORO101:Sleep|}(1));
                Action work = () => Thread.{|CORO101:Sleep|}(1), other = work;
                other();
                Action own = () => Thread.{|CORO101:Sleep|}(1);
                co.Launch(inner => own());
            }

            [Coroutine] static void Does_not(Co co)
            {
                Aside(() => Thread.Sleep(1));
                Queued(() => Thread.Sleep(1));
                Kept(() => Thread.Sleep(1));
                Again(() => Thread.Sleep(1), 3);
                Action work = () => Thread.Sleep(1), other = work;
                co.Offload(() => other());
                Action one = () => Thread.Sleep(1), two = one;
                one = two;
            }

            static void Wait() => Thread.Sleep(1);
        }

        class Cook { public Cook(Action work) => work(); }
        """);

    [Fact]
    public Task Unless_the_configuration_says_that_they_run_here() => AnalyzerCheck.Configured("corogen.unknown_delegates = here",
        """
        using System.Threading;

        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co) { Later(() => Thread.{|CORO101:Sleep|}(1)); }

            static void Later(Action later) { }
        }
        """);

    [Fact]
    public Task Other_ways_to_write_a_call() => Probes.Check(
        """
        Action a = task.{|CORO100:Wait|};
        Action a = task.{|CORO100:Wait|}; a();
        Func<string, string> f = File.{|CORO105:ReadAllText|}; _ = f(path);
        task?.{|CORO100:Wait|}();
        _ = number?.{|CORO100:Result|};
        flag = number is { {|CORO100:Result|}: 1 };
        flag = number is { {|CORO100:Result|}: > 0 };
        flag = number switch { { {|CORO100:Result|}: 1 } => true, _ => false };
        System.IO.File.{|CORO105:Delete|}(path);
        global::System.Threading.Thread.{|CORO101:Sleep|}(1);
        _ = $"{number.{|CORO100:Result|}}";
        _ = (int)number.{|CORO100:Result|};
        co.Sleep(number.{|CORO100:Result|});
        for (task.{|CORO100:Wait|}(); flag; co.Yield()) { }
        throw new Exception(File.{|CORO105:ReadAllText|}(path));
        """);

    [Fact]
    public Task Aliases_and_imported_members() => AnalyzerCheck.Files(
        """
        using CoroGen;
        using static System.Threading.Thread;
        using F = System.IO.File;
        using Job = System.Threading.Tasks.Task<int>;

        static partial class Kitchen
        {
            [Coroutine] static int Serve(Co co, Job job) { {|CORO101:Sleep|}(1); return F.{|CORO105:ReadAllText|}("").Length + job.{|CORO100:Result|}; }
        }
        """);

    [Fact]
    public Task Lambdas_with_a_handle_in_plain_code() => AnalyzerCheck.Of(
        """
        static class Program
        {
            static void Main() => new EventLoop().Run(Coroutine.From({|CORO018:co|} => { co.Yield(); System.Threading.Thread.{|CORO101:Sleep|}(1); }));
        }
        """);

    [Fact]
    public Task Overrides_and_implementations() => AnalyzerCheck.Of(
        """
        using System.Data; using System.IO; using System.Threading;

        class Slow : Stream
        {
            public override bool CanRead => true; public override bool CanSeek => true; public override bool CanWrite => true; public override long Length => 0; public override long Position { get; set; }
            public override void Flush() { }
            public override int Read(byte[] buffer, int offset, int count) => 0;
            public override long Seek(long offset, SeekOrigin origin) => 0;
            public override void SetLength(long value) { }
            public override void Write(byte[] buffer, int offset, int count) { }
        }

        class Signal : WaitHandle { public override bool WaitOne() => true; }

        class Change : IDbTransaction
        {
            public IDbConnection? Connection => null;
            public IsolationLevel IsolationLevel => default;
            public void Commit() { }
            void IDbTransaction.Rollback() { }
            public void Dispose() { }
        }

        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co, Slow slow, Signal signal, Change change)
            {
                slow.{|CORO106:Flush|}();
                slow.{|CORO106:WriteByte|}(1);
                signal.{|CORO102:WaitOne|}();
                change.{|CORO109:Commit|}();
                ((IDbTransaction)change).{|CORO109:Rollback|}();
            }
        }
        """);
}
