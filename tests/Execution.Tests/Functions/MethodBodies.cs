using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

public sealed partial class MethodBodies : Bodies<MethodBodies>
{
    private sealed partial class Account(int balance)
    {
        private int _balance = balance;

        public string Owner { get; init; } = "nobody";

        [Coroutine]
        public int Add(Co co, Trace t, int amount)
        {
            _balance += t.S(co, amount);
            this._balance *= t.S(co, 2);
            t.Log(Owner);
            return _balance;
        }

        [Coroutine]
        public void Twice(Co co, Trace t) => this.Add(co, t, Add(co, t, 1));

        [Coroutine]
        public Account Self(Co co, Trace t) => t.S(co, this);

        public override string ToString() => $"{Owner} {_balance}";
    }

    [Coroutine]
    private static string Instance(Co co, Trace t)
    {
        var account = new Account(5) { Owner = "me" };
        account.Add(co, t, 10);
        account.Twice(co, t);
        return account.Self(co, t).Self(co, t).Add(co, t, 1) + account.ToString();
    }

    [Coroutine]
    private static string NullInstance(Co co, Trace t)
    {
        Account? account = null;
        return $"{account!.Add(co, t, t.V(1))}";
    }

    private class Till
    {
        protected sealed class Drawer;
    }

    private partial class Shop
    {
        /// <summary>Inside, its name is that of the type which it inherits.</summary>
        public sealed partial class Drawer : Till
        {
            private int _coins = 1;

            [Coroutine]
            public int Put(Co co, Trace t, int coins) => _coins += t.S(co, coins);

            [Coroutine]
            public int PutAny<Shop>(Co co, Trace t, Shop coins) => _coins += t.S(co, coins)!.GetHashCode();
        }
    }

    [Coroutine]
    private static string HiddenNames(Co co, Trace t)
    {
        var drawer = new Shop.Drawer();
        drawer.Put(co, t, 2);
        return $"{drawer.PutAny(co, t, 3)}";
    }

    private readonly partial struct Vector(int x, int y)
    {
        public int X { get; } = x;

        [Coroutine]
        public Vector Grow(Co co, Trace t, int by)
        {
            var grown = new Vector(X + t.S(co, by), y + t.S(co, X));
            t.S(co, this);
            return grown;
        }

        public override string ToString() => $"({X}, {y})";
    }

    private partial struct Mutable
    {
        public int N;

        [Coroutine]
        public readonly int Read(Co co, Trace t)
        {
            var before = N;
            t.S(co, N);
            return before * 100 + N;
        }
    }

    [Coroutine]
    private static string ReadonlyStructMethods(Co co, Trace t)
    {
        var v = new Vector(1, 2);
        v = v.Grow(co, t, 10).Grow(co, t, v.X);
        var m = new Mutable { N = 3 };
        var read = m.Read(co, t);
        m.N = 4;
        Mutable[] many = [m];
        many[0].N += many[0].Read(co, t);
        return $"{v} {read} {m.Read(co, t)} {many[0].N}";
    }

    private abstract partial record Shape(int Size)
    {
        [Coroutine]
        public abstract int Area(Co co, Trace t);

        public sealed partial record Square(int Size) : Shape(Size)
        {
            [Coroutine]
            public override int Area(Co co, Trace t) => Size * t.S(co, Size);
        }

        public partial record Line(int Size, string Name) : Shape(Size)
        {
            [Coroutine]
            public override int Area(Co co, Trace t)
            {
                t.S(co, Name);
                return 0;
            }
        }
    }

    private readonly partial record struct Point(int X, int Y)
    {
        [Coroutine]
        public Point Swap(Co co, Trace t) => this with { X = Y, Y = t.S(co, X) };
    }

    [Coroutine]
    private static string Records(Co co, Trace t)
    {
        Shape[] shapes = [new Shape.Square(3), new Shape.Line(4, "line")];
        var sum = 0;
        foreach (var shape in shapes)
            sum += shape.Area(co, t);
        return $"{sum} {new Point(1, 2).Swap(co, t)} {(shapes[0] with { Size = 5 }).Area(co, t)}";
    }
}
