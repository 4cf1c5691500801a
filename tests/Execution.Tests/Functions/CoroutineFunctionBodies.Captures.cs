using System.Runtime.CompilerServices;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

public sealed partial class CoroutineFunctionBodies
{
    [Coroutine]
    private static string ScopesThatAreCopied(Co co, Trace t)
    {
        var list = new List<Coroutine<int>>();
        lock (list)
        {
            var own = 1;
            list.Add(co.Launch(co => own += t.S(co, 1)));
            own += 10;
            t.Log(own);
        }

        foreach (var n in new[] { 1, 2 })
        {
            var changing = n;
            list.Add(co.Launch(co =>
            {
                changing++;
                Increase(ref changing);
                t.S(co, changing);
                changing += t.S(co, changing);
                return changing;
            }));
            changing *= 5;
        }

        return string.Join(" ", co.WaitAll(list.ToArray()));

        static void Increase(ref int n) => n += 100;
    }

    [Coroutine]
    private static string NamesLikeKeywords(Co co, Trace t)
    {
        var @lock = t.S(co, "a");
        var @event = t.S(co, "b");
        CoFunc<string> read = co => t.S(co, @lock) + @event;
        t.Log(read(co));
        @event += co.Await(co.Launch(co => read(co) + @lock));
        return @event + Inner(co);

        [Coroutine]
        string Inner(Co co) => t.S(co, @lock);
    }

    [Coroutine]
    private static string InsideLambdas(Co co, Trace t)
    {
        var prefix = "p";
        var sum = 0;
        var running = new[] { 1, 2, 3 }.Select(n => Coroutine.From(co => $"{prefix}{t.S(co, n)}")).ToArray();
        var queried = (from n in new[] { 4, 5 } let m = n * 2 select Coroutine.From(co => $"{prefix}{n}{t.S(co, m)}")).ToArray();
        prefix = t.S(co, "q");
        Action<int> add = n =>
        {
            n++;
            CoFunc<int> delayed = co => sum += n++ + t.S(co, 0);
            n += 10;
        };
        return string.Join(" ", co.WaitAll(running)) + string.Join(" ", co.WaitAll(queried)) + sum;
    }

    [Coroutine]
    private static string CallsPlainFunctions(Co co, Trace t)
    {
        var total = 0;
        var factor = 2;
        CoAction work = co =>
        {
            Add(t.S(co, 1));
            foreach (var n in Multiples(2))
                Add(t.S(co, n));
        };
        work(co);
        Add(5);
        work(co);
        return $"{total} {Scaled(1)}";

        void Add(int n) => total += Scaled(n);

        int Scaled(int n) => n * factor;

        IEnumerable<int> Multiples(int to)
        {
            for (var i = 1; i <= to; i++)
                yield return Scaled(i) + total;
        }
    }

    [Coroutine]
    private static string Constants(Co co, Trace t)
    {
        const int Ten = 10;
        const string Text = "text";
        const DayOfWeek Day = DayOfWeek.Friday;
        const long Big = -5L;
        t.S(co, Ten);
        return Use(co) + nameof(Ten);

        [Coroutine]
        string Use(Co co)
        {
            const int Own = Ten + 1;
            return t.S(co, Ten) switch
            {
                Ten => $"{Text} {Day} {Big.ToString()} {Own} {nameof(Text)}",
                _ => "none",
            };
        }
    }

    [Coroutine]
    private static string CallerInfo(Co co, Trace t)
    {
        return Inner(co) + t.S(co, Name());

        [Coroutine]
        string Inner(Co co) => t.S(co, Name()) + Lifted();

        string Lifted() => Name();

        static string Name([CallerMemberName] string name = "") => name;
    }

    [Coroutine]
    private static string Generic(Co co, Trace t) => GenericOuter(co, t, 'c') + GenericOuter(co, t, 1.5m);

    [Coroutine]
    private static string GenericOuter<T>(Co co, Trace t, T value)
        where T : struct
    {
        var seen = new List<T>();
        var pair = Pair(co, "s");
        var again = Pair<int?>(co, null);
        CoFunc<T> same = co => t.S(co, value);
        seen.Add(same(co));
        return $"{pair} {again} {seen.Count} {typeof(T).Name}";

        [Coroutine]
        (T, TOther) Pair<TOther>(Co co, TOther other)
        {
            seen.Add(t.S(co, value));
            return (value, other);
        }
    }

    [Coroutine]
    private static string Instances(Co co, Trace t) => new Counter(t).Run(co) + new Point(3).Run(co, t);

    [Coroutine]
    private static string ParametersAndDefaults(Co co, Trace t)
    {
        var log = "";
        Write(co, "a");
        Write(co, times: t.S(co, 2), text: "b");
        Write(co, "c", 1, 7, 8, 9);
        Write(co, t.S(co, "d"), rest: [1]);
        return log;

        [Coroutine]
        void Write(Co co, string text, int times = 3, params int[] rest) => log += text + t.S(co, times) + string.Join(",", rest) + ";";
    }

    [Coroutine]
    private static string CheckedContexts(Co co, Trace t)
    {
        var big = int.MaxValue;
        CoFunc<int> wraps = co => big + t.S(co, 1);
        t.S(co, wraps(co));
        checked
        {
            CoFunc<int> overflows = co => big + t.S(co, 1);
            CoFunc<int> unguarded = co => unchecked(big + t.S(co, 1));
            Func<int> plain = Plain;
            t.S(co, unguarded(co));
            big += t.S(co, 0);
            t.Log(Overflows(() => plain()));
            t.Log(Overflows(() => Block()));
            var caught = "";
            try
            {
                overflows(co);
            }
            catch (OverflowException)
            {
                caught = "overflow";
            }

            return caught + Wraps();

            int Plain() => big + 1;

            int Block()
            {
                big++;
                return big;
            }
        }

        int Wraps() => big + 1;

        static bool Overflows(Func<int> function)
        {
            try
            {
                function();
                return false;
            }
            catch (OverflowException)
            {
                return true;
            }
        }
    }

    [Coroutine]
    private static string StaticAndExternal(Co co, Trace t)
    {
        var n = 2;
        CoFunc<int> own = co => t.S(co, Twice(n)) + (!OperatingSystem.IsLinux() || GetProcessId() > 0 ? 1 : 0);
        return $"{own(co)} {Power(co, 3)}";

        static int Twice(int n) => 2 * n;

        [System.Runtime.InteropServices.DllImport("libc", EntryPoint = "getpid")]
        static extern int GetProcessId();

        [Coroutine]
        static int Power(Co co, int n) => n == 0 ? 1 : Twice(Power(co, n - 1));
    }

    private sealed partial class Counter(Trace t)
    {
        private int _count;

        [Coroutine]
        public string Run(Co co)
        {
            Step(co);
            CoAction twice = co =>
            {
                Step(co);
                this.Step(co);
            };
            twice(co);
            Local(co);
            return $"{_count}";

            [Coroutine]
            void Local(Co co)
            {
                _count += t.S(co, 10);
                Step(co);
            }
        }

        [Coroutine]
        private void Step(Co co) => _count += t.S(co, 1);
    }

    private readonly partial struct Point(int x)
    {
        public int X { get; } = x;

        [Coroutine]
        public readonly string Run(Co co, Trace t)
        {
            var x = X;
            CoFunc<int> twice = co => 2 * t.S(co, x);
            return $"{twice(co)} {X}";
        }
    }
}
