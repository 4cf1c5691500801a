using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

/// <content>Local functions that capture and run later: as delegates, iterators, async methods, or called by such.</content>
public sealed partial class LocalFunctionBodies
{
    [Coroutine]
    private static string AsDelegates(Co co, Trace t)
    {
        var log = "";
        Action<int> add = Add;
        add(t.S(co, 1));
        t.S(co, log);
        foreach (var item in new[] { 2, 3 })
        {
            var own = item;
            void Own(int n) => log += $"[{own++} {n}]";
            add += Own;
            t.S(co, own);
            own += 10;
            add(item);
        }

        add(4);
        Apply(Add, t.S(co, 5));
        Array.ForEach([6, 7], new Action<int>(Add));
        return log;

        void Add(int n) => log += n;

        static void Apply(Action<int> action, int n) => action(n);
    }

    [Coroutine]
    private static string DelegatesOfOneFunctionAreEqual(Co co, Trace t)
    {
        var count = 0;
        Action? raised = null;
        raised += Handle;
        t.S(co, count);
        raised();
        raised += Handle;
        raised -= Handle;
        t.S(co, count);
        raised?.Invoke();
        t.Log((Action)Handle == Handle);
        raised -= Handle;
        t.Log(raised is null);
        return $"{count}";

        void Handle() => count++;
    }

    [Coroutine]
    private static string CapturingIterator(Co co, Trace t)
    {
        var factor = t.S(co, 2);
        var lazy = Multiples(3);
        factor = t.S(co, 10);
        foreach (var n in lazy)
        {
            t.S(co, n);
            factor++;
        }

        return string.Join(" ", Multiples(2)) + factor;

        IEnumerable<int> Multiples(int to)
        {
            for (var i = 1; i <= to; i++)
                yield return i * factor;
        }
    }

    [Coroutine]
    private static string CapturingAsync(Co co, Trace t)
    {
        var log = "";
        var gate = new TaskCompletionSource();
        var work = Write("a");
        log += t.S(co, "b");
        gate.SetResult();
        co.Await(work);
        return log;

        async Task Write(string text)
        {
            log += text;
            await gate.Task.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            log += text.ToUpperInvariant();
        }
    }

    [Coroutine]
    private static string CalledByLambdas(Co co, Trace t)
    {
        var total = 0;
        for (var i = 0; i < 3; i++)
        {
            var own = i;
            Func<int> later = () => Next() + Next();
            t.S(co, later());
            own += 100;
            t.S(co, later());

            int Next()
            {
                total += own++;
                return Helper();
            }

            int Helper() => own + i;
        }

        return $"{total}";
    }

    [Coroutine]
    private static string WithReferences(Co co, Trace t)
    {
        var calls = 0;
        Swapper swap = Swap;
        int a = t.S(co, 1), b = 2;
        t.Log(swap(ref a, ref b, out var sum));
        t.S(co, sum);
        return $"{a} {b} {calls}";

        string Swap(ref int x, ref int y, out int sum)
        {
            calls++;
            sum = x + y;
            (x, y) = (y, x);
            return $"{x} {y}";
        }
    }

    private delegate string Swapper(ref int x, ref int y, out int sum);

    [Coroutine]
    private static string GenericAsDelegate(Co co, Trace t)
    {
        var log = "";
        Action<int> numbers = Note;
        Action<string> texts = Note<string>;
        numbers(t.S(co, 1));
        texts(t.S(co, "x"));
        return log;

        void Note<T>(T value) => log += typeof(T).Name + value;
    }

    [Coroutine]
    private static string InCopiedScopes(Co co, Trace t)
    {
        var log = "";
        var all = new List<Action>();
        foreach (var item in new[] { 1, 2 })
        {
            var own = item;
            void Note() => log += own++;
            all.Add(Note);
            all.Add(() => Note());
        }

        foreach (var action in all)
            action();
        log = t.S(co, log + "/");
        foreach (var action in all)
        {
            t.S(co);
            action();
        }

        return log;
    }

    [Coroutine]
    private static string LambdasInside(Co co, Trace t)
    {
        var log = "";
        Func<string, Action> make = Make;
        var one = make("a");
        t.S(co, log);
        one();
        Run(one);
        log += t.S(co, "|");
        make("b")();
        return log;

        Action Make(string text)
        {
            var count = 0;
            return () =>
            {
                count++;
                log += text + count;
            };
        }

        void Run(Action action)
        {
            Action twice = () =>
            {
                action();
                log += "+";
                action();
            };
            twice();
        }
    }
}
