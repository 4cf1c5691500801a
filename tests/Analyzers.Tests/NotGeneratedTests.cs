using CoroGen.Analyzers.Tests.Harness;
using CoroGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO017: generators do not see each other's code, so a body that needs another one's is not compiled, and that must be said.</summary>
public sealed class NotGeneratedTests
{
    private static readonly Type[] Both = [typeof(CoroutineGenerator), typeof(RecipeGenerator)];

    [Fact]
    public Task A_body_that_uses_another_generators_code_is_reported() => AnalyzerCheck.With(Both, """
        static partial class Kitchen
        {
            [Coroutine] static void {|CORO017:Serve|}(Co co) { co.Sleep(Recipe.Minutes); }
            [Coroutine] static void Cook(Co co) { co.Yield(); }
            [Coroutine] static void Open(Co co) { Cook(co); Serve(co); }
        }
        """);

    [Fact]
    public Task A_signature_that_uses_another_generators_code_is_reported() => AnalyzerCheck.With(Both, """
        static partial class Kitchen
        {
            [Coroutine] static void {|CORO017:Serve|}(Co co, Recipe recipe) { }
            [Coroutine] static void Cook(Co co) { co.Yield(); }
        }
        """);

    [Fact]
    public Task What_another_generator_brings_outside_of_coroutines_is_no_reason() => AnalyzerCheck.With(Both, """
        using Recipes;
        [Cookbook] partial class Kitchen : Recipe, IRecipe
        {
            [Coroutine, Cookbook] public int Serve(Co co) { co.Yield(); return 1; }
            [Coroutine] public void Open(Co co) { co.Launch(Serve()); Serve(co); }
        }
        """);

    [Fact]
    public Task A_body_that_another_generator_writes_is_reported() => AnalyzerCheck.With([typeof(CoroutineGenerator), typeof(BodyGenerator)], """
        static partial class Kitchen
        {
            [Coroutine] static partial void {|CORO017:Serve|}(Co co);
        }
        """);

    [Fact]
    public Task An_ordinary_method_may_use_it() => AnalyzerCheck.With(Both, """
        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co) { co.Sleep(Minutes()); }
            static int Minutes() => Recipe.Minutes;
        }
        """);

    [Fact]
    public Task A_body_that_does_not_compile_either_way_is_left_to_the_compiler() => AnalyzerCheck.With(Both, """
        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co) { co.Sleep(Recipe.{|CS0117:Hours|}); }
        }
        """);

    /// <summary>An interceptor is told the place in the user's file.</summary>
    [Fact]
    public Task A_call_that_another_generator_intercepts_is_reported() => AnalyzerCheck.Intercepted([typeof(CoroutineGenerator), typeof(Interceptor)], """
        class Recipe { public int Minutes() => 5; public int Hours() => 5; }
        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co, Recipe recipe) { co.Sleep(recipe.{|CORO017:Minutes|}() + recipe.Hours() + nameof(Recipe.Minutes).Length); Cook(recipe); }
            static void Cook(Recipe recipe) => recipe.Minutes();
        }
        """);

    [Fact]
    public Task Where_no_generator_runs_nothing_is_missing() => AnalyzerCheck.With([], """
        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co) { co.Yield(); }
        }
        """);

    /// <summary>Another generator.</summary>
    private sealed class RecipeGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(
                context.CompilationProvider, static (output, _) => output.AddSource("Recipe.g.cs", "class Recipe { public const int Minutes = 5; } interface IRecipe { int Hours => 1; } class CookbookAttribute : System.Attribute; namespace Recipes { class Any; }"));
    }

    /// <summary>Intercepts <c>recipe.Minutes()</c>.</summary>
    private sealed class Interceptor : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var places = context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Minutes" } },
                static (found, cancellation) => found.SemanticModel.GetInterceptableLocation((InvocationExpressionSyntax)found.Node, cancellation)!.GetInterceptsLocationAttributeSyntax()).Collect();
            context.RegisterSourceOutput(places, static (output, all) => output.AddSource("Intercepted.g.cs", $$"""
                namespace System.Runtime.CompilerServices { [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)] class InterceptsLocationAttribute(int version, string data) : Attribute; }
                namespace Intercepting { static class Minutes { {{string.Concat(all)}} public static int Of(this Recipe recipe) => 6; } }
                """));
        }
    }

    /// <summary>Another one.</summary>
    private sealed class BodyGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(
                context.CompilationProvider,
                static (output, _) => output.AddSource("Body.g.cs", "static partial class Kitchen { static partial void Serve(CoroGen.Co co) { co.Yield(); } }"));
    }

    [Fact]
    public Task Not_where_declarations_are_in_error_that_explain_it() => AnalyzerCheck.Of("""
        abstract partial class Kitchen { [Coroutine] public abstract int Serve(Co co, int table); }
        partial class Bistro : Kitchen
        {
            [Coroutine] public override {|CORO025:long|} {|CS0508:Serve|}(Co co, int table) { co.Yield(); return table; }
            [Coroutine] void Open(Co co) { co.Launch(Serve(1)); }
        }
        """);
}
