using CoroGen.Generator.Lowering.Ir;
using static CoroGen.Generator.Tests.Lowering.HandMadeCode;

namespace CoroGen.Generator.Tests.Lowering;

/// <summary>Which fields suspensions clear.</summary>
public sealed class DroppedFieldsTests
{
    private readonly HandMadeCode _code = new();

    [Fact]
    public void What_an_earlier_suspension_saved_is_dropped_when_it_is_dead()
    {
        var (a, n) = (_code.Object("a"), _code.Number("n"));
        var (first, second) = (_code.Suspend(), _code.Suspend());
        _code.Analyze(first, Use(a), Use(n), second, Return());
        first.Saves(a, n);
        first.Drops();
        second.Drops(a);
    }

    [Fact]
    public void A_parameter_that_is_not_needed_again_is_dropped()
    {
        var (p, q) = (_code.Parameter("p"), _code.Parameter("q"));
        var point = _code.Suspend();
        _code.Analyze(Use(p), point, Use(q));
        point.Drops(p);
    }

    [Fact]
    public void A_captured_parameter_is_dropped_for_its_object_has_it()
    {
        var p = _code.Parameter("p");
        var scope = _code.Scope(p);
        var point = _code.Suspend();
        _code.Analyze(Do($"{scope.Variable}.p = p;"), point, Use(p));
        point.Saves(scope.Variable);
        point.Drops(p);
    }

    [Fact]
    public void A_call_that_completes_at_once_drops_nothing()
    {
        var a = _code.Object("a");
        var (first, second, third) = (_code.Suspend(), _code.Suspend(), _code.Suspend());
        _code.Analyze(first, Use(a), second, third, Return());
        second.Drops(a);
        third.Drops(a);
    }

    [Fact]
    public void What_another_branch_saved_is_not_dropped()
    {
        var (a, b) = (_code.Object("a"), _code.Object("b"));
        var (left, right, after) = (_code.Suspend(), _code.Suspend(), _code.Suspend());
        _code.Analyze(
            MayJump("else"),
            left, Use(a), Jump("end"),
            Mark("else"),
            right, Use(b),
            Mark("end"),
            after, Return());
        left.Drops();
        right.Drops();
        after.Drops(a, b);
    }

    [Fact]
    public void What_the_last_iteration_saved_is_dropped_in_the_next()
    {
        var a = _code.Object("a");
        var (first, second) = (_code.Suspend(), _code.Suspend());
        _code.Analyze(Mark("loop"), first, Set(a), second, Use(a), Jump("loop"));
        first.Drops(a);
        second.Drops();
    }

    [Fact]
    public void What_was_saved_inside_a_try_is_dropped_after_its_handler()
    {
        var (a, b) = (_code.Object("a"), _code.Object("b"));
        var (inside, failed, after) = (_code.Suspend(), _code.Suspend(), _code.Suspend());
        _code.Analyze(
            Try([inside, Use(a), Return()], [new Handler(Fragment.Plain("catch (E)"), JumpTo("failed"), null), Catch($"{{ Use({b}); }}")]),
            after, Return(),
            Mark("failed"), failed, Return());
        inside.Saves(a, b);
        after.Drops(a, b);
        failed.Drops(a, b);
    }

    [Fact]
    public void What_leaves_the_method_brings_nothing_to_what_follows()
    {
        var a = _code.Object("a");
        var (first, second) = (_code.Suspend(), _code.Suspend());
        _code.Analyze(MayJump("other"), first, Use(a), Return(), Mark("other"), second, Return());
        second.Drops();
    }
}
