using CoroGen.Analyzers.Tests.Harness;
using CoroGen.CodeFixes;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO207.</summary>
public sealed class UnshieldedCleanupTests
{
    [Theory]
    [InlineData("try { co.Yield(); } finally { co.{|CORO207:Sleep|}(1); }")]
    [InlineData("try { co.Yield(); } finally { Console.WriteLine({|CORO207:Close|}(co)); }")]
    [InlineData("try { co.Yield(); } finally { if (channel.IsClosed) { channel.{|CORO207:Send|}(co, 1); } }")]
    [InlineData("try { } finally { try { co.{|CORO207:Yield|}(); } catch (IOException) { } }")]
    [InlineData("try { } catch (OperationCanceledException) { co.{|CORO207:Sleep|}(1); }")]
    [InlineData("try { } catch (CoroutineCanceledException e) { co.{|CORO207:Sleep|}(e.Message.Length); throw; }")]
    [InlineData("try { } catch (OperationCanceledException e) when (e is CoroutineCanceledException) { co.{|CORO207:Sleep|}(1); }")]
    [InlineData("try { } catch (OperationCanceledException) when (channel.IsClosed) { co.{|CORO207:Sleep|}(1); }")]
    [InlineData("CoAction body = inner => { try { inner.Yield(); } finally { inner.{|CORO207:Yield|}(); } };")]
    [InlineData("try { co.Yield(); } finally { channel.{|CORO207:Send|}(co, Close(co)); }")]
    [InlineData("try { co.Yield(); } finally { co.{|CORO207:Timeout|}(TimeSpan.Zero, co => co.Shield(Close())); }")]
    [InlineData("try { } finally { {|CORO207:foreach|} (var item in channel) { } }")]
    [InlineData("try { } finally { {|CORO207:foreach|} (var item in Items()) { } }")]
    [InlineData("try { } finally { {|CORO207:using|} var left = new Open(); }")]
    [InlineData("try { } finally { {|CORO207:using|} (new Open()) Console.Write(1); }")]
    [InlineData("try { } finally { {|CORO207:EndPartly|}(co); }")]
    [InlineData("try { } finally { {|CORO207:EndTwice|}(co, 1); }")]
    [InlineData("try { } finally { new Library().{|CORO207:Flush|}(co); }")]
    [InlineData("try { } finally { new Library().Quietly(co, co => { try { } finally { co.Yield(); } }); new Library().{|CORO207:Loudly|}(co, co => { try { } finally { co.{|CORO207:Yield|}(); } }); }")]
    public Task Unshielded(string statement) => RuleCheck<UnshieldedCleanup>.Of(Source(statement));

    [Theory]
    [InlineData("try { co.Yield(); } finally { co.Shield(Close()); }")]
    [InlineData("try { co.Yield(); } finally { co.Shield(co => co.Timeout(TimeSpan.FromSeconds(1), Close())); }")]
    [InlineData("try { co.Yield(); } finally { co.Launch(Close()); channel.Close(); }")]
    [InlineData("co.Shield(co => { try { co.Yield(); } finally { co.Yield(); } });")]
    [InlineData("try { } catch (IOException) { co.Sleep(1); }")]
    [InlineData("try { } catch (Exception) { co.Sleep(1); }")]
    [InlineData("try { } catch (TaskCanceledException) { co.Sleep(1); }")]
    [InlineData("try { } catch (OperationCanceledException e) when (e is not CoroutineCanceledException) { co.Sleep(1); }")]
    [InlineData("try { } catch (OperationCanceledException e) when (!(e is CoroutineCanceledException)) { co.Sleep(1); }")]
    [InlineData("try { } catch (OperationCanceledException e) when (IsTimeout(e)) { co.Sleep(1); }")]
    [InlineData("try { } catch (CoroutineCanceledException) { throw; } catch (OperationCanceledException) { co.Sleep(1); }")]
    [InlineData("try { co.Yield(); } finally { CoAction later = inner => inner.Yield(); co.Launch(later); }")]
    [InlineData("using (co.Lock(new CoLock())) co.Yield();")]
    [InlineData("try { } finally { End(co); }")]
    [InlineData("try { } finally { EndAgain(co, 1); }")]
    [InlineData("try { } finally { using var left = new Closed(); }")]
    [InlineData("var e = Items().GetEnumerator(); try { } finally { e.Dispose(co); }")]
    [InlineData("try { } finally { new Library().Close(co); }")]
    [InlineData("try { } finally { ((ILibrary)new Library()).Close(co); }")]
    [InlineData("try { } finally { new Shelf().Empty(co); }")]
    [InlineData("try { } finally { new Library().Quietly(co, co => co.Yield()); }")]
    [InlineData("using var left = new Open(); foreach (var item in channel) { }")]
    public Task Harmless(string statement) => RuleCheck<UnshieldedCleanup>.Of(Source(statement));

