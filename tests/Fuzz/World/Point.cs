namespace CoroGen.Fuzz.World;

/// <summary>A struct that changes.</summary>
public partial struct Point(int x, int y) : IEquatable<Point>
{
    public int X = x;
    public int Y = y;

    public readonly int Sum => unchecked(X + Y);

    public int Twice
    {
        readonly get => unchecked(X * 2);
        set => X = value / 2;
    }

    public int this[int index]
    {
        readonly get => (index & 1) == 0 ? X : Y;
        set
        {
            if ((index & 1) == 0)
                X = value;
            else
                Y = value;
        }
    }

    public int Add(int number) => X = unchecked(X + number);

    public readonly Point Moved(int number) => new(unchecked(X + number), Y);

    public readonly void Deconstruct(out int x, out int y) => (x, y) = (X, Y);

    [Coroutine]
    public readonly int Work(Co co, Trace t, int number) => unchecked(X + t.S(co, number) + Y);

    public static Point operator +(Point a, Point b) => new(unchecked(a.X + b.X), unchecked(a.Y + b.Y));

    public static Point operator -(in Point a, in Point b) => new(unchecked(a.X - b.X), unchecked(a.Y - b.Y));

    public static Point operator *(in Point a, int n) => new(unchecked(a.X * n), unchecked(a.Y * n));

    public static Point operator -(in Point a) => new(unchecked(-a.X), unchecked(-a.Y));

    public static Point operator ++(Point a) => new(unchecked(a.X + 1), unchecked(a.Y + 1));

    public static Point operator &(in Point a, in Point b) => new(a.X & b.X, a.Y & b.Y);

    public static Point operator |(Point a, Point b) => new(a.X | b.X, a.Y | b.Y);

    public static bool operator true(in Point a) => (a.X & 1) == 0;

    public static bool operator false(Point a) => (a.X & 1) != 0;

    public static explicit operator int(in Point a) => unchecked(a.X * 3 + a.Y);

    public static implicit operator Point((int A, string B) pair) => new(pair.A, pair.B?.Length ?? 0);

    public static bool operator ==(Point a, Point b) => a.Equals(b);

    public static bool operator !=(Point a, Point b) => !a.Equals(b);

    public readonly bool Equals(Point other) => X == other.X && Y == other.Y;

    public override readonly bool Equals(object? obj) => obj is Point other && Equals(other);

    public override readonly int GetHashCode() => X;

    public override readonly string ToString() => $"({X};{Y})";
}
