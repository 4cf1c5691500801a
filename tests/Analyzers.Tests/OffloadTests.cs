using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests;

/// <summary>Async lambdas are no blocking work: taken as such, they would give a task that nobody waits for.</summary>
public class OffloadTests
{
    [Theory]
    [InlineData("async () => await Task.Yield()")]
    [InlineData("async () => { await Task.Yield(); return 1; }")]
    [InlineData("() => Task.CompletedTask")]
    [InlineData("async token => await Task.Delay(1, token)")]
    [InlineData("async token => { await Task.Yield(); return 1; }")]
    public Task Async_code_is_refused(string work) => AnalyzerCheck.Of($$"""
        using System.Threading.Tasks;

        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co) { {|CS0619:co.Offload({{work}})|}; }
        }
        """);

    [Theory]
    [InlineData("() => { }")]
    [InlineData("() => 1")]
    [InlineData("token => token.ThrowIfCancellationRequested()")]
    [InlineData("token => token.CanBeCanceled")]
    public Task Other_code_is_not(string work) => AnalyzerCheck.Of($$"""
        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co) { co.Offload({{work}}); }
        }
        """);
}
