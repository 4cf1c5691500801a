using CoroGen.Generator.Tests.Harness;

namespace CoroGen.Generator.Tests.Signatures;

/// <summary>Files are named after what is in them, and no two names differ by case only.</summary>
public sealed class FileNameTests
{
    [Fact]
    public void Overloads_are_numbered_in_their_order()
    {
        var run = GeneratorRun.Of("""
            using CoroGen;
            partial class Kitchen
            {
                [Coroutine] static int Serve(Co co, int x) => x;
                [Coroutine] static string Serve(Co co, string x) { co.Yield(); return x; }
                [Coroutine] static void Serve<T>(Co co, T[] x) { }
                [Coroutine] static void Serve_2(Co co) { }
                [Coroutine] static void All(Co co) { co.Wait(Serve(1), Serve("A"), Serve(new[] { 1 }), Serve_2()); Serve(co, Serve(co, 1)); }
            }
            """);

        Assert.Equal(
            ["Kitchen.All.g.cs", "Kitchen.Serve.g.cs", "Kitchen.Serve_2.g.cs", "Kitchen.Serve_3.g.cs", "Kitchen.Serve_4.g.cs"],
            run.Files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_that_differ_by_case_get_a_number()
    {
        var run = GeneratorRun.Of("""
            using CoroGen;
            partial class Kitchen { [Coroutine] static void Serve(Co co) { } [Coroutine] static void serve(Co co) { } [Coroutine] static void SERVE(Co co) { } }
            partial class kitchen { [Coroutine] static void Serve(Co co) { } }
            """);

        Assert.Equal(4, run.Files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains("Kitchen.serve-2.g.cs", run.Files.Keys);
    }

    [Fact]
    public void Types_of_one_name_are_told_apart()
    {
        var run = GeneratorRun.Of("""
            using CoroGen;
            namespace A { partial class Box { [Coroutine] static void Run(Co co) { } } partial class Box<T> { [Coroutine] static void Run(Co co) { } partial class Box2<U, V> { [Coroutine] static void Run(Co co) { } } } }
            namespace B { partial class Box { [Coroutine] static void Run(Co co) { } } }
            """);

        Assert.Equal(["A.Box.Run.g.cs", "A.Box{T}+Box2{U,V}.Run.g.cs", "A.Box{T}.Run.g.cs", "B.Box.Run.g.cs"], run.Files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Explicit_implementations_of_several_interfaces_are_told_apart()
    {
        var run = GeneratorRun.Of("""
            using CoroGen;
            partial interface IA { [Coroutine] void Run(Co co); }
            partial interface IB<T> { [Coroutine] T Run(Co co); }
            partial class Both : IA, IB<int>, IB<string>
            {
                [Coroutine] void IA.Run(Co co) { co.Yield(); }
                [Coroutine] int IB<int>.Run(Co co) { co.Yield(); return 1; }
                [Coroutine] string IB<string>.Run(Co co) { co.Yield(); return ""; }
                [Coroutine] public void Run(Co co, int x) { co.Yield(); }
            }
            """);

        Assert.Equal(
            ["Both.Run.g.cs", "Both.Run_2.g.cs", "Both.Run_3.g.cs", "Both.Run_4.g.cs", "IA.Run.g.cs", "IB{T}.Run.g.cs"],
            run.Files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Unicode_and_verbatim_names_are_legal()
    {
        var run = GeneratorRun.Of("using CoroGen; namespace Küche.@namespace; partial class @class { [Coroutine] static void @void(Co co) { co.Yield(); } [Coroutine] static void Öl(Co @co) { @void(co); } }");

        Assert.Equal(["Küche.namespace.class.void.g.cs", "Küche.namespace.class.Öl.g.cs"], run.Files.Keys.Order(StringComparer.Ordinal));
    }
}
