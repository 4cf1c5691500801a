namespace CoroGen.Generator.Tests.Robustness;

/// <summary>One source with about every form that a signature, and many that a body can have.</summary>
internal static class RichSource
{
    public const string Text = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Runtime.CompilerServices;
        using CoroGen;
        using Meal = System.Collections.Generic.List<string>;
        using static System.Math;

        [assembly: CLSCompliant(false)]

        namespace Shop.@event
        {
            using System.Linq;

            /// <summary>A kitchen.</summary>
            public abstract partial class Kitchen<TMeal, @class> : IDisposable
                where TMeal : class, IEnumerable<string>?, new()
            {
                private readonly CoLock _stove = new();
                private readonly CoSemaphore _cooks = new(3);
                private int _served;

                public void Dispose() { }

                [Coroutine]
                public void Dispose(Co co) { co.Yield(); }

                [Coroutine, Obsolete("Use \"Cook\".")]
                protected internal virtual TMeal? Serve<T>(Co co, [CallerMemberName] string caller = "", T? value = default, params int[] tables)
                    where T : struct, IComparable<T>
                {
                    var meals = new Meal();
                    using (co.Lock(_stove))
                    {
                        foreach (var table in tables.Where(t => t > 0))
                        {
                            if (table % 2 == 0 && Cook(co, table) is { Length: > 3 } name)
                                meals.Add(name);
                            else
                                co.Sleep(TimeSpan.FromSeconds(Max(table, 1)));
                        }
                    }

                    try
                    {
                        _served += meals.Count;
                        co.Wait(Sweep(1), Sweep(2, twice: true));
                    }
                    catch (InvalidOperationException e) when (e.Message.Length > _served)
                    {
                        throw new TimeoutException($"late: {e.Message,10:X}", e);
                    }
                    finally
                    {
                        _served--;
                    }

                    for (int i = 0, n = meals.Count; i < n; i++)
                    {
                        int captured = i;
                        Action log = () => Console.WriteLine(captured + i);
                        log();
                        co.Yield();
                    }

                    while (true)
                    {
                        switch (Count(co, meals))
                        {
                            case 0: return null;
                            case > 5 and < 9: continue;
                            case var other: _served = other; break;
                        }

                        goto done;
                    }

                    done:
                    return meals.Count > 0 ? new TMeal() : default;
                }

                [Coroutine] protected abstract string Cook(Co co, int table);

                [Coroutine] private static void Sweep(Co co, int room, bool twice = false) => co.Sleep(twice ? 2 * room : room);

                [Coroutine] static int Count(Co co, Meal meals) => meals.Count;

                [Coroutine] static unsafe int Raw(Co co, int x) { int* p = &x; return *p; }

                [Coroutine] (int First, string? Second) Both(Co co) { co.Acquire(_cooks).Dispose(); return (1, null); }
            }

            internal static partial class Extensions
            {
                [Coroutine] public static int Twice(this int value, Co co) { co.Yield(); return value * 2; }
                [Coroutine] public static partial void Part(Co co, decimal price = 1.5m, DayOfWeek day = DayOfWeek.Monday, char c = '\'');
                public static partial void Part(Co co, decimal price, DayOfWeek day, char c) { co.Await(System.Threading.Tasks.Task.CompletedTask); }
            }

            partial interface ISource<T>
            {
                [Coroutine] T Take(Co co);
                [Coroutine] void Fill(Co co, T value) { co.Yield(); }

                readonly partial record struct Point(int X) : ISource<int>
                {
                    [Coroutine] int ISource<int>.Take(Co co) { co.Yield(); return X; }
                    [Coroutine] public void Fill(Co co, int value) { co.Yield(); }
                }
            }
        }
        """;
}
