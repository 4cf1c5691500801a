using CoroGen.BlockingMembers.Tests.Harness;

namespace CoroGen.BlockingMembers.Tests;

/// <summary>Taking a lock is waiting, if somebody holds it while he waits.</summary>
public sealed class LockTests
{
    [Fact]
    public void A_lock_that_is_held_for_a_few_instructions_is_none() => Assert.Empty(
        Sample.Open("public class A { private object gate = new(); private int n; public void Count() { Os.Enter(gate); try { n++; } finally { Os.Exit(gate); } } }"));

    [Fact]
    public void A_lock_in_which_somebody_waits_makes_all_others_wait() => Assert.Equal(
        ["M:A.Count", "M:A.Waits"],
        Sample.Open(
            """
            public class A
            {
                private object gate = new(), other = new();
                private int n;
                public void Count() { Os.Enter(gate); try { n++; } finally { Os.Exit(gate); } }
                public void Waits() { Os.Enter(gate); try { Os.Wait(); } finally { Os.Exit(gate); } }
                public void Other() { Os.Enter(other); try { n++; } finally { Os.Exit(other); } }
            }
            """).Order());

    [Fact]
    public void What_runs_after_the_lock_is_released_is_not_held() => Assert.Equal(
        ["M:A.Waits"],
        Sample.Open(
            """
            public class A
            {
                private object gate = new();
                private int n;
                public void Count() { Os.Enter(gate); try { n++; } finally { Os.Exit(gate); } }
                public void Waits() { Os.Enter(gate); try { n++; } finally { Os.Exit(gate); } Os.Wait(); }
            }
            """));

    [Fact]
    public void The_path_names_who_holds_the_lock() => Assert.Equal(
        ["A.Count", "lock of A.gate, in which A.Waits calls Os.Wait"],
        Sample.Check(
            """
            public class A
            {
                private object gate = new();
                public void Count() { Os.Enter(gate); try { ToString(); } finally { Os.Exit(gate); } }
                public void Waits() { Os.Enter(gate); try { Os.Wait(); } finally { Os.Exit(gate); } }
            }
            """).Open.Single(finding => finding.Id == "M:A.Count").Path);
}
