using CoroGen.Generator.Discovery;
using CoroGen.Generator.Refusals;
using CoroGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Tests.Signatures;

/// <summary>A refused method keeps its factory's signature, so that its callers compile and only the refusal is seen.</summary>
public sealed class RefusedTests
{
    [Theory]
    [InlineData("int Serve(Co co, ref int x) { return x; }", "int x = 1; int y = Serve(co, ref x); Coroutine<int> z = Serve(ref x);", "CORO006")]
    [InlineData("int Serve(Co co, System.Span<int> x) { return x[0]; }", "int y = Serve(co, default); Coroutine<int> z = Serve(default);", "CORO006")]
    [InlineData("int Serve(Co co, Co other) => 1;", "var z = co.Launch(Serve());", "CORO003")]
    [InlineData("int Serve(Co co) { var other = co; return 1; }", "int y = Serve(co); int z = co.Await(Serve());", "CORO010")]
    [InlineData("int Serve(Co co) { return Unknown(1); }", "int y = Serve(co); int z = co.Await(Serve());", "its body has errors", "CS0103")]
    [InlineData("Nothing Serve(Co co) { return 1; }", "var y = Serve(co); var z = co.Await(Serve());", "its head has errors", "CS0246")]
    [InlineData("int Serve(Co co, Nothing x, int y = 1) { return y; }", "int y = co.Await(Serve(null));", "its head has errors", "CS0246")]
    public void Its_callers_compile(string method, string use, string reason, params string[] ownErrors)
    {
        var run = GeneratorRun.OfAny($$"""
            using CoroGen;
            static partial class Kitchen
            {
                [Coroutine] static {{method}}
                [Coroutine] static void Use(Co co) { {{use}} }
                static void Other() { }
            }
            """);

        Assert.Null(run.Exception);
        Assert.Equal(ownErrors, run.Output.Errors().Select(error => error.Split(": error ")[1].Split(':')[0]).Distinct());
        Assert.Contains($"was not compiled: {reason}", run.Files["Kitchen.Serve.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("interface IKitchen { [Coroutine] void Serve(Co co); }")]
    [InlineData("class Kitchen { [Coroutine] void Serve(Co co) { } }")]
    [InlineData("file partial class Kitchen { [Coroutine] void Serve(Co co) { } }")]
    [InlineData("partial class Kitchen { [Coroutine] void Serve() { } }")]
    [InlineData("partial interface IKitchen<in T> { [Coroutine] void Serve(Co co) { } }")]
    [InlineData("static class Kitchen { static void Main() { } [Coroutine] static void Serve(this int x, Co co) { } }")]
    [InlineData("partial class Kitchen { void M() { [Coroutine] void Serve(Co co) { } } }")]
    [InlineData("partial class Kitchen { int P { [Coroutine] get => 1; } }")]
    public void Where_nothing_can_be_added_nothing_breaks(string source)
    {
        var run = GeneratorRun.OfAny("using CoroGen;\n" + source);

        Assert.Null(run.Exception);
        Assert.Empty(run.Output.Errors());
    }

    [Theory]
    [InlineData("abstract partial class Kitchen { [Coroutine] protected abstract int Serve(Co co, ref int x); } partial class Small : Kitchen { [Coroutine] protected override int Serve(Co co, ref int x) => 1; }")]
    [InlineData("partial interface IKitchen { [Coroutine] static abstract int Serve(Co co, ref int x); } partial class Small : IKitchen { [Coroutine] public static int Serve(Co co, ref int x) => 1; }")]
    [InlineData("partial interface IKitchen { [Coroutine] int Serve(Co co, Co other); } partial class Small : IKitchen { [Coroutine] int IKitchen.Serve(Co co, Co other) => 1; }")]
    public void What_is_abstract_gets_bodies(string source)
    {
        var run = GeneratorRun.OfAny("using CoroGen;\n" + source);

        Assert.Null(run.Exception);
        Assert.Empty(run.Output.Errors());
    }

    [Fact]
    public void The_receiver_of_an_extension_block_is_judged_like_a_parameter()
    {
        var compilation = Sources.Compile("using CoroGen; static partial class Extensions { extension(ref int value) { [Coroutine] public void Twice(Co co) { co.Yield(); } } }");
        var tree = compilation.SyntaxTrees.Single();
        var declaration = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
        var method = CoroutineMethod.Of(compilation.GetSemanticModel(tree).GetDeclaredSymbol(declaration)!, default)!;

        Assert.Equal("CORO006", Assert.Single(SignatureRules.Judge(method).Refusals).Rule.Id);
    }

    [Fact]
    public void An_older_language_than_needed_gets_no_files()
    {
        var options = Sources.Preview.WithLanguageVersion(LanguageVersion.CSharp8);
        var run = GeneratorRun.Of(Sources.Compile(options, "using CoroGen; partial class Kitchen { [Coroutine] void Serve(Co co) { } }"));

        Assert.Empty(run.Files);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp12)]
    public void Generated_code_is_in_the_users_language(LanguageVersion language)
    {
        var run = GeneratorRun.Of(Sources.Compile(Sources.Preview.WithLanguageVersion(language), """
            using CoroGen;
            namespace Shop
            {
                partial class Kitchen<T> where T : class
                {
                    [Coroutine] public virtual T? Serve<U>(Co co, T? meal, U[] list, int tables = 2)
                    {
                        for (var i = 0; i < tables; i++)
                        {
                            co.Yield();
                            using (co.Lock(new CoLock())) Serve(co, meal, list, i);
                        }

                        return meal;
                    }
                }
            }
            """));

        Assert.Empty(run.Output.Errors());
    }
}
