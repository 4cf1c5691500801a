using CoroGen.BlockingMembers.Tests.Harness;

namespace CoroGen.BlockingMembers.Tests;

/// <summary>What counts as a call.</summary>
public sealed class GraphTests
{
    [Fact]
    public void A_call_through_private_methods() => Assert.Equal(
        ["M:A.Reaches"],
        Sample.Open("public class A { public void Reaches() => Inner(); private void Inner() => Os.Wait(); public void Computes() { } }"));

    [Fact]
    public void Getters_and_constructors() => Assert.Equal(
        ["M:A.#ctor", "P:A.Size"],
        Sample.Open("public class A { public A() => Os.Wait(); public int Size { get { Os.Wait(); return 1; } } public int Free => 1; }").Order());

    [Fact]
    public void A_virtual_call_goes_to_all_overrides() => Assert.Equal(
        ["M:A.Run", "M:Uses.Any(A)", "M:Waiting.Run"],
        Sample.Open(
            """
            public class A { public virtual void Run() { } }
            public class Waiting : A { public override void Run() => Os.Wait(); }
            public class Quick : A { public override void Run() { } }
            public class Uses { public void Any(A a) => a.Run(); public void Known(Quick q) => q.Run(); public void Made() => new A().Run(); }
            """).Order());

    [Fact]
    public void A_call_of_an_interface_goes_to_what_implements_it() => Assert.Contains(
        "M:Uses.Any(I)",
        Sample.Open("public interface I { void Run(); } internal class A : I { void I.Run() => Os.Wait(); } public class Uses { public void Any(I i) => i.Run(); }"));

    [Fact]
    public void A_local_that_is_written_once_has_the_type_of_what_is_written() => Assert.DoesNotContain(
        "M:Uses.Known",
        Sample.Open(
            """
            public class A { public virtual void Run() { } }
            public class Waiting : A { public override void Run() => Os.Wait(); }
            public class Quick : A { public override void Run() { } }
            public class Uses { public void Known() { A a = new Quick(); a.ToString(); a.Run(); } }
            """));

    [Fact]
    public void A_delegate_counts_where_it_is_made() => Assert.Equal(
        ["M:A.Here"],
        Sample.Open("public class A { public void Here() => Use(() => Os.Wait()); public void Elsewhere() => Os.Queue(() => Os.Wait()); private void Use(Action action) => action(); }"));

    [Fact]
    public void An_iterator_counts_where_it_is_made() => Assert.Equal(
        ["M:A.All"],
        Sample.Open("public class A { public IEnumerable<int> All() { Os.Wait(); yield return 1; } }"));

    [Fact]
    public void An_async_method_runs_in_its_first_part() => Assert.Equal(
        ["M:A.Starts"],
        Sample.Open("public class A { public void Starts() => Async(); private async Task Async() { Os.Wait(); await Task.Yield(); } }"));

    [Fact]
    public void What_returns_a_task_is_not_asked() => Assert.Empty(
        Sample.Open("public class A { public Task Run() { Os.Wait(); return Task.CompletedTask; } public IAsyncResult Begin() { Os.Wait(); return null; } }"));

    [Fact]
    public void A_constant_timeout_of_zero_only_asks() => Assert.Equal(
        ["M:A.Waits"],
        Sample.Open("public class A { public void Asks() => Os.Wait(0); public void Waits() => Os.Wait(1); }"));

    [Fact]
    public void Recursion_ends() => Assert.Equal(
        ["M:A.Run(System.Int32)"],
        Sample.Open("public class A { public void Run(int n) => Inner(n); private void Inner(int n) { Os.Wait(); Run(n - 1); } }"));
}
