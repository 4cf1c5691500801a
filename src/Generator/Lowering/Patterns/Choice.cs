using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Regions;
using CoroGen.Generator.Lowering.Rendering;
using CoroGen.Generator.Lowering.Spilling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Patterns;

/// <summary>
/// Finds the arm that an input takes. A C# switch does that, so that patterns keep their meaning; it is cut after each guard that suspends, for no
/// switch can be entered again:
/// <code>
/// case P: A  case Q when S(co): B  default: C
/// becomes
/// switch (x) { case P: goto a; case Q: goto guard; default: goto next; }
/// guard: t = S(co); if (!t) goto next; goto b;
/// next: goto c;
/// </code>
/// What a pattern has read before the cut is not read again after it, see <see cref="CachedReads"/>.
/// </summary>
internal sealed class Choice
{
    private readonly Place _input;
    private readonly CachedReads _reads;
    private readonly LoweringContext _context;

    private Choice(Place input, CachedReads reads, LoweringContext context) => (_input, _reads, _context) = (input, reads, context);

    /// <summary>
    /// Evaluates what is switched on. It stays where it is when one look at it is enough; otherwise it is converted and kept, unless nothing in the guards
    /// changes it.
    /// </summary>
    public static Fragment Input(ExpressionSyntax expression, bool isKept, IEnumerable<WhenClauseSyntax> guards, LoweringContext context)
    {
        var info = context.Model.GetTypeInfo(expression);
        var isConverted = !SymbolEqualityComparer.Default.Equals(info.Type, info.ConvertedType);
        var value = ExpressionLowering.Lower(expression, context);
        if (!isKept || !isConverted && (value.IsStable || Stability.IsStable(expression, guards, context)))
            return value;
        var held = context.NewTemp(Operand.TypeOf(expression, context), expression);
        context.Emit($"{new Definition(held)} = {value};", expression);
        return Fragment.Stable($"{held}");
    }

    /// <summary>Emits the choice.</summary>
    /// <param name="input">The value that is switched on: kept, when a guard suspends.</param>
    /// <param name="expression">What it was.</param>
    /// <param name="arms">The arms, in their order.</param>
    /// <param name="otherwise">The statement for when nothing matches.</param>
    /// <param name="context">The body.</param>
    public static void Lower(Fragment input, ExpressionSyntax expression, IReadOnlyList<Arm> arms, Fragment otherwise, LoweringContext context)
    {
        var parts = Cut(arms, context);
        var start = context.Code.Count;
        var reads = CachedReads.Of(parts, context);
        var choice = new Choice(new Place(input, Operand.TypeOf(expression, context)), reads, context);
        for (var i = 0; i < parts.Count; i++)
            choice.LowerPart(parts[i], i == 0 ? expression.Parent! : parts[i].Count > 0 ? parts[i][0].Test : null, i == parts.Count - 1 ? otherwise : null);
        reads.Declare(start);
    }

    /// <summary>The arms up to each guard that suspends, and those after the last.</summary>
    private static List<IReadOnlyList<Arm>> Cut(IReadOnlyList<Arm> arms, LoweringContext context)
    {
        var parts = new List<IReadOnlyList<Arm>>();
        var from = 0;
        for (var i = 0; i < arms.Count; i++)
        {
            if (!arms[i].GuardSuspends(context))
                continue;
            parts.Add([.. arms.Skip(from).Take(i + 1 - from)]);
            from = i + 1;
        }

        parts.Add([.. arms.Skip(from)]);
        return parts;
    }

    /// <summary>Emits a part of the arms. After the last one nothing is left to try.</summary>
    private void LowerPart(IReadOnlyList<Arm> arms, SyntaxNode? source, Fragment? otherwise)
    {
        if (otherwise is not null)
        {
            _context.Emit(arms.Count == 0 ? otherwise : Switch(arms, otherwise), source, fallsThrough: false);
            return;
        }

        var last = arms[arms.Count - 1];
        var guard = _context.NewTarget("when");
        var next = _context.NewTarget("next");
        _context.Emit(Switch([.. arms.Take(arms.Count - 1), new Arm(last.Test, null, guard)], _context.JumpTo(next)), source, fallsThrough: false);
        _context.Mark(guard);
        _context.At(last.When!.Span);
        Condition.JumpUnless(last.When.Condition, next, _context);
        _context.EmitJump(last.Target);
        _context.Mark(next);
    }

    private Fragment Switch(IReadOnlyList<Arm> arms, Fragment otherwise)
    {
        var text = new FragmentBuilder();
        text.AppendFormatted(Fragment.Of($"switch ({_input.Value}) {Plumbing.Begins}{{"));
        foreach (var arm in arms)
            text.AppendFormatted(Way(Case(arm), _context.JumpTo(arm.Target)));
        text.AppendFormatted(Way(Fragment.Plain("default:"), otherwise));
        text.AppendLiteral(" }");
        return text.Build();
    }

    /// <summary>A label and what follows it. What it assigns is assigned only on that way.</summary>
    private static Fragment Way(Fragment label, Fragment statement)
    {
        var way = Fragment.Of($" {label} {Plumbing.Begins}{statement}");
        way.Effects.Definitions.Clear();
        return way;
    }

    /// <summary>The label of an arm, with its hoisted variables bound: they are assigned when it is taken.</summary>
    private Fragment Case(Arm arm)
    {
        var bindings = PatternVariables.Rename(arm.Test, _context);
        var conditions = new List<Fragment>();
        Fragment test;
        if (arm.Operation(_context) is { } pattern && _reads.Concern(pattern))
        {
            test = Fragment.Plain("var _");
            conditions.AddRange(PatternCondition.Of(pattern, _input, _reads, _context));
        }
        else
        {
            test = arm.IsDiscard ? Fragment.Plain("var _") : _context.Render(arm.Test);
        }

        conditions.AddRange(bindings.Select(binding => PatternVariables.Binding(binding.Variable, binding.Name, Certainty.Always)));
        if (arm.When is { } guard)
            conditions.Add(_context.Render(guard.Condition) is var condition && conditions.Count > 0 ? Fragment.Of($"({condition})") : condition);
        if (conditions.Count == 0)
            return Fragment.Of($"case {test}:");
        var place = arm.When is null ? null : _context.Places.SpanOf(arm.When.Span);
        return Fragment.Of($"case {test} {Fragment.Of($"when {Fragment.Join(conditions, " && ")}").At(place)}:");
    }
}
