using CoroGen.Analyzers.Tests.Harness;
using CoroGen.CodeFixes;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO400.</summary>
public sealed class SwallowedCancellationTests
{
    [Theory]
    [InlineData("try { co.Yield(); } {|CORO400:catch|} { }")]
    [InlineData("try { co.Yield(); } {|CORO400:catch|} (Exception) { }")]
    [InlineData("try { co.Yield(); } {|CORO400:catch|} (Exception e) { Log(e); }")]
    [InlineData("try { co.Yield(); } {|CORO400:catch|} (SystemException e) { Log(e); }")]
    [InlineData("try { co.Yield(); } {|CORO400:catch|} (OperationCanceledException) { return; }")]
    [InlineData("try { if (n > 0) Serve(co); } {|CORO400:catch|} (Exception e) { if (n > 1) throw; Log(e); }")]
    [InlineData("while (true) try { co.Yield(); } {|CORO400:catch|} (Exception) { continue; }")]
    [InlineData("while (true) try { co.Yield(); } {|CORO400:catch|} (Exception) { break; }")]
    [InlineData("try { co.Yield(); } {|CORO400:catch|} (Exception) when (n < 3) { }")]
    [InlineData("try { co.Yield(); } {|CORO400:catch|} (Exception e) when (e is IOException or OperationCanceledException) { }")]
    [InlineData("try { co.Yield(); } catch (IOException) { } {|CORO400:catch|} (Exception) { }")]
    [InlineData("try { co.Yield(); } catch (CoroutineCanceledException) when (n > 0) { } {|CORO400:catch|} (Exception) { }")]
    [InlineData("try { try { co.Yield(); } catch (IOException) { } } {|CORO400:catch|} (Exception) { }")]
    [InlineData("try { co.Yield(); } {|CORO400:catch|} (Exception e) { if (e is IOException) throw; }")]
    [InlineData("try { co.Yield(); } {|CORO400:catch|} (Exception e) { switch (e) { case IOException: throw; default: Log(e); break; } }")]
    [InlineData("try { co.Yield(); } {|CORO400:catch|} (Exception) { co.Shield(Serve()); }")]
    [InlineData("try { foreach (var item in channel) Log(item); } {|CORO400:catch|} (Exception) { }")]
    [InlineData("try { co.Yield(); } catch (Exception e) when (IsOurs(e)) { Log(e); } {|CORO400:catch|} (Exception e) when (n > 0) { Log(e); }")]
    [InlineData("try { co.Yield(); } {|CORO400:catch|} (Exception) when (true) { }")]
    [InlineData("try { co.Yield(); } {|CORO400:catch|} (Exception e) when (e is var any) { Log(any); }")]
    [InlineData("try { co.Yield(); } {|CORO400:catch|} (Exception e) when (e is OperationCanceledException canceled) { Log(canceled); }")]
    [InlineData("try { co.Yield(); } {|CORO400:catch|} (Exception e) when (e is not null) { Log(e); }")]
    [InlineData("try { co.Yield(); } {|CORO400:catch|} (Exception e) when (e is not IOException and not TimeoutException) { Log(e); }")]
    [InlineData("try { co.Yield(); } {|CORO400:catch|} (Exception e) when (e is OperationCanceledException { }) { Log(e); }")]
    [InlineData("try { co.Yield(); } {|CORO400:catch|} (Exception e) when ((object)e is SystemException) { Log(e); }")]
    [InlineData("CoAction body = inner => { try { inner.Yield(); } {|CORO400:catch|} (Exception) { } };")]
    public Task Swallowed(string statement) => RuleCheck<SwallowedCancellation>.Of(Source(statement));

