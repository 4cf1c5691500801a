using CoroGen.Analyzers.Blocking;
using CoroGen.Analyzers.Tests.Harness;
using CoroGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroGen.Analyzers.Tests.Blocking;

/// <summary>What the messages say: what blocks, the way there, and what to write instead.</summary>
public sealed class PathMessageTests
{
    [Theory]
    [InlineData("Prepare();", "'Prepare' blocks the thread, and with it every coroutine of the loop, by Prepare → Load → File.ReadAllText: use 'co.Offload(() => Prepare(…))'")]
    [InlineData("_ = new Menu();", "'new Menu' blocks the thread, and with it every coroutine of the loop, by new Menu → File.ReadAllText: use 'co.Offload(() => new Menu(…))'")]
    [InlineData("_ = Text;", "'Text' blocks the thread, and with it every coroutine of the loop, by Text → Load → File.ReadAllText: use 'co.Offload(() => Text)'")]
    [InlineData("Nested();", "'Nested' runs a loop inside of a coroutine, by Nested → EventLoop.Run, which throws: use 'co.Await(…)'")]
    [InlineData("File.ReadAllText(\"\");", "'File.ReadAllText' blocks the thread, and with it every coroutine of the loop: use 'co.Await(ReadAllTextAsync(…))'")]
    [InlineData("File.Delete(\"\");", "'File.Delete' blocks the thread, and with it every coroutine of the loop: use 'co.Offload(() => Delete(…))'")]
    [InlineData("Thread.Sleep(1);", "'Thread.Sleep' blocks the thread, and with it every coroutine of the loop: use 'co.Sleep(…)'")]
    [InlineData("Task.WaitAll(Task.Delay(1));", "'Task.WaitAll' blocks the thread, and with it every coroutine of the loop: use 'co.Await(Task.WhenAll(…))'")]
    [InlineData("lock (new object()) { }", "'lock' blocks the thread, and with it every coroutine of the loop: use 'using (co.Lock(…))'")]
    [InlineData("new EventLoop().RunUntilEmpty();", "'EventLoop.RunUntilEmpty' runs a loop inside of a coroutine, which throws: use 'co.WaitAll(…)'")]
    [InlineData("co.Await(async () => { await Task.Yield(); Thread.Sleep(1); });", "'Thread.Sleep' blocks the thread, and with it every coroutine of the loop: use 'await Task.Delay(…)'")]
    [InlineData("co.Await(async () => { await Task.Yield(); Thread.Yield(); });", "'Thread.Yield' blocks the thread, and with it every coroutine of the loop: use 'await Task.Yield()'")]
    [InlineData("co.Await(async () => { await Task.Yield(); Task.WaitAll(Task.Delay(1)); });", "'Task.WaitAll' blocks the thread, and with it every coroutine of the loop: use 'await Task.WhenAll(…)'")]
    [InlineData("co.Await(async () => { await Task.Yield(); Prepare(); });", "'Prepare' blocks the thread, and with it every coroutine of the loop, by Prepare → Load → File.ReadAllText: use 'await Task.Run(() => Prepare(…))'")]
    [InlineData("co.Await(async () => { await Task.Yield(); CoAction body = co => Thread.Sleep(1); });", "'Thread.Sleep' blocks the thread, and with it every coroutine of the loop: use 'co.Sleep(…)'")]
    public async Task Says(string statement, string message) => Assert.Equal([message], await Messages(
        $$"""
        using System.IO; using System.Threading; using System.Threading.Tasks; using CoroGen;
        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co) { {{statement}} }
            static void Prepare() => Load();
            static string Load() => File.ReadAllText("");
            static string Text => Load();
            static void Nested() => new EventLoop().Run(Serve());
        }
        class Menu { public Menu() => File.ReadAllText(""); }
        """));

    private static async Task<string[]> Messages(string source)
    {
        var compilation = CSharpCompilation.Create("Messages", [CSharpSyntaxTree.ParseText(source)], AnalyzerCheck.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        CSharpGeneratorDriver.Create(new CoroutineGenerator()).RunGeneratorsAndUpdateCompilation(compilation, out var complete, out _);
        var found = await complete.WithAnalyzers([new BlockingAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. found.Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];
    }
}
