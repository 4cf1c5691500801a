using CoroGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator.Tests.Lowering;

/// <summary>Variables whose types have no name.</summary>
public sealed class WitnessTests
{
    private const string Before = "using System; using System.Collections.Generic; using System.Linq; using CoroGen; static partial class C { [Coroutine] static ";

    [Fact]
    public void An_anonymous_type_is_inferred_from_one_alike()
    {
        var file = File("""void M(Co co) { var order = new { Client = "A", @class = (int?)1, Inner = new { X = 1 } }; co.Yield(); Console.WriteLine(order); }""");
        Assert.Contains("var order = false ? new { Client = default(string)!, @class = default(int?)!, Inner = new { X = default(int)! } } : default!;", file, StringComparison.Ordinal);
        Assert.Contains("public object? order_;", file, StringComparison.Ordinal);
        Assert.Contains("order = global::CoroGen.CompilerServices.CoroutineServices.Cast(__f.order_, order);", file, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_made_of_anonymous_types_is_inferred_from_a_generic_function()
    {
        var file = File("""void M(Co co) { var list = new[] { new { X = 1 } }.ToList(); co.Yield(); foreach (var item in list) co.Yield(); }""");
        Assert.Contains("static global::System.Collections.Generic.List<__T1> __witness_1<__T1>(__T1 __t1) where __T1 : class => throw null!;", file, StringComparison.Ordinal);
        Assert.Contains("static global::System.Collections.Generic.List<__T1>.Enumerator __witness_2<__T1>(", file, StringComparison.Ordinal);
        Assert.Contains("var list = false ? __witness_1(new { X = default(int)! }) : default!;", file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_captured_one_is_in_a_generic_scope()
    {
        var file = File("""void M<T>(Co co, T t) where T : struct { var both = new { t, n = 1 }; var list = new[] { both }; Action a = () => Console.WriteLine(both.n + list.Length); co.Yield(); a(); }""");
        Assert.Contains("private sealed class M__Scope1<T, __T1> where T : struct where __T1 : class", file, StringComparison.Ordinal);
        Assert.Contains("public __T1 both;", file, StringComparison.Ordinal);
        Assert.Contains("public __T1[] list;", file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_gets_a_captured_one_as_an_object()
    {
        var file = File("void M(Co co) { var order = new { X = 1 }; co.Launch(co => { co.Yield(); Console.WriteLine(order); }); }");
        Assert.Contains("M__Lambda_1(object __object1) => new M__Lambda_1__Frame { order_ = __object1 };", file, StringComparison.Ordinal);
        Assert.Contains("var order = __frame is null ? global::CoroGen.CompilerServices.CoroutineServices.Cast(__object1, false ? new { X = default(int)! } : default!) : default!;", file, StringComparison.Ordinal);
    }

    [Fact]
    public void The_result_of_a_lambda_is_of_a_type_parameter()
    {
        var file = File("void M<T>(Co co, T t) { Console.WriteLine(co.Await(co.Launch(co => { co.Yield(); return new { t }; }))); }");
        Assert.Contains("M__Lambda_1<T, __R2>(T t) where __R2 : class", file, StringComparison.Ordinal);
        Assert.Contains("class M__Lambda_1__Frame<T, __R2> : global::CoroGen.Coroutine<__R2> where __R2 : class", file, StringComparison.Ordinal);
    }

    /// <summary>What C# 9 has is enough, except for lambdas with a type of their own, which it does not have either.</summary>
    [Fact]
    public void The_oldest_language_version_is_enough()
    {
        const string Body = "void M(Co co) { var list = new[] { new { X = 1 } }.ToList(); co.Yield(); foreach (var item in list) { Action a = () => Console.WriteLine(item.X); co.Yield(); a(); } co.Launch(co => { Later(); co.Yield(); }); Action b = Later; b(); void Later() => Console.WriteLine(list.Count); } }";
        var run = GeneratorRun.Of(Sources.Compile(CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp9), Before + Body));
        run.AssertNo(run.Output.Errors());
        Assert.Contains("__witness_1", run.File, StringComparison.Ordinal);
    }

    private static string File(string method) => GeneratorRun.Of(Before + method + " }").File;
}
