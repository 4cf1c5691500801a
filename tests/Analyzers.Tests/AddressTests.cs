using System.Reflection;
using System.Runtime.Loader;
using CoroGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Analyzers.Tests;

/// <summary>
/// CORO019, and the deviation D5 of docs/semantics.md: in C#'s optimized <c>async</c> a local moves when it is awaited the first time, so what its address points to is not the local any more.
/// CoroGen refuses it.
/// </summary>
public sealed class AddressTests
{
    private const string Async = """
        using System.Threading.Tasks;
        public static class Kitchen
        {
            public static bool Plain() { int count = 1; nint before; unsafe { before = (nint)(&count); } Later(); count++; unsafe { return before == (nint)(&count); } }
            public static bool Async()
            {
                var later = new TaskCompletionSource();
                var counted = Count(later.Task);
                later.SetResult();
                return counted.Result;
            }
            static async Task<bool> Count(Task later) { int count = 1; nint before; unsafe { before = (nint)(&count); } await later; count++; unsafe { return before == (nint)(&count); } }
            static void Later() { }
        }
        """;

    [Fact]
    public void In_plain_code_a_local_stays_where_it_is() => Assert.True(Run("Plain"));

    [Fact]
    public void In_async_code_it_moves() => Assert.False(Run("Async"));

    [Theory]
    [InlineData("int count = 1; int* p = {|CORO019:&count|}; co.Yield(); count++;")]
    [InlineData("int* p = {|CORO019:&number|}; co.Yield(); number++;")]
    public Task In_a_coroutine_it_is_refused(string statements) => AnalyzerCheck.Of($$"""
        static partial class Kitchen { [Coroutine] static unsafe void Serve(Co co, int number) { {{statements}} } }
        """);

    private static bool Run(string method)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, optimizationLevel: OptimizationLevel.Release);
        var compilation = CSharpCompilation.Create("Async", [CSharpSyntaxTree.ParseText(Async)], AnalyzerCheck.References, options);
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext(null, isCollectible: true);
        try
        {
            return (bool)context.LoadFromStream(image).GetType("Kitchen")!.GetMethod(method, BindingFlags.Static | BindingFlags.Public)!.Invoke(null, null)!;
        }
        finally
        {
            context.Unload();
        }
    }
}
