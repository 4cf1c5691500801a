using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO027: what C# calls by itself must not be told that generated code calls it.</summary>
public sealed class CallerTests
{
    [Theory]
    [InlineData("var r = from n in bag {|CORO027:where n > 1|} select n; co.Yield();")]
    [InlineData("var r = from n in bag {|CORO027:select n + 1|};")]
    [InlineData("Bag made = {|CORO027:[1, Sum(co, 1)]|};")]
    [InlineData("Action later = () => { Bag made = {|CORO027:[1]|}; };")]
    [InlineData("{|CORO027:using (new Scope()) { }|} co.Yield();")]
    [InlineData("{|CORO027:using Scope one = new();|}")]
    [InlineData("CoAction later = co => { Bag made = {|CORO027:[1]|}; co.Yield(); Named.Log({|CORO027:$\"{bag}\"|}); }; co.Launch(later);")]
    [InlineData("Named.Log({|CORO027:$\"{bag}\"|});")]
    [InlineData("{ var n = bag; co.Yield(); n.Add(1); } { var n = Sum(co, 1); co.Yield(); Holes.Log($\"{1}{|CORO027:{n + 1}|}\"); }")]
    [InlineData("foreach (var n in new[] { 1 }) { Action later = () => Holes.Log($\"{1}{|CORO027:{n}|}\"); co.Yield(); }")]
    public Task Refused(string statements) => AnalyzerCheck.Files(Source(statements));

    [Theory]
    [InlineData("bag.Add(1); var made = new Bag { 1, Sum(co, 1) };")]
    [InlineData("var r = from n in new[] { 1 } where n > 1 select n; System.Collections.Generic.List<int> list = [1]; co.Yield();")]
    [InlineData("{ var n = Sum(co, 1); Holes.Log($\"{n}\"); } { var m = Sum(co, 1); co.Yield(); Holes.Log($\"{m + 1}\"); }")]
    [InlineData("Action later = () => { var n = 1; Holes.Log($\"{n}\"); }; co.Yield();")]
    [InlineData("Kept.Log($\"{Sum(co, 1)}{bag}\" + $\"{1}\");")]
    [InlineData("CoAction later = co => Kept.Log($\"{Sum(co, 1)}\"); co.Launch(later);")]
    [InlineData("using (new System.IO.StringWriter()) { } co.Yield();")]
    public Task Fine(string statements) => AnalyzerCheck.Files(Source(statements));

    private static string Source(string statements) => $$"""
        using System;
        using System.Collections;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using CoroGen;
        class Bag : IEnumerable
        {
            public void Add(int n, [CallerMemberName] string member = "") { }
            public IEnumerator GetEnumerator() => throw new NotSupportedException();
            public Bag Where(Func<int, bool> test, [CallerMemberName] string member = "") => this;
            public Bag Select(Func<int, int> make, [CallerArgumentExpression(nameof(make))] string text = "") => this;
        }
        ref struct Scope { public void Dispose([CallerMemberName] string member = "") { } }
        [InterpolatedStringHandler] ref struct Named
        {
            public Named(int literalLength, int formattedCount, [CallerMemberName] string member = "") { }
            public void AppendLiteral(string text) { }
            public void AppendFormatted(object value) { }
            public static void Log(Named text) { }
        }
        [InterpolatedStringHandler] ref struct Holes
        {
            public Holes(int literalLength, int formattedCount) { }
            public void AppendLiteral(string text) { }
            public void AppendFormatted(int value, [CallerArgumentExpression(nameof(value))] string text = "") { }
            public static void Log(Holes text) { }
        }
        [InterpolatedStringHandler] class Kept
        {
            public Kept(int literalLength, int formattedCount, [CallerMemberName] string member = "") { }
            public void AppendLiteral(string text) { }
            public void AppendFormatted(object value, [CallerArgumentExpression(nameof(value))] string text = "") { }
            public static void Log(Kept text) { }
        }
        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co, Bag bag)
            {
                {{statements}}
            }
            [Coroutine] static int Sum(Co co, int n) => n;
        }
        """;
}