    [Theory]
    [InlineData("try { Log(n); } catch (Exception) { }")]
    [InlineData("try { co.Launch(Serve()); } catch (Exception) { }")]
    [InlineData("try { co.Shield(Serve()); } catch (Exception) { }")]
    [InlineData("try { Action later = () => { }; CoAction body = inner => inner.Yield(); co.Launch(body); } catch { }")]
    [InlineData("try { co.Yield(); } catch (IOException) { }")]
    [InlineData("try { co.Yield(); } catch (CoroutineCanceledException) { }")]
    [InlineData("try { co.Yield(); } catch (TaskCanceledException) { }")]
    [InlineData("try { co.Yield(); } catch (CoroutineCanceledException) { throw; } catch (Exception e) { Log(e); }")]
    [InlineData("try { co.Yield(); } catch (OperationCanceledException e) when (e is CoroutineCanceledException) { throw; } catch { }")]
    [InlineData("try { co.Yield(); } catch (Exception e) when (e is not CoroutineCanceledException) { Log(e); }")]
    [InlineData("try { co.Yield(); } catch (Exception e) when (e is not OperationCanceledException && n > 1) { Log(e); }")]
    [InlineData("try { co.Yield(); } catch (Exception e) when (!(e is OperationCanceledException)) { Log(e); }")]
    [InlineData("try { co.Yield(); } catch (Exception e) when (e is IOException or TimeoutException { Message: \"\" }) { Log(e); }")]
    [InlineData("try { co.Yield(); } catch (Exception e) when (e is IOException || IsOurs(e)) { Log(e); }")]
    [InlineData("try { co.Yield(); } catch (Exception e) when (e.GetType() == typeof(IOException)) { Log(e); }")]
    [InlineData("try { co.Yield(); } catch (Exception e) when (e is null) { Log(e); }")]
    [InlineData("try { co.Yield(); } catch (Exception e) when (e is IOException io) { Log(io); }")]
    [InlineData("try { co.Yield(); } catch (Exception e) when (e is { Message: \"\" }) { Log(e); }")]
    [InlineData("try { co.Yield(); } catch (Exception e) when (e is IOException and { Message: \"\" }) { Log(e); }")]
    [InlineData("try { co.Yield(); } catch (Exception e) when (e is ICanceled) { Log(e); }")]
    [InlineData("try { co.Yield(); } catch (Exception e) { Log(e); throw; }")]
    [InlineData("try { co.Yield(); } catch (Exception e) { throw new IOException(\"\", e); }")]
    [InlineData("try { co.Yield(); } catch (Exception e) { if (e is OperationCanceledException) throw; Log(e); }")]
    [InlineData("try { co.Yield(); } catch (Exception e) { if (e is not CoroutineCanceledException) Log(e); else throw; }")]
    [InlineData("try { co.Yield(); } catch (Exception e) { switch (e) { case OperationCanceledException: throw; default: Log(e); break; } }")]
    [InlineData("try { co.Yield(); } catch (Exception e) { System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(e).Throw(); }")]
    [InlineData("try { co.Yield(); } catch (Exception) { co.CancellationToken.ThrowIfCancellationRequested(); }")]
    [InlineData("while (true) try { co.Yield(); } catch (Exception e) { Log(e); co.Sleep(1); }")]
    [InlineData("try { co.Yield(); } finally { Log(n); }")]
    [InlineData("try { co.Yield(); } catch (Exception e) when (n > 0 || e is CoroutineCanceledException) { Log(e); }")]
    [InlineData("try { co.Yield(); } catch (Exception e) when (IsOrdinary(e)) { Log(e); } catch (Exception e) when (n > 0) { Log(e); }")]
    public Task Harmless(string statement) => RuleCheck<SwallowedCancellation>.Of(Source(statement));

    [Fact]
    public Task Cancellation_passes() => RuleFixCheck<SwallowedCancellation, AddFilterFix>.Of(
        Source("""
            try
            {
                co.Yield();
            }
            {|CORO400:catch|} // all
            {
            }
            try
            {
                co.Yield();
            }
            {|CORO400:catch|} (Exception)
            {
            }
            try
            {
                co.Yield();
            }
            {|CORO400:catch|} (Exception error) when (n < 3 || n > 5)
            {
            }
            try { try { co.Sleep(1); } {|CORO400:catch|} (OperationCanceledException) { } } {|CORO400:catch|} { }
            try { int e = n; co.Sleep(e); } {|CORO400:catch|} (Exception) { Log(n); }
            """),
        Source("""
            try
            {
                co.Yield();
            }
            catch (Exception e) when (e is not CoroutineCanceledException) // all
            {
            }
            try
            {
                co.Yield();
            }
            catch (Exception e) when (e is not CoroutineCanceledException)
            {
            }
            try
            {
                co.Yield();
            }
            catch (Exception error) when (error is not CoroutineCanceledException && (n < 3 || n > 5))
            {
            }
            try { try { co.Sleep(1); } catch (OperationCanceledException e) when (e is not CoroutineCanceledException) { } } catch (Exception e) when (e is not CoroutineCanceledException) { }
            try { int e = n; co.Sleep(e); } catch (Exception e) when (e is not CoroutineCanceledException) { Log(n); }
            """));

    [Fact]
    public Task Names_that_a_file_does_not_know() => RuleFixCheck<SwallowedCancellation, AddFilterFix>.Of(
        """
        using Routine = CoroGen.CoroutineAttribute;
        partial class Kitchen
        {
            [Routine] void Open(CoroGen.Co co, int e) { try { co.Sleep(e); } {|CORO400:catch|} { } }
        }
        """,
        """
        using CoroGen;
        using Routine = CoroGen.CoroutineAttribute;
        partial class Kitchen
        {
            [Routine] void Open(CoroGen.Co co, int e) { try { co.Sleep(e); } catch (System.Exception exception) when (exception is not CoroutineCanceledException) { } }
        }
        """);

    private static string Source(string statement) => $$"""
        interface ICanceled { }
        static partial class Kitchen
        {
            static void Log(object what) { }
            static bool IsOurs(Exception e) => e.Data.Count > 0;
            static bool IsOrdinary(Exception e) => e is IOException or CoroutineCanceledException;
            [Coroutine] static void Serve(Co co) { co.Yield(); }
            [Coroutine] static void Open(Co co, int n, CoChannel<int> channel)
            {
                {{statement.ReplaceLineEndings("\n        ")}}
            }
        }
        """;
}
