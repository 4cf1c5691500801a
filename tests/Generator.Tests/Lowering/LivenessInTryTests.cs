using CoroGen.Generator.Lowering.Ir;
using static CoroGen.Generator.Tests.Lowering.HandMadeCode;

namespace CoroGen.Generator.Tests.Lowering;

/// <summary>What suspensions inside a <c>try</c> save: also what only an exception or the <c>finally</c> leads to.</summary>
public sealed class LivenessInTryTests
{
    private readonly HandMadeCode _code = new();

    [Fact]
    public void What_a_handler_or_the_code_after_it_reads_is_saved_though_it_is_assigned_first()
    {
        var (a, b, c, d) = (_code.Object("a"), _code.Object("b"), _code.Object("c"), _code.Object("d"));
        var point = _code.Suspend();
        _code.Analyze(
            Try([point, Set(a), Set(b), Set(c), Set(d), Use(c)], [Catch($"{{ Use({a}); {new Definition(d)} = null; }}")]),
            Use(b), Use(d));
        point.Saves(a, b);
    }

    [Fact]
    public void A_handler_that_jumps_needs_what_its_target_needs()
    {
        var (a, b) = (_code.Object("a"), _code.Object("b"));
        var point = _code.Suspend();
        _code.Analyze(
            Try([point, Set(a), Set(b), Return()], [new Handler(Fragment.Plain("catch"), JumpTo("failed"))]),
            Mark("failed"), Use(a), Return());
        point.Saves(a);
    }

    [Fact]
    public void A_handler_that_ends_the_method_needs_nothing_behind_the_try_but_the_finally()
    {
        var (a, b, c) = (_code.Object("a"), _code.Object("b"), _code.Object("c"));
        var point = _code.Suspend();
        _code.Analyze(
            Try(
                [Try([point, Set(a)], [Catch($"{{ Use({b}); return true; }}") with { FallsThrough = false }])],
                last: Fragment.Of($"{{ Use({c}); }}")),
            Use(a), Return());
        point.Saves(b, c);
    }

    [Fact]
    public void A_filter_is_read_before_its_block()
    {
        var (a, b) = (_code.Object("a"), _code.Object("b"));
        var point = _code.Suspend();
        var head = Fragment.Of($"catch (E e) when (({new Definition(a)} = e) != {b})");
        _code.Analyze(Try([point], [new Handler(head, Fragment.Of($"{{ Use({a}); }}"))]));
        point.Saves(b);
    }

    [Fact]
    public void A_finally_is_run_on_every_way_out()
    {
        var (a, b, c) = (_code.Object("a"), _code.Object("b"), _code.Object("c"));
        var point = _code.Suspend();
        _code.Analyze(
            Try([point, MayJump("end"), Set(a), Return()], last: Fragment.Of($"{{ Use({a}); {new Definition(c)} = null; }}")),
            Mark("end"), Use(b), Use(c), Return());
        point.Saves(a, b);
    }

    [Fact]
    public void A_call_inside_an_inner_try_saves_what_the_outer_one_needs()
    {
        var (a, b, c) = (_code.Object("a"), _code.Object("b"), _code.Object("c"));
        var (inside, before) = (_code.Suspend(), _code.Suspend());
        _code.Analyze(
            before,
            Set(a), Set(b), Set(c),
            Try(
                [Try([inside], [Catch($"{{ Use({b}); }}")]), Set(a)],
                [Catch($"{{ Use({a}); }}")],
                Fragment.Of($"{{ Use({c}); }}")),
            Return());
        inside.Saves(a, b, c);
        before.Saves();
    }

    [Fact]
    public void A_result_is_saved_too_when_a_handler_may_read_what_it_was()
    {
        var a = _code.Object("a");
        var point = _code.Suspend(result: a);
        _code.Analyze(Set(a), Try([point], [Catch($"{{ Use({a}); }}")]));
        point.Saves(a);
    }
}
