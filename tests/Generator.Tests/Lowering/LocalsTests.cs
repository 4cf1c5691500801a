using CoroGen.Generator.Tests.Harness;

namespace CoroGen.Generator.Tests.Lowering;

/// <summary>What becomes of locals.</summary>
public sealed class LocalsTests
{
    [Theory]
    [InlineData("if (a is string { Length: var n } && n > 1) co.Yield();")]
    [InlineData("if (a is not string { Length: var n }) return; _ = n; co.Yield();")]
    [InlineData("if (a is not string { Length: var n }) { co.Yield(); return; } _ = n;")]
    [InlineData("if (!int.TryParse(a.ToString(), out var n)) return; _ = n; co.Yield();")]
    public void What_a_condition_assigns_is_not_kept_before_it(string statements) =>
        Assert.Equal("", LoweredBody.Fields($$"""static void M(Co co) { var a = S<object>(co, ""); {{statements}} }"""));

    [Fact]
    public void A_captured_variable_lives_in_an_object_of_its_iteration() => Check(
        """static int M(Co co) { var fs = new List<Func<int>>(); for (var i = 0; i < 2; i++) { var x = i; fs.Add(() => x); co.Yield(); } return fs[0](); }""",
        """
        fs = new List<Func<int>>();
        i = 0;
        __for_1:
        if (!(i < 2)) goto __end_3;
        __scope1 = new M__Scope1();
        __scope1.x = i;
        { var __scope1_ = __scope1; fs.Add(() => __scope1_.x); }
        if (co.Yield__Run(ref __callee)) goto __done_1;
        save fs, i; suspend 1
        __resume_1:
        End(co);
        __done_1:
        i++;
        goto __for_1;
        __end_3:
        __result = fs[0]();
        return true;
        """);

    [Fact]
    public void What_a_local_function_uses_stays_a_local() => Check(
        """static int M(Co co, int n) { int Twice(int y) => y * n; co.Yield(); return Twice(2); }""",
        """
        int Twice(int y) => y * n;
        if (co.Yield__Run(ref __callee)) goto __done_1;
        save n; suspend 1
        __resume_1:
        End(co);
        __done_1:
        __result = Twice(2);
        return true;
        """);

    [Fact]
    public void Locals_of_the_same_name_and_different_types_are_kept_apart() => Check(
        """static int M(Co co) { { var x = S(co, 1); F(x); } { var x = S(co, "s"); return x.Length; } }""",
        """
        if (S__Run(ref __callee, out x, co, 1)) goto __done_1;
        save ; suspend 1
        __resume_1:
        x = End<int>(co);
        __done_1:
        F(x);
        if (S__Run(ref __callee, out x__2, co, "s")) goto __done_2;
        save ; suspend 2
        __resume_2:
        x__2 = End<string>(co);
        __done_2:
        __result = x__2.Length;
        return true;
        """);

    private static void Check(string method, string lowered) => Assert.Equal(lowered, LoweredBody.Of(method));
}
