using System.Collections.Immutable;
using CoroGen.Fuzz.Programs;

namespace CoroGen.Fuzz.Grammar;

/// <summary>Writes a program by random choices among the productions of <see cref="Forms"/>.</summary>
public sealed partial class ProgramGenerator(RandomSource random)
{
    private const int MaxDepth = 4;
    private static readonly double[] MarkProbabilities = [0, 0.1, 0.1, 0.3, 0.5, 1];

    private readonly double _markProbability = random.In(MarkProbabilities);
    private int _depth;
    private int _budget;
    private int _names;
    private bool _mayChoose = true;

    public RandomSource Random { get; } = random;

    public Scope Scope { get; private set; } = new();

    /// <summary>What may be jumped to from here.</summary>
    public ImmutableList<string> Jumps { get; set; } = [];

    /// <summary>Whether a suspension may stand here: no lambda, no filter, no <c>lock</c>.</summary>
    public bool MaySuspend { get; private set; } = true;

    /// <summary>Whether C# has no <c>stackalloc</c> here.</summary>
    public bool IsInHandler { get; private set; }

    /// <summary>Whether a delegate may be called here: not in a lambda that may be what the delegate calls, for ever.</summary>
    public bool MayCallDelegates => MaySuspend || !Scope.IsInLambda;

    /// <summary>A value of the type, without a <c>switch</c> expression: that moves the time at which C# notices that a variable is not there.</summary>
    public Expression Unmoved(CsType type) => Unmoved(() => Value(type));

    /// <summary>Makes something without a <c>switch</c> expression.</summary>
    public T Unmoved<T>(Func<T> make)
    {
        var before = _mayChoose;
        _mayChoose = false;
        try
        {
            return make();
        }
        finally
        {
            _mayChoose = before;
        }
    }

    /// <summary>A value of the type.</summary>
    public Expression Value(CsType type)
    {
        _budget--;
        _depth++;
        try
        {
            if (_depth > MaxDepth || _budget < 0 || Random.Chance(0.25))
                return Mark(Leaf(type));
            return Composite(type) ?? Mark(Leaf(type));
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>A value that is used for a number of things; small, so that it is often a valid index.</summary>
    public Expression Index() => Random.Chance(0.7) ? Mark(new Expression("literal", CsType.Int, $"{Random.Next(3)}")) : Value(CsType.Int);

    /// <summary>An expression that makes a good statement: it does something.</summary>
    public Expression Effect()
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var form = Choose([.. Forms.Expressions.Where(form => form.IsStatement)], form => form.Weight);
            if (Make(form) is { } made)
                return made with { CanSuspend = false, IsMarked = false };
        }

        return new Expression("log", CsType.Int, $"t.V({Value(CsType.Int):all})");
    }

    /// <summary>A visible variable of the type.</summary>
    public Variable? Variable(CsType type, Func<Variable, bool>? condition = null)
    {
        List<Variable> found = [.. Scope.Visible.Where(variable => variable.Type == type && (condition is null || condition(variable)))];
        return found.Count == 0 ? null : Random.In(found);
    }

    /// <summary>A new variable, visible from now on.</summary>
    public Variable Declare(CsType type, bool isAssignable = true, bool isCapturable = true) =>
        Scope.Declare(new Variable(Scope.FreeName(type.Letter), type) { IsAssignable = isAssignable, IsCapturable = isCapturable });

    /// <summary>The name of a variable that is declared inside an expression: unique, because its scope is not that of the expression.</summary>
    public string PatternName(string letter) => $"{letter}_{_names++}";

    public string Label() => $"Label{_names++}";

    /// <summary>Makes something in which no suspension may stand.</summary>
    public T WithoutSuspensions<T>(Func<T> make)
    {
        var before = MaySuspend;
        MaySuspend = false;
        try
        {
            return make();
        }
        finally
        {
            MaySuspend = before;
        }
    }

    /// <summary>Makes something with variables of its own.</summary>
    public T InScope<T>(Func<T> make)
    {
        Scope.Open();
        try
        {
            return make();
        }
        finally
        {
            Scope.Close();
        }
    }

    /// <summary>Makes the body of a function that is written inside another one.</summary>
    public T InLambda<T>(Func<T> make)
    {
        var (jumps, wasInLambda) = (Jumps, Scope.IsInLambda);
        Jumps = [];
        Scope.IsInLambda = true;
        try
        {
            return WithoutSuspensions(() => InScope(make));
        }
        finally
        {
            Jumps = jumps;
            Scope.IsInLambda = wasInLambda;
        }
    }

    /// <summary>Makes the body of a coroutine that is written inside another one: it suspends by its own handle.</summary>
    public T InCoroutine<T>(Func<T> make) => InLambda(() =>
    {
        MaySuspend = true;
        return make();
    });

    /// <summary>Makes what stands in a <c>catch</c> or a <c>finally</c>.</summary>
    public T InHandler<T>(Func<T> make)
    {
        var before = IsInHandler;
        IsInHandler = true;
        try
        {
            return make();
        }
        finally
        {
            IsInHandler = before;
        }
    }

    public T WithJumps<T>(ImmutableList<string> jumps, Func<T> make)
    {
        var before = Jumps;
        Jumps = jumps;
        try
        {
            return make();
        }
        finally
        {
            Jumps = before;
        }
    }

    /// <summary>Makes an expression a suspension point, or not.</summary>
    public Expression Mark(Expression expression) =>
        MaySuspend ? expression with { CanSuspend = true, IsMarked = Random.Chance(_markProbability) } : expression;

    private Expression? Composite(CsType type)
    {
        var forms = Forms.Of(type);
        for (var attempt = 0; attempt < 4 && forms.Count > 0; attempt++)
        {
            if (Make(Choose(forms, form => form.Weight)) is { } made)
                return Mark(made);
        }

        return null;
    }

    private Expression? Make(ExpressionForm form) =>
        form.IsCall && !MaySuspend || !_mayChoose && form.Name.StartsWith("switch", StringComparison.Ordinal) || form.Make(this) is not { } text ? null : new Expression(form.Name, form.Type, text.Numbered(_names++)) { IsExact = form.IsExact, IsCall = form.IsCall };

    private T Choose<T>(IReadOnlyList<T> forms, Func<T, int> weight)
    {
        var left = Random.Next(forms.Sum(weight));
        foreach (var form in forms)
        {
            left -= weight(form);
            if (left < 0)
                return form;
        }

        return forms[^1];
    }
}
