using CoroGen.Generator.Lowering.Ir;
using static CoroGen.Generator.Tests.Lowering.HandMadeCode;

namespace CoroGen.Generator.Tests.Lowering;

/// <summary>What suspensions save.</summary>
public sealed class LivenessTests
{
    private readonly HandMadeCode _code = new();

    [Fact]
    public void What_is_read_later_is_saved()
    {
        var (a, b, c) = (_code.Object("a"), _code.Object("b"), _code.Object("c"));
        var point = _code.Suspend();
        _code.Analyze(Set(a), Set(b), Set(c), Use(b), point, Set(c), Use(c), Use(a));
        point.Saves(a);
    }

    [Fact]
    public void Arguments_and_the_result_are_not_saved()
    {
        var (a, b) = (_code.Object("a"), _code.Object("b"));
        var point = _code.Suspend(Fragment.Of($"S__Run(ref __callee, {a})"), result: b);
        _code.Analyze(Set(a), Set(b), point, Use(b));
        point.Saves();
    }

    [Fact]
    public void A_first_call_saves_what_a_second_one_passes()
    {
        var (a, b) = (_code.Object("a"), _code.Object("b"));
        var first = _code.Suspend();
        var second = _code.Suspend(Fragment.Of($"S__Run(ref __callee, out b, {a})"), result: b);
        _code.Analyze(first, second, Use(b));
        first.Saves(a);
        second.Saves();
    }

    [Fact]
    public void A_variable_that_one_branch_reads_is_saved()
    {
        var (a, b, c) = (_code.Object("a"), _code.Object("b"), _code.Object("c"));
        var point = _code.Suspend();
        _code.Analyze(
            point,
            MayJump("else"),
            Use(a), Set(c), Jump("end"),
            Mark("else"),
            Use(b), Set(c),
            Mark("end"),
            Use(c), Return());
        point.Saves(a, b);
    }

    [Fact]
    public void What_is_assigned_on_the_way_of_a_jump_is_not_needed_before()
    {
        var a = _code.Object("a");
        var point = _code.Suspend();
        _code.Analyze(point, MayJump("found", a), Return(), Mark("found"), Use(a), Return());
        point.Saves();
    }

    [Fact]
    public void Code_that_is_left_needs_nothing()
    {
        var a = _code.Object("a");
        var point = _code.Suspend();
        _code.Analyze(point, Return(), Use(a));
        point.Saves();
    }

    [Fact]
    public void A_loop_needs_in_its_next_iteration_what_stands_before()
    {
        var (i, t, once) = (_code.Number("i"), _code.Object("t"), _code.Object("once"));
        var point = _code.Suspend();
        _code.Analyze(
            Set(i), Set(once), Use(once),
            Mark("loop"),
            MayJump("end"),
            Do($"{new Definition(t)} = Next({i});"), Use(t),
            point,
            Do($"{new Definition(i)} = {i} + 1;"),
            Jump("loop"),
            Mark("end"),
            Return());
        point.Saves(i);
    }

    [Fact]
    public void Nested_loops_reach_their_fixed_point()
    {
        var (outer, inner, last) = (_code.Object("outer"), _code.Object("inner"), _code.Object("last"));
        var point = _code.Suspend();
        _code.Analyze(
            Mark("outer"), Use(outer),
            Set(inner),
            Mark("inner"), Use(inner),
            point,
            MayJump("inner"),
            MayJump("outer"),
            Use(last), Return());
        point.Saves(outer, inner, last);
    }

    [Fact]
    public void Pinned_variables_are_saved_at_every_suspension()
    {
        var (a, b) = (_code.Object("a"), _code.Object("b"));
        b.IsPinned = true;
        var (first, second) = (_code.Suspend(), _code.Suspend());
        _code.Analyze(Set(b), first, Use(a), second, Return());
        first.Saves(a, b);
        second.Saves(b);
    }

    [Fact]
    public void For_captured_variables_their_object_is_saved()
    {
        var (a, b) = (_code.Object("a"), _code.Object("b"));
        var scope = _code.Scope(a, b);
        var (first, second, third) = (_code.Suspend(), _code.Suspend(), _code.Suspend(result: b));
        _code.Analyze(first, Do($"{new Definition(scope.Variable)} = new M__Scope1();"), Set(a), second, Use(a), third, Return());
        first.Saves();
        second.Saves(scope.Variable);
        third.Saves(scope.Variable);
    }

    [Fact]
    public void More_variables_than_bits_in_a_word()
    {
        var all = Enumerable.Range(0, 150).Select(i => _code.Object("v" + i)).ToArray();
        var point = _code.Suspend();
        _code.Analyze([point, .. all.Where(v => v.Index % 3 == 0).Select(Use)]);
        point.Saves([.. all.Where(v => v.Index % 3 == 0)]);
    }
}
