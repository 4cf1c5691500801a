using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using static CoroGen.Generator.Tests.Lowering.HandMadeCode;

namespace CoroGen.Generator.Tests.Lowering;

/// <summary>Which fields resume points clear once they have loaded them.</summary>
public sealed class ReleasedFieldsTests
{
    private readonly HandMadeCode _code = new();

    [Fact]
    public void What_the_next_suspension_does_not_save_is_released()
    {
        var (a, n) = (_code.Object("a"), _code.Number("n"));
        var (first, second) = (_code.Suspend(), _code.Suspend());
        _code.Analyze(first, Use(a), Use(n), second, Return());
        first.Saves(a, n);
        first.Releases(a);
        second.Releases();
    }

    [Fact]
    public void Before_the_end_nothing_is_released()
    {
        var a = _code.Object("a");
        var point = _code.Suspend();
        _code.Analyze(point, Use(a), Return());
        point.Saves(a);
        point.Releases();
    }

    [Fact]
    public void A_call_may_complete_so_that_the_one_after_it_suspends()
    {
        var a = _code.Object("a");
        var (first, second, third, fourth) = (_code.Suspend(), _code.Suspend(), _code.Suspend(), _code.Suspend());
        _code.Analyze(first, second, Use(a), third, fourth, Return());
        first.Releases(a);
        second.Releases(a);
        third.Releases();
        fourth.Releases();
    }

    [Fact]
    public void Parameters_that_the_first_suspension_does_not_save_are_released_at_the_beginning()
    {
        var (p, q) = (_code.Parameter("p"), _code.Parameter("q"));
        var point = _code.Suspend();
        Assert.Equal([p], _code.Analyze(Use(p), point, Use(q)));
        point.Saves(q);
    }

    [Fact]
    public void A_captured_parameter_is_released_for_its_object_has_it()
    {
        var p = _code.Parameter("p");
        var scope = _code.Scope(p);
        var point = _code.Suspend();
        Assert.Equal([p], _code.Analyze(Do($"{scope.Variable}.p = p;"), point, Use(p)));
        point.Saves(scope.Variable);
    }

    [Fact]
    public void Without_a_suspension_nothing_is_released()
    {
        var p = _code.Parameter("p");
        Assert.Empty(_code.Analyze(Use(p), Return()));
    }

    [Fact]
    public void Only_the_branch_after_which_it_is_not_saved_releases()
    {
        var (a, b) = (_code.Object("a"), _code.Object("b"));
        var (left, right, after) = (_code.Suspend(), _code.Suspend(), _code.Suspend());
        _code.Analyze(
            MayJump("else"),
            left, Use(a), Return(),
            Mark("else"),
            right, Use(b),
            after, Return());
        left.Releases();
        right.Releases(b);
    }

    [Fact]
    public void What_one_of_two_branches_does_not_save_is_released_before_them()
    {
        var a = _code.Object("a");
        var (before, left, right) = (_code.Suspend(), _code.Suspend(), _code.Suspend());
        _code.Analyze(
            before,
            MayJump("else"),
            left, Use(a), Return(),
            Mark("else"),
            right, Return());
        before.Saves(a);
        before.Releases(a);
        left.Releases();
    }

    [Fact]
    public void A_loop_that_always_saves_the_same_releases_nothing()
    {
        var (a, b, n) = (_code.Object("a"), _code.Object("b"), _code.Number("n"));
        var (first, second) = (_code.Suspend(), _code.Suspend());
        _code.Analyze(
            Set(a), Set(b),
            Mark("loop"), MayJump("end"),
            first, Use(a), second, Use(b), Use(n),
            Jump("loop"),
            Mark("end"), Return());
        first.Saves(a, b, n);
        second.Saves(a, b, n);
        first.Releases();
        second.Releases();
    }

    [Fact]
    public void What_the_next_iteration_makes_anew_is_released()
    {
        var a = _code.Object("a");
        var (first, second) = (_code.Suspend(), _code.Suspend());
        _code.Analyze(Mark("loop"), first, Set(a), second, Use(a), Jump("loop"));
        first.Releases();
        second.Saves(a);
        second.Releases(a);
    }

    [Fact]
    public void A_suspension_after_the_loop_counts_too()
    {
        var (a, b) = (_code.Object("a"), _code.Object("b"));
        var (inside, after) = (_code.Suspend(), _code.Suspend());
        _code.Analyze(Mark("loop"), MayJump("end"), inside, Use(a), Jump("loop"), Mark("end"), after, Use(b), Return());
        inside.Saves(a, b);
        inside.Releases(a);
    }

    [Fact]
    public void Suspensions_that_an_exception_leads_to_count()
    {
        var (a, b) = (_code.Object("a"), _code.Object("b"));
        var (inside, failed) = (_code.Suspend(), _code.Suspend());
        _code.Analyze(
            Try([inside, Use(a), Return()], [new Handler(Fragment.Plain("catch (E)"), JumpTo("failed"))]),
            Mark("failed"), failed, Use(b), Return());
        inside.Saves(a, b);
        inside.Releases(a);
        failed.Releases();
    }

    [Fact]
    public void In_a_try_that_returns_without_a_handler_nothing_comes_next()
    {
        var a = _code.Object("a");
        var (inside, after) = (_code.Suspend(), _code.Suspend());
        _code.Analyze(Try([inside, Use(a), Return()], last: Fragment.Of($"{{ Use({a}); }}")), after, Return());
        inside.Saves(a);
        inside.Releases();
    }

    [Fact]
    public void A_jump_through_a_finally_leads_to_what_is_behind_it()
    {
        var (a, b) = (_code.Object("a"), _code.Object("b"));
        var (inside, after) = (_code.Suspend(), _code.Suspend());
        _code.Analyze(
            Try([inside, MayJump("out"), Return()], last: Fragment.Of($"{{ Use({a}); {new Definition(b)} = null; }}")),
            Mark("out"), after, Use(b), Return());
        inside.Saves(a);
        inside.Releases(a);
        after.Saves(b);
    }

    [Fact]
    public void What_an_inner_try_leads_to_is_released_only_where_it_is_not_saved()
    {
        var (a, b) = (_code.Object("a"), _code.Object("b"));
        var (inner, outer, after) = (_code.Suspend(), _code.Suspend(), _code.Suspend());
        _code.Analyze(
            Try(
                [Try([inner], last: Fragment.Of($"{{ Use({a}); }}")), outer, Use(b)],
                [Catch($"{{ }}")]),
            after, Return());
        inner.Saves(a, b);
        inner.Releases(a, b);
        outer.Saves(b);
        outer.Releases(b);
    }

    [Fact]
    public void Pinned_variables_are_never_released()
    {
        var a = _code.Object("a");
        a.IsPinned = true;
        var (first, second) = (_code.Suspend(), _code.Suspend());
        _code.Analyze(Set(a), first, Use(a), second, Return());
        first.Releases();
    }

    /// <summary>Each result is dead after the call that follows it; each call may be the first to suspend.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(200)]
    public void As_many_fields_are_cleared_as_calls_are_made(int calls)
    {
        var points = Enumerable.Range(0, calls).Select(_ => _code.Suspend()).ToList();
        var body = points.SelectMany((point, number) => Step(point, _code.Object("v" + number)));
        _code.Analyze([.. body, Return()]);
        Assert.Equal(calls - 1, points.Sum(point => point.Released.Count));

        static Node[] Step(Suspension point, Variable variable) => [Set(variable), point, Use(variable)];
    }
}
