using CoroGen.Generator.Tests.Harness;

namespace CoroGen.Generator.Tests.Lowering;

/// <summary>What becomes of statements: before, the user's; after, the steps of the resume method.</summary>
public sealed class StatementsTests
{
    [Fact]
    public void A_for_loop() => Check(
        """static int M(Co co) { var sum = 0; for (var i = 0; i < 3; i++) { sum += i; co.Yield(); } return sum; }""",
        """
        sum = 0;
        i = 0;
        __for_1:
        if (!(i < 3)) goto __end_3;
        sum += i;
        if (co.Yield__Run(ref __callee)) goto __done_1;
        save sum, i; suspend 1
        __resume_1:
        End(co);
        __done_1:
        i++;
        goto __for_1;
        __end_3:
        __result = sum;
        return true;
        """);

    [Fact]
    public void A_foreach_over_an_array() => Check(
        """static int M(Co co, int[] a) { foreach (var x in a) { if (x > 2) break; co.Yield(); } return 1; }""",
        """
        __t1 = a;
        __t2 = 0;
        __foreach_1:
        if (!(__t2 < __t1.Length)) goto __end_3;
        x = __t1[__t2];
        if (x > 2) goto __end_3;
        if (co.Yield__Run(ref __callee)) goto __done_1;
        save __t1, __t2; suspend 1
        __resume_1:
        End(co);
        __done_1:
        __t2 = __t2 + 1;
        goto __foreach_1;
        __end_3:
        __result = 1;
        return true;
        """);

    [Fact]
    public void A_foreach_over_anything_else() => Check(
        """static int M(Co co, List<int> a) { foreach (var x in a) co.Sleep(x); return 1; }""",
        """
        __t1 = a.GetEnumerator();
        __try_1:
        try {
          if (__state == 1) goto __resume_1;
          __foreach_1:
          if (!(__t1.MoveNext())) goto __end_2;
          x = __t1.Current;
          if (co.Sleep__Run(ref __callee, x)) goto __done_1;
          save __t1; suspend 1
          __resume_1:
          __state = 0;
          End(co);
          __done_1:
          goto __foreach_1;
          __end_2:
        }
        finally {
          if (!__suspended) Dispose(ref __t1);
        }
        __result = 1;
        return true;
        """);

    [Fact]
    public void A_switch() => Check(
        """static int M(Co co, int n) { switch (n) { case 1: co.Yield(); goto case 2; case 2: return 5; default: break; } return 0; }""",
        """
        switch (n) { case 1: goto __case_2; case 2: goto __case_3; default: goto __case_4; }
        __case_2:
        if (co.Yield__Run(ref __callee)) goto __done_1;
        save ; suspend 1
        __resume_1:
        End(co);
        __done_1:
        goto __case_3;
        __case_3:
        __result = 5;
        return true;
        __case_4:
        goto __end_1;
        __end_1:
        __result = 0;
        return true;
        """);

    [Fact]
    public void A_case_with_a_guard_that_suspends() => Check(
        """static int M(Co co, object o) { switch (o) { case int n when S(co, n) > 1: return n; case C { _next: null } c: return c.P; default: return 0; } }""",
        """
        switch (o) { case int __t1 when Bind(out n, __t1): goto __when_5; default: goto __next_6; }
        __when_5:
        if (S__Run(ref __callee, out __t2, co, n)) goto __done_1;
        save o, n; suspend 1
        __resume_1:
        __t2 = End<int>(co);
        __done_1:
        if (!(__t2 > 1)) goto __next_6;
        goto __case_2;
        __next_6:
        switch (o) { case C { _next: null } __t3 when Bind(out c, __t3): goto __case_3; default: goto __case_4; }
        __case_2:
        __result = n;
        return true;
        __case_3:
        __result = c.P;
        return true;
        __case_4:
        __result = 0;
        return true;
        """);

