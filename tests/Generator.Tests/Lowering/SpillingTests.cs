using CoroGen.Generator.Tests.Harness;

namespace CoroGen.Generator.Tests.Lowering;

/// <summary>What becomes of expressions: before, the user's; after, the steps of the resume method.</summary>
public sealed class SpillingTests
{
    [Fact]
    public void What_nobody_assigns_in_between_stays_in_place() => Check(
        """static int M(Co co, int x) => F(x, S(co, 2), x);""",
        """
        if (S__Run(ref __callee, out __t1, co, 2)) goto __done_1;
        save x; suspend 1
        __resume_1:
        __t1 = End<int>(co);
        __done_1:
        __result = F(x, __t1, x);
        return true;
        """);

    [Fact]
    public void What_the_suspension_may_assign_is_kept() => Check(
        """static int M(Co co, int x) => F(x, S(co, x = 2), x);""",
        """
        __t1 = x;
        if (S__Run(ref __callee, out __t2, co, x = 2)) goto __done_1;
        save x, __t1; suspend 1
        __resume_1:
        __t2 = End<int>(co);
        __done_1:
        __result = F(__t1, __t2, x);
        return true;
        """);

    [Fact]
    public void A_field_may_change_at_any_suspension() => Check(
        """int M(Co co) => F(_field, S(co, 2), _field);""",
        """
        __t1 = _field;
        if (S__Run(ref __callee, out __t2, co, 2)) goto __done_1;
        save this, __t1; suspend 1
        __resume_1:
        __t2 = End<int>(co);
        __done_1:
        __result = F(__t1, __t2, _field);
        return true;
        """);

    [Fact]
    public void An_element_is_kept_as_array_and_index() => Check(
        """void M(Co co, int i) { _array[i] += S(co, 1); }""",
        """
        __t1 = _array;
        __t2 = __t1[i];
        if (S__Run(ref __callee, out __t3, co, 1)) goto __done_1;
        save this, i, __t1, __t2; suspend 1
        __resume_1:
        __t3 = End<int>(co);
        __done_1:
        __t1[i] = (int)(__t2 + __t3);
        return true;
        """);

    [Fact]
    public void An_object_is_kept_and_a_property_is_read_before() => Check(
        """void M(Co co) { _next!._field = S(co, 1); P += S(co, 2); }""",
        """
        __t1 = _next!;
        if (S__Run(ref __callee, out __t2, co, 1)) goto __done_1;
        save this, __t1; suspend 1
        __resume_1:
        __t2 = End<int>(co);
        __done_1:
        __t1._field = __t2;
        __t3 = P;
        if (S__Run(ref __callee, out __t4, co, 2)) goto __done_2;
        save this, __t3; suspend 2
        __resume_2:
        __t4 = End<int>(co);
        __done_2:
        P = (int)(__t3 + __t4);
        return true;
        """);

    [Fact]
    public void Short_circuits_become_branches() => Check(
        """static bool M(Co co, bool a, bool b) => a && S(co, b) || b;""",
        """
        __t1 = a;
        if (!__t1) goto __and_1;
        if (S__Run(ref __callee, out __t1, co, b)) goto __done_1;
        save b; suspend 1
        __resume_1:
        __t1 = End<bool>(co);
        __done_1:
        __and_1:
        __result = __t1 || b;
        return true;
        """);

    [Fact]
    public void Only_a_user_defined_and_asks_its_operator_false() => Check(
        """static System.Data.SqlTypes.SqlBoolean M(Co co, System.Data.SqlTypes.SqlBoolean a) => a && S(co, a);""",
        """
        __t1 = a;
        try {
          __t1 = __t1 && RightOperand<global::System.Data.SqlTypes.SqlBoolean>();
          goto __and_1;
        }
        catch (global::CoroGen.CompilerServices.RightOperandException) {
        }
        if (S__Run(ref __callee, out __t2, co, a)) goto __done_1;
        save __t1; suspend 1
        __resume_1:
        __t2 = End<global::System.Data.SqlTypes.SqlBoolean>(co);
        __done_1:
        __t1 = __t1 & __t2;
        __and_1:
        __result = __t1;
        return true;
        """);

    [Fact]
    public void Holes_are_formatted_in_order() => Check(
        """static string M(Co co, string? a) => $"{a} {S(co, 1)}!" + (a ?? S(co, "x"));""",
        """
        __t1 = $"{a} ";
        if (S__Run(ref __callee, out __t2, co, 1)) goto __done_1;
        save a, __t1; suspend 1
        __resume_1:
        __t2 = End<int>(co);
        __done_1:
        __t3 = $"{__t1}{__t2}!";
        __t4 = a;
        if (__t4 is null) goto __null_1;
        __t5 = __t4!;
        goto __end_2;
        __null_1:
        if (S__Run(ref __callee, out __t5, co, "x")) goto __done_2;
        save __t3; suspend 2
        __resume_2:
        __t5 = End<string>(co);
        __done_2:
        __end_2:
        __result = __t3 + __t5;
        return true;
        """);

    [Fact]
    public void A_conditional_becomes_a_branch() => Check(
        """static int M(Co co, string? a) => a is null ? S(co, 1) : a.Length;""",
        """
        if (!(a is null)) goto __else_1;
        if (S__Run(ref __callee, out __t1, co, 1)) goto __done_1;
        save ; suspend 1
        __resume_1:
        __t1 = End<int>(co);
        __done_1:
        goto __end_2;
        __else_1:
        __t1 = a.Length;
        __end_2:
        __result = __t1;
        return true;
        """);

    [Fact]
    public void A_conditional_access_tests_its_receiver_once() => Check(
        """static int? M(Co co, C? a) => a?._array[S(co, 1)];""",
        """
        __t2 = a;
        __t1 = default!;
        if (__t2 is null) goto __null_1;
        __t3 = __t2._array;
        if (S__Run(ref __callee, out __t4, co, 1)) goto __done_1;
        save __t3; suspend 1
        __resume_1:
        __t4 = End<int>(co);
        __done_1:
        __t1 = __t3[__t4];
        __null_1:
        __result = __t1;
        return true;
        """);

    [Fact]
    public void A_switch_expression_chooses_its_arm_by_one_switch() => Check(
        """static int M(Co co, object o) => o switch { int i when i > 0 => S(co, i), string s => s.Length, _ => 0 };""",
        """
        switch (o) { case int __t2 when Bind(out i, __t2) && (i > 0): goto __arm_2; case string __t3 when Bind(out s, __t3): goto __arm_3; default: goto __arm_4; }
        __arm_2:
        if (S__Run(ref __callee, out __t1, co, i)) goto __done_1;
        save ; suspend 1
        __resume_1:
        __t1 = End<int>(co);
        __done_1:
        goto __end_1;
        __arm_3:
        __t1 = s.Length;
        goto __end_1;
        __arm_4:
        __t1 = 0;
        __end_1:
        __result = __t1;
        return true;
        """);

    [Fact]
    public void A_checked_context_is_distributed() => Check(
        """static int M(Co co, int a, int b) { checked { return a * b + S(co, a + b); } }""",
        """
        checked { __t1 = a * b; }
        checked { if (S__Run(ref __callee, out __t2, co, a + b)) goto __done_1; }
        save __t1; suspend 1
        __resume_1:
        __t2 = End<int>(co);
        __done_1:
        checked { __result = __t1 + __t2; }
        return true;
        """);

    private static void Check(string method, string lowered) => Assert.Equal(lowered, LoweredBody.Of(method));
}
