using CoroGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Tests.Signatures;

/// <summary>The factory is the coroutine as its callers see it, without the handle.</summary>
public sealed class FactoryTests
{
    [Theory]
    [InlineData("public static void Serve(Co co) { }", "public static Coroutine Serve()")]
    [InlineData("internal string? Serve(string? client, Co co) => client;", "internal Coroutine<string?> Serve(string? client)")]
    [InlineData("private protected int Serve(Co co, params int[] tables) => 1;", "private protected Coroutine<int> Serve(params int[] tables)")]
    [InlineData("protected internal (int A, string B) Serve(Co co, (int X, int) pair) => default;", "protected internal Coroutine<(int A, string B)> Serve((int X, int) pair)")]
    [InlineData("T Serve<T, U>(Co co, T t, U[] u) where T : class, IComparable<T>, new() where U : unmanaged => t;", "private Coroutine<T> Serve<T, U>(T t, U[] u) where T : class, IComparable<T>, new() where U : unmanaged")]
    [InlineData("T? Serve<T>(Co co) where T : notnull => default;", "private Coroutine<T?> Serve<T>() where T : notnull")]
    [InlineData("void Serve(Co co, dynamic meal, nint size, object? @class = null) { }", "private Coroutine Serve(dynamic meal, nint size, object? @class = null)")]
    public void It_keeps_modifiers_types_and_constraints(string method, string factory)
    {
        var run = GeneratorRun.Of($$"""
            using System; using CoroGen;
            partial class Kitchen
            {
                [Coroutine] {{method}}
            }
            """);

        Assert.Contains(factory + " =>", Simplified(run.File), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int x = -1", "int x = -1")]
    [InlineData("long x = 5L, ulong y = 6, byte z = 7", "long x = 5L, ulong y = 6UL, byte z = 7")]
    [InlineData("double x = double.NaN, float y = 1.5f, decimal z = 2.5m", "double x = double.NaN, float y = 1.5F, decimal z = 2.5M")]
    [InlineData("char x = '\\'', string y = \"a\\\"b\\n\", string? z = null", "char x = '\\'', string y = \"a\\\"b\\n\", string? z = null")]
    [InlineData("DayOfWeek x = DayOfWeek.Friday, DayOfWeek? y = DayOfWeek.Monday, DayOfWeek? z = null", "global::System.DayOfWeek x = (global::System.DayOfWeek)(5), global::System.DayOfWeek? y = (global::System.DayOfWeek)(1), global::System.DayOfWeek? z = null")]
    [InlineData("DateTime x = default, Guid? y = default, bool z = true", "global::System.DateTime x = default, global::System.Guid? y = null, bool z = true")]
    [InlineData("[System.Runtime.CompilerServices.CallerLineNumber] int x = 0", "[global::System.Runtime.CompilerServices.CallerLineNumberAttribute] int x = 0")]
    public void It_keeps_optional_values(string parameters, string expected)
    {
        var run = GeneratorRun.Of($$"""
            using System; using CoroGen;
            partial class Kitchen
            {
                [Coroutine] void Serve(Co co, {{parameters}}) { }
                void Use() { Serve(); }
            }
            """);

        Assert.Contains($"Serve({expected}) =>", run.File, StringComparison.Ordinal);
    }

    [Fact]
    public void An_extension_method_keeps_this_first()
    {
        var run = GeneratorRun.Of("""
            using CoroGen;
            static partial class Extensions
            {
                [Coroutine] public static int Twice(this int value, Co co, int times = 2) { co.Yield(); return value * times; }
                [Coroutine] static void Use(Co co)
                {
                    int four = 2.Twice(co);
                    Coroutine<int> nine = 3.Twice(times: 3);
                    int five = co.Await(5.Twice(1)) + Twice(1, co, 2);
                }
            }
            """);

        Assert.Contains("Twice(this int value, int times = 2)", run.Files["Extensions.Twice.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Attributes_that_callers_must_see_are_kept()
    {
        var run = GeneratorRun.OfAny("""
            using CoroGen;
            partial class Kitchen
            {
                [Coroutine, System.Obsolete("Use \"Cook\".", true)] public static void Serve(Co co) { }
                static Coroutine Use() => Serve();
            }
            """);

        Assert.Contains("[global::System.ObsoleteAttribute(\"Use \\\"Cook\\\".\", true)]", run.File, StringComparison.Ordinal);
        Assert.Contains(run.Output.Errors(), error => error.Contains("CS0619", StringComparison.Ordinal));
    }

    [Fact]
    public void It_is_a_real_method()
    {
        GeneratorRun.Of("""
            using System; using CoroGen;
            partial interface IKitchen { [Coroutine] string Serve(Co co, int table); }
            partial class Kitchen : IKitchen
            {
                [Coroutine] public virtual string Serve(Co co, int table) { co.Yield(); return ""; }
            }
            partial class Bar : Kitchen
            {
                [Coroutine] public sealed override string Serve(Co co, int table) => base.Serve(co, table);
            }
            partial class Grill : IKitchen
            {
                [Coroutine] string IKitchen.Serve(Co co, int table) { co.Yield(); return ""; }
            }
            abstract partial class Base<T> { [Coroutine] protected abstract T? Cook<U>(Co co, U? meal) where U : class; }
            partial class Derived : Base<string> { [Coroutine] protected override string? Cook<U>(Co co, U? meal) where U : class { co.Yield(); return meal?.ToString(); } }
            static class Use
            {
                static readonly Func<int, Coroutine<string>> s_factory = new Bar().Serve;
                static Coroutine<string> Order(IKitchen kitchen) => kitchen.Serve(1);
                static Coroutine<string>[] All(Kitchen a, Bar b, Grill c) => [a.Serve(1), b.Serve(2), ((IKitchen)c).Serve(3), Order(a)];
            }
            """);
    }

    [Fact]
    public void Where_the_language_calls_the_plain_method_there_is_none()
    {
        var run = GeneratorRun.Of("""
            using CoroGen;
            partial class Kitchen : System.IDisposable
            {
                public void Dispose() { }
                [Coroutine] public void Dispose(Co co) { co.Yield(); }
            }
            """);

        Assert.DoesNotContain("Coroutine Dispose()", run.File, StringComparison.Ordinal);
        Assert.Contains("bool Dispose__Run(", run.File, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_language_calls_an_interfaces_method_there_is_none()
    {
        var run = GeneratorRun.Of("""
            using CoroGen;
            partial interface ITable : System.IDisposable { [Coroutine] void Dispose(Co co); }
            partial class Hidden : ITable { void System.IDisposable.Dispose() { } [Coroutine] void ITable.Dispose(Co co) { } }
            partial class Round : System.IDisposable { void System.IDisposable.Dispose() { } [Coroutine] public virtual void Dispose(Co co) { } }
            partial class Small : Round { [Coroutine] public override void Dispose(Co co) { } }
            """);

        Assert.DoesNotContain(run.Files.Values, file => file.Contains("Coroutine Dispose()", StringComparison.Ordinal));
    }

    [Fact]
    public void A_partial_methods_factory_is_made_once_with_the_values_of_the_definition()
    {
        var run = GeneratorRun.Of(
            "using CoroGen; partial class Kitchen { [Coroutine] public static partial int Serve(Co co, int tables = 3); static Coroutine<int> Use() => Serve(); }",
            "using CoroGen; partial class Kitchen { public static partial int Serve(Co co, int tables) => tables; }");

        Assert.Contains("Serve(int tables = 3) =>", run.File, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nullability_is_disabled_callers_get_no_warnings()
    {
        var run = GeneratorRun.Of("""
            #nullable disable
            using CoroGen;
            partial class Kitchen { [Coroutine] public static string Serve(Co co, string client) { return client; } }
            #nullable enable
            class Use { string M() => Kitchen.Serve(null).ToString(); }
            """);

        Assert.Contains("#nullable disable", run.File, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output.GetDiagnostics(), diagnostic => diagnostic.Id is "CS8625" or "CS8632" or "CS8669");
    }

    private static string Simplified(string text) => text
        .Replace("global::CoroGen.", "", StringComparison.Ordinal)
        .Replace("global::System.", "", StringComparison.Ordinal);
}
