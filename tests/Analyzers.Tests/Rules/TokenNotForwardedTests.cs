using CoroGen.Analyzers.Tests.Harness;
using CoroGen.CodeFixes;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO401.</summary>
public sealed class TokenNotForwardedTests
{
    [Fact]
    public Task Without() => RuleCheck<TokenNotForwarded>.Of(Source(
        "co.Await(client.{|CORO401:GetStringAsync|}(\"a\"));",
        "var text = co.Await(File.{|CORO401:ReadAllTextAsync|}(\"a\"));",
        "var reading = File.{|CORO401:ReadAllTextAsync|}(\"a\"); co.Await(reading);",
        "co.Await(stream.{|CORO401:ReadAsync|}(new byte[1], 0, 1));",
        "co.Await(stream.{|CORO401:ReadAsync|}(new byte[1].AsMemory()));",
        "co.Await(Task.WhenAll(Task.{|CORO401:Delay|}(1), {|CORO401:Own|}(2)));",
        "co.Await({|CORO401:Own|}(1).ConfigureAwait(false) is var x ? Task.CompletedTask : null);",
        "co.Await({|CORO401:Make<int>|}(1));",
        "foreach (var n in {|CORO401:Count|}()) co.Yield();",
        "try { co.Await({|CORO401:Own|}(1)); } catch (IOException) { co.Await({|CORO401:Own|}(2)); }",
        "CoAction body = inner => inner.Await({|CORO401:Own|}(1));"));

    [Fact]
    public Task Harmless() => RuleCheck<TokenNotForwarded>.Of(Source(
        "co.Await(client.GetStringAsync(\"a\", co.CancellationToken));",
        "co.Await(Own(1, CancellationToken.None));",
        "co.Await(Own(token: default, n: 1));",
        "co.Await(stream.DisposeAsync());",
        "co.Await(None(1));",
        "co.Await(Other(1));",
        "_ = Own(1);",
        "Own(1);",
        "co.Await(() => Own(1));",
        "co.Await(token => Own(1, token));",
        "try { co.Yield(); } finally { co.Await(Own(1)); }",
        "try { co.Yield(); } catch (OperationCanceledException) { co.Await(Own(1)); }",
        "co.Shield(inner => inner.Await(Own(1)));",
        "co.Offload(() => { Own(1).Wait(); });",
        "Serve(co); co.Await(Serve());"));

    [Fact]
    public Task Forwarded() => RuleFixCheck<TokenNotForwarded, ForwardTokenFix>.Of(
        Source(
            "co.Await(client.{|CORO401:GetStringAsync|}(\"a\")); /* a */",
            "co.Await({|CORO401:Own|}(n: 1));",
            "co.Await({|CORO401:Options|}(1));",
            "co.Await({|CORO401:Empty|}());",
            "co.Await(Task.WhenAll({|CORO401:Own|}(co.Await({|CORO401:Make<int>|}(1))), {|CORO401:Own|}(2)));",
            "CoAction body = inner => inner.Await({|CORO401:Own|}(1));"),
        Source(
            "co.Await(client.GetStringAsync(\"a\", co.CancellationToken)); /* a */",
            "co.Await(Own(n: 1, token: co.CancellationToken));",
            "co.Await(Options(1, token: co.CancellationToken));",
            "co.Await(Empty(co.CancellationToken));",
            "co.Await(Task.WhenAll(Own(co.Await(Make<int>(1, co.CancellationToken)), co.CancellationToken), Own(2, co.CancellationToken)));",
            "CoAction body = inner => inner.Await(Own(1, inner.CancellationToken));"));

    private static string Source(params string[] statements) => $$"""
        static partial class Kitchen
        {
            static Task Own(int n, CancellationToken token = default) => Task.CompletedTask;
            static Task Options(int n, bool all = true, CancellationToken token = default) => Task.CompletedTask;
            static Task Empty(CancellationToken token = default) => Task.CompletedTask;
            static Task<T> Make<T>(T x) => Make(x, default);
            static Task<T> Make<T>(T x, CancellationToken token) => Task.FromResult(x);
            static async IAsyncEnumerable<int> Count([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default) { await Task.Yield(); yield return 1; }
            static Task None(int n) => Task.CompletedTask;
            static Task Other(int n) => Task.CompletedTask;
            static Task<int> Other(int n, CancellationToken token) => Task.FromResult(1);
            [Coroutine] static void Serve(Co co) { co.Yield(); }
            {{Methods.Each(statements, "System.Net.Http.HttpClient client, Stream stream")}}
        }
        """;
}