    [Fact]
    public Task Shielded() => RuleFixCheck<UnshieldedCleanup, ShieldFix>.Of(
        Source("""
            var name = "A";
            try
            {
                co.Yield();
            }
            catch (OperationCanceledException)
            {
                // Say goodbye.
                co.{|CORO207:Sleep|}(name.Length); // a while
            }
            finally
            {
                var closed = {|CORO207:Close|}(co) + {|CORO207:Close|}(co);
                channel.{|CORO207:Send|}(co, closed);
            }
            """),
        Source("""
            var name = "A";
            try
            {
                co.Yield();
            }
            catch (OperationCanceledException)
            {
                // Say goodbye.
                co.Shield(co => co.Sleep(name.Length)); // a while
            }
            finally
            {
                var closed = co.Shield(co => Close(co)) + co.Shield(co => Close(co));
                channel.Send(co, closed);
            }
            """).Replace("channel.Send(co, closed)", "co.Shield(co => channel.Send(co, closed))", StringComparison.Ordinal));

    [Theory]
    [InlineData("Span<int> places = new int[1]; try { } finally { co.{|CORO207:Sleep|}(places[0]); }")]
    [InlineData("try { } finally { co.{|CORO207:Sleep|}(int.TryParse(\"1\", out var time) ? time : 0); }")]
    public Task What_a_lambda_cannot_hold_is_left(string statement) => RuleFixCheck<UnshieldedCleanup, ShieldFix>.None(Source(statement));

    [Fact]
    public Task A_structs_members_are_left() => RuleFixCheck<UnshieldedCleanup, ShieldFix>.None("""
        readonly partial struct Kitchen
        {
            private readonly int _time;
            [Coroutine] void Open(Co co) { try { } finally { co.{|CORO207:Sleep|}(_time); } }
        }
        """);

    private static string Source(string statement) => $$"""
        static partial class Kitchen
        {
            static bool IsTimeout(Exception e) => e.InnerException is TimeoutException;
            static IAsyncEnumerable<int> Items() => null!;
            [Coroutine] static int Close(Co co) { co.Yield(); return 1; }
            [Coroutine] static void End(Co co) => co.Shield(Close());
            [Coroutine] static void EndAgain(Co co, int n) { End(co); if (n > 0) EndAgain(co, n - 1); }
            [Coroutine] static void EndPartly(Co co) { End(co); co.Yield(); }
            [Coroutine] static void EndTwice(Co co, int n) { if (n > 0) EndTwice(co, n - 1); Close(co); }
            [Coroutine] static void Open(Co co, CoChannel<int> channel)
            {
                {{statement.ReplaceLineEndings("\n        ")}}
            }
        }
        partial interface ILibrary { [Coroutine, Shielded] void Close(Co co); }
        partial class Shelf { [Coroutine, Shielded] public virtual void Empty(Co co) => co.Yield(); }
        partial class Library : Shelf, ILibrary
        {
            [Coroutine] public virtual void Close(Co co) => co.Yield();
            [Coroutine] public override void Empty(Co co) => co.Yield();
            [Coroutine] public virtual void Flush(Co co) => co.Yield();
            [Coroutine, Shielded] public virtual void Quietly(Co co, CoAction body) => co.Shield(body);
            [Coroutine] public virtual void Loudly(Co co, CoAction body) => co.Launch(body);
        }
        sealed partial class Open : IDisposable { public void Dispose() { } [Coroutine] public void Dispose(Co co) => co.Yield(); }
        sealed partial class Closed : IDisposable { public void Dispose() { } [Coroutine] public void Dispose(Co co) => co.Shield(co => co.Yield()); }
        """;
}
