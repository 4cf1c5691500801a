namespace CoroGen.Generator.Tests.Debugging;

/// <summary>Coroutines of all forms, to be looked at in a debugger.</summary>
internal static class DebuggedSource
{
    public const string Text = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using CoroGen;

        public sealed class Resource : IDisposable
        {
            public void Dispose() { }
        }

        public sealed partial class Kitchen
        {
            private int _orders;
            private readonly int[] _prices = { 1, 2, 3 };
            private readonly List<string> _clients = new();
            private readonly CoLock _door = new();

            [Coroutine]
            private static int S(Co co, int value)
            {
                co.Yield();
                return value;
            }

            [Coroutine]
            public int Straight(Co co, int n)
            {
                var before = n + 1;
                co.Yield();
                int a = S(co, before), b = a, c;
                c = S(co, b);
                _orders += S(co, c) + a;
                co.Sleep(
                    TimeSpan.FromSeconds(
                        S(co, 1)));
                Console.WriteLine(
                    before);
                S(co, a);
                return Math.Max(S(co, a), Math.Min(b, S(co, c)));
            }

            [Coroutine]
            public void Ends(Co co)
            {
                co.Yield();
            }

            [Coroutine]
            public int Short(Co co, int n) => S(co, n) + 1;

            [Coroutine]
            public void ShortVoid(Co co) => co.Yield();

            [Coroutine]
            public int Plain(Co co, int n)
            {
                var twice = n * 2;
                if (twice > 10)
                {
                    return twice;
                }

                return n;
            }

            [Coroutine]
            public int Ifs(Co co, int n)
            {
                if (n > 1)
                {
                    co.Yield();
                }
                else if (n > 0)
                    n--;
                else
                {
                    S(co, n);
                    n = 2;
                }

                if (S(co, n) > 1 && n < 3 || S(co, 2) == n)
                    co.Yield();
                if (S(co, n) == 7)
                {
                    n = 1;
                }

                if (n == 100)
                    return n;
                return S(co, n) > 1 ? S(co, 1) : n;
            }

            [Coroutine]
            public int Loops(Co co, int n)
            {
                while (n > 0)
                {
                    n -= S(co, 1);
                    if (n == 3)
                        continue;
                    if (n == 5)
                        break;
                    n--;
                }

                while (S(co, n) > 100)
                    n++;
                do
                {
                    n++;
                    co.Yield();
                }
                while (n < 3);

                for (var i = 0; i < n; i++)
                {
                    co.Yield();
                    _orders += i;
                }

                for (int i = 0, j = 1; i < S(co, j); i++, j += S(co, 1))
                    _orders++;
                for (; ; )
                {
                    co.Yield();
                    if (n++ > 10)
                        break;
                }

                for (var k = 0; k < 3; k++)
                {
                    _orders += k;
                    if (k == 2)
                        break;
                }

                while (true)
                {
                    if (S(co, n++) > 20)
                        return n;
                }
            }

            [Coroutine]
            public void ForEaches(Co co)
            {
                foreach (var price in _prices)
                {
                    S(co, price);
                    _orders += price;
                }

                foreach (string client in _clients)
                {
                    co.Yield();
                    Console.WriteLine(client);
                }

                foreach (var (key, value) in new Dictionary<int, int>())
                    S(co, key + value);
                foreach (var letter in "abc")
                    co.Yield();
                foreach (var order in _prices.Take(S(co, 2)))
                {
                    _orders += order;
                }
            }

            [Coroutine]
            public int Switches(Co co, int n)
            {
                switch (n)
                {
                    case 0:
                        co.Yield();
                        break;
                    case 1:
                    case 2:
                        n = S(co, n);
                        goto case 0;
                    case > 5 when n < 8:
                    {
                        co.Yield();
                        return 5;
                    }

                    default:
                        _orders++;
                        goto done;
                }

                switch (n, S(co, n))
                {
                    case (1, _):
                        n = 4;
                        break;
                }

                switch (S(co, n))
                {
                    case 1:
                        n++;
                        break;
                }

                var text = S(co, n) switch
                {
                    1 => "one",
                    2 when n > 1 => "two",
                    _ => "many",
                };
                n += n switch
                {
                    1 => S(co, 1),
                    _ => n + text.Length,
                };
            done:
                co.Yield();
                return n;
            }

            [Coroutine]
            public int Tries(Co co, int n)
            {
                try
                {
                    co.Yield();
                    if (n == 3)
                        return n;
                }
                catch (InvalidOperationException)
                {
                    n++;
                }
                catch (ArgumentException e) when (e.ParamName == "n")
                {
                    n = e.Message.Length;
                    throw;
                }
                finally
                {
                    _orders++;
                }

                try
                {
                    S(co, n);
                }
                catch (InvalidOperationException e) when (e.Message.Length > 3)
                {
                    co.Yield();
                    n += e.Message.Length;
                }
                catch
                {
                    co.Yield();
                    throw;
                }

                try
                {
                    S(co, n);
                    if (n > 7)
                        return n;
                }
                finally
                {
                    co.Yield();
                    _orders++;
                }

                throw new InvalidOperationException(S(co, n).ToString());
            }

            [Coroutine]
            public void Usings(Co co)
            {
                using (var resource = new Resource())
                {
                    co.Yield();
                }

                using (co.Lock(_door))
                {
                    _orders++;
                    co.Yield();
                }

                using (Resource first = new(), second = new())
                    co.Yield();
                using var last = new Resource();
                co.Yield();
                lock (_prices)
                {
                    _orders++;
                }

                checked
                {
                    _orders += S(co, 1);
                    _orders++;
                }

                {
                    co.Yield();
                }
            }

            [Coroutine]
            public int Functions(Co co, int n)
            {
                var k = n;
                Func<int, int> plain = x => x + 1;
                Func<int, int> capturing = x =>
                {
                    var y = x + k;
                    return y * 2;
                };
                co.Yield();
                n = _prices.Where(p => p > k).Select(p => capturing(p)).Sum() + S(co, 1);
                S(co, plain(2));
                var query = from p in _prices
                            where p > n
                            select p + k;
                return Twice(query.Sum()) + Add();

                static int Twice(int v)
                {
                    return v * 2;
                }

                int Add() => n + 1;
            }

            [Coroutine]
            public int Inner(Co co, int n)
            {
                var sum = 0;
                [Coroutine]
                int Fry(Co co, int portions)
                {
                    sum += S(co, portions);
                    if (sum > 10)
                        return sum;
                    sum++;
                    return portions;
                }

                [Coroutine]
                void Short(Co co) => S(co, sum);

                n = Fry(co, n);
                var child = co.Launch(co =>
                {
                    co.Yield();
                    sum++;
                });
                co.Await(child);
                co.Await(co.Launch(co => Short(co)));
                Func<int, int> add = Add;
                co.Yield();
                return sum + add(1);

                int Add(int m)
                {
                    sum += m;
                    return sum;
                }
            }
        }
        """;
}
