namespace CoroGen.Fuzz.RealCode;

/// <summary>Code that exists can be made to suspend, and what is generated for it compiles.</summary>
public sealed class RealCodeTests
{
    [Fact]
    public void Methods_become_coroutines_where_they_can()
    {
        var code = Suspend("""
            namespace Shop;

            public class Basket<T>(int first) where T : class
            {
                private int _sum = first;

                public virtual int Add(T? item, int count = 1)
                {
                    if (item is string { Length: > 2 } text && int.TryParse(text, out var price))
                        _sum += price * count;
                    return _sum;
                }

                public bool IsFull(int limit) => _sum > limit;
                public U As<U>(U other) where U : struct => _sum > 0 ? other : default;
                public void Fill(ref int sum) => sum = _sum;
                public System.Collections.Generic.IEnumerable<int> All() { yield return _sum; }
                public int Twice => _sum * 2;
                public System.Func<int, bool> Above() => n => n > this[n];
                public int this[int index] { get { return Add(null, index); } set => _sum = value; }
                public static Basket<T> operator +(Basket<T> a, int b) => new(a._sum + b);
            }
            """);

        Assert.Equal(8, code.Methods);
        Assert.Empty(code.Errors);
        var text = code.Files.First().Text;
        Assert.Contains("public bool IsFull(int limit) => Suspended.Run(IsFull_1__Suspended(@limit));", text, StringComparison.Ordinal);
        Assert.Contains("Suspended.Run(As_2__Suspended<U>(@other))", text, StringComparison.Ordinal);
        Assert.Contains("=> Suspended.S(co, Suspended.S(co, _sum) > Suspended.S(co, limit));", text, StringComparison.Ordinal);
        Assert.Contains("public int Twice => Suspended.Run(get_Twice_", text, StringComparison.Ordinal);
        Assert.Contains("n => Suspended.Run((global::CoroGen.CoFunc<bool>)(co => Suspended.S(co, ", text, StringComparison.Ordinal);
        Assert.Contains("set => Suspended.Run(set_Item_", text, StringComparison.Ordinal);
        Assert.Contains("public void Fill(ref int sum) => sum = _sum;", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Coroutines_call_each_other()
    {
        var code = Suspend("""
            static class Numbers
            {
                public static int Twice(this int n, int times = 2) => n * times;
                public static int All(int n) => n.Twice() + Twice(n, times: 3) + Numbers.Sum(1, n);
                private static int Sum(params int[] all) => all.Length;
            }
            """);

        Assert.Equal(3, code.Methods);
        Assert.Equal(1, code.Nested);
        var text = code.Files.First().Text;
        Assert.Contains("internal static int Twice_0__Suspended(this int n, global::CoroGen.Co co, int times = 2)", text, StringComparison.Ordinal);
        Assert.Contains("n.Twice_0__Suspended(co)", text, StringComparison.Ordinal);
        Assert.Contains("Numbers.Sum_2__Suspended(co,Suspended.S(co, 1), Suspended.S(co, n))", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Directives_stay_where_they_are()
    {
        var code = Suspend("""
            static class Numbers
            {
            #if EXTENSIONS
                public static int Twice(this int n)
            #else
                public static int Twice(int n)
            #endif
                {
            #if EXTENSIONS
                    return n.Twice();
            #else
                    return n * 2;
            #endif
                }
            }
            """);

        Assert.Equal(1, code.Methods);
        Assert.Empty(code.Misfits);
    }

    [Fact]
    public void What_has_to_be_written_so_is()
    {
        var code = Suspend("""
            class Texts
            {
                static string Invariant(System.FormattableString text) => System.FormattableString.Invariant(text);
                string Show(int n) => Invariant($"{n}");
                int Find(int n)
                {
                    while (true)
                    {
                        if (n-- == 0)
                            return n;
                    }
                }
            }
            """);

        Assert.Equal(3, code.Methods);
        Assert.Empty(code.Misfits);
    }

    [Fact]
    public void What_is_refused_stays_as_it_is()
    {
        var code = Suspend("public class Text { public int Size(string text, int from) { var rest = text.AsSpan(from); System.Math.Abs(from); return rest.Length; } }");

        Assert.Equal(0, code.Methods);
        Assert.Equal("CORO012", Assert.Single(code.Refusals).Rule);
        Assert.DoesNotContain("__Suspended", code.Files.First().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_with_errors_stay_as_they_are()
    {
        var code = Suspend("class Wrong { Nothing Find() => null; int Size(int x) => x; }", "class Right { int Size(int x) => x; }");

        Assert.Equal(1, code.Methods);
        Assert.Empty(code.Errors);
    }

    private static SuspendedCode Suspend(params string[] texts)
    {
        var code = new SuspendedCode(texts.Select((text, i) => ($"File{i}.cs", text)), [], []);
        code.Suspend(share: 1, new Random(1));
        return code;
    }
}