    [Fact]
    public void What_a_pattern_read_before_a_guard_that_suspends_is_kept() => Check(
        """static int M(Co co, C c) { switch (c) { case { P: 1 } when S(co, true): return 1; case { P: 2, _field: var f }: return f; } return 0; }""",
        """
        __t2 = false;
        __t3 = default!;
        switch (c) { case var _ when c is { } __t1 && (__t2 || Bind(out __t3, __t1.P) && Bind(out __t2, true)) && __t3 is 1: goto __when_4; default: goto __next_5; }
        __when_4:
        if (S__Run(ref __callee, out __t4, co, true)) goto __done_1;
        save c, __t2, __t3; suspend 1
        __resume_1:
        __t4 = End<bool>(co);
        __done_1:
        if (!__t4) goto __next_5;
        goto __case_2;
        __next_5:
        switch (c) { case var _ when c is { } __t6 && (__t2 || Bind(out __t3, __t6.P) && Bind(out __t2, true)) && __t3 is 2 && __t6 is { _field: var __t5 } && Bind(out f, __t5): goto __case_3; default: goto __end_1; }
        __case_2:
        __result = 1;
        return true;
        __case_3:
        __result = f;
        return true;
        __end_1:
        __result = 0;
        return true;
        """);

    [Fact]
    public void A_catch_that_suspends_runs_after_its_try() => Check(
        """static int M(Co co) { try { co.Yield(); return 1; } catch (InvalidOperationException e) when (e.Message.Length > 0) { co.Yield(); throw; } }""",
        """
        __t1 = 0;
        __try_1:
        try {
          if (__state == 1) goto __resume_1;
          if (co.Yield__Run(ref __callee)) goto __done_1;
          save ; suspend 1
          __resume_1:
          __state = 0;
          End(co);
          __done_1:
          __result = 1;
          return true;
        }
        catch (InvalidOperationException __t3) when (Bind(out e, __t3) && (e.Message.Length > 0)) {
          __t2 = __t3;
          __t1 = 1;
        }
        switch (__t1) { case 1: goto __catch_2; default: goto __end_1; }
        __catch_2:
        if (co.Yield__Run(ref __callee)) goto __done_2;
        save __t2; suspend 2
        __resume_2:
        End(co);
        __done_2:
        throw Rethrow(__t2);
        __end_1:
        throw null!;
        """);

    [Fact]
    public void A_finally_that_suspends_runs_after_its_try() => Check(
        """static int M(Co co) { try { return S(co, 1); } finally { co.Yield(); } }""",
        """
        __t1 = null!;
        __t2 = 0;
        __try_1:
        try {
          if (__state == 1) goto __resume_1;
          if (S__Run(ref __callee, out __t3, co, 1)) goto __done_1;
          save __t1, __t2; suspend 1
          __resume_1:
          __state = 0;
          __t3 = End<int>(co);
          __done_1:
          __t4 = __t3;
          { __t2 = 1; goto __finally_1; }
        }
        catch (global::System.Exception __t5) {
          __t1 = __t5;
        }
        __finally_1:
        if (co.Yield__Run(ref __callee)) goto __done_2;
        save __t1, __t2, __t4; suspend 2
        __resume_2:
        End(co);
        __done_2:
        if (__t1 != null) throw Rethrow(__t1);
        if (__t2 == 1) { __result = __t4; return true; }
        throw null!;
        """);

    [Fact]
    public void A_using_statement_and_a_using_declaration() => Check(
        """static int M(Co co, IDisposable d) { using (d) { co.Yield(); } using var e = d; return S(co, 1); }""",
        """
        __t1 = d;
        __try_1:
        try {
          if (__state == 1) goto __resume_1;
          if (co.Yield__Run(ref __callee)) goto __done_1;
          save d, __t1; suspend 1
          __resume_1:
          __state = 0;
          End(co);
          __done_1:
        }
        finally {
          if (!__suspended) if (__t1 is not null) ((global::System.IDisposable)__t1).Dispose();
        }
        e = d;
        __try_2:
        try {
          if (__state == 2) goto __resume_2;
          if (S__Run(ref __callee, out __result, co, 1)) goto __done_2;
          save e; suspend 2
          __resume_2:
          __state = 0;
          __result = End<int>(co);
          __done_2:
          return true;
        }
        finally {
          if (!__suspended) if (e is not null) ((global::System.IDisposable)e).Dispose();
        }
        """);

    [Fact]
    public void A_variable_of_a_pattern() => Check(
        """static void M(Co co, object o) { if (o is not string s) return; co.Yield(); Console.WriteLine(s); }""",
        """
        if (!(o is string __t1 && Bind(out s, __t1))) return true;
        if (co.Yield__Run(ref __callee)) goto __done_1;
        save s; suspend 1
        __resume_1:
        End(co);
        __done_1:
        Console.WriteLine(s);
        return true;
        """);

    private static void Check(string method, string lowered) => Assert.Equal(lowered, LoweredBody.Of(method));
}
