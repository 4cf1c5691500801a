using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

public sealed partial class MethodBodies
{
    private static partial class Outer<TOuter>
    {
        public static partial class Inner<TInner>
            where TInner : struct
        {
            public static int Calls;

            [Coroutine]
            public static string Show<T>(Co co, Trace t, TOuter a, TInner b, T c)
            {
                Calls++;
                T[] items = [c, t.S(co, c)];
                Func<string> names = () => $"{typeof(TOuter).Name} {typeof(TInner).Name} {typeof(T).Name} {items[0]}";
                t.S(co, a);
                t.S(co, (TInner?)b);
                return names();
            }
        }
    }

#pragma warning disable CS0693 // that a type parameter hides another is what is tested
    private partial class Box<T>(T content)
    {
        private int _opened;

        [Coroutine]
        public virtual T Open<T>(Co co, Trace t, T other)
        {
            _opened++;
            var copy = t.S(co, other);
            Func<string> text = () => $"{typeof(T).Name} {copy} {content} {_opened}";
            t.Log(content);
            t.S(co, text());
            return copy;
        }

        [Coroutine]
        public void Close<T>(Co co, Trace t, List<T> others)
        {
            foreach (var other in others)
                t.S(co, other);
            t.Log($"{typeof(T).Name} {content}");
        }

        public readonly partial struct Lid<U>(T top)
        {
            [Coroutine]
            public string Lift<T, U>(Co co, Trace t, T one, U other) => t.S(co, one) + " " + t.S(co, other) + " " + top;
        }
    }
#pragma warning restore CS0693

    [Coroutine]
    private static string HidingTypeParameters(Co co, Trace t)
    {
        var box = new Box<string>("content");
        box.Close(co, t, new List<int> { 1, 2 });
        var launched = co.Launch(box.Open(t, 'c'));
        return $"{box.Open(co, t, 3L)} {co.Await(launched)} {new Box<string>.Lid<int>("top").Lift(co, t, 1, 'x')}";
    }

    [Coroutine]
    private static string GenericNestedTypes(Co co, Trace t) =>
        Outer<string>.Inner<int>.Show(co, t, "a", 1, 'c') + Outer<object>.Inner<DateTime>.Show<string?>(co, t, 1, default, null);

    private sealed partial class Stack<T>
        where T : notnull, IComparable<T>
    {
        private readonly List<T> _items = [];

        [Coroutine]
        public T Largest(Co co, Trace t, params T[] items)
        {
            foreach (var item in items)
                _items.Add(t.S(co, item));
            var largest = _items[0];
            foreach (var item in _items)
            {
                if (t.S(co, item).CompareTo(largest) > 0)
                    largest = item;
            }

            return largest;
        }
    }

    [Coroutine]
    private static T Create<T>(Co co, Trace t)
        where T : class, new()
    {
        var made = new T();
        t.S(co, typeof(T));
        return t.S(co, made);
    }

    [Coroutine]
    private static int Size<T>(Co co, Trace t, T value)
        where T : unmanaged, Enum
    {
        t.S(co, value);
        unsafe
        {
            return sizeof(T);
        }
    }

    [Coroutine]
    private static string Generics(Co co, Trace t) =>
        $"{new Stack<int>().Largest(co, t, 1, 3, 2)} {new Stack<string>().Largest(co, t, "b", "a")} {Create<List<int>>(co, t).Count} {Size(co, t, DayOfWeek.Friday)}";

    [Coroutine]
    private static string Overload(Co co, Trace t, int n) => t.S(co, $"int {n}");

    [Coroutine]
    private static string Overload(Co co, Trace t, long n) => t.S(co, $"long {n}");

    [Coroutine]
    private static string Overload(Co co, Trace t, object n) => t.S(co, $"object {n}");

    [Coroutine]
    private static string Overload<T>(Co co, Trace t, List<T> n) => t.S(co, $"list {n.Count}");

    [Coroutine]
    private static string Overload(Co co, Trace t, params string[] n) => t.S(co, $"params {n.Length}");

    [Coroutine]
    private static string Overloads(Co co, Trace t)
    {
        byte small = 1;
        return Overload(co, t, 1) + Overload(co, t, 2L) + Overload(co, t, small) + Overload(co, t, 'c') + Overload(co, t, "s")
            + Overload(co, t, new List<int>()) + Overload(co, t) + Overload(co, t, "a", "b") + Overload(co, t, (object)5) + co.Await(Overload(t, 1.5));
    }

    private static partial string Parted(Co co, Trace t, int n);

    [Coroutine]
    private static partial string Parted(Co co, Trace t, int n) => t.S(co, $"parted {n}");

    [Coroutine]
    private static string PartialMethod(Co co, Trace t) => Parted(co, t, 1);

    [Coroutine]
    private static void Nothing(Co co, Trace t)
    {
    }

    [Coroutine]
    private static void OnlyReturns(Co co, Trace t, bool early)
    {
        if (early)
            return;
        t.Log("not early");
    }

    [Coroutine]
    private static int NoSuspension(Co co, Trace t, int n)
    {
        t.Log(n);
        return n switch { > 0 => n, _ => throw new ArgumentOutOfRangeException(null, "negative") };
    }

    [Coroutine]
    private static string CompletesAtOnce(Co co, Trace t)
    {
        Nothing(co, t);
        OnlyReturns(co, t, true);
        OnlyReturns(co, t, false);
        var n = NoSuspension(co, t, 1) + NoSuspension(co, t, 2);
        co.Await(co.Launch(Nothing(t)));
        n += co.Await(co.Launch(NoSuspension(t, 3)));
        return $"{n} {NoSuspension(co, t, -1)}";
    }
}
