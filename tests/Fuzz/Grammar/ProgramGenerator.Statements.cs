using System.Collections.Immutable;
using CoroGen.Fuzz.Programs;

namespace CoroGen.Fuzz.Grammar;

/// <content>Statements and blocks.</content>
public sealed partial class ProgramGenerator
{
    private const int MaxNesting = 4;
    private int _nesting;
    private bool _isAlone;

    public Statement Statement()
    {
        _budget--;
        for (var attempt = 0; attempt < 6; attempt++)
        {
            var form = _nesting > MaxNesting || _budget < 0 ? Random.In(SimpleStatements.All) : Choose(Forms.Statements, form => form.Weight);
            if (!form.IsCall || MaySuspend)
            {
                if (form.Make(this) is { } text)
                    return new Statement(form.Name, text.Numbered(_names++)) { IsCall = form.IsCall };
            }
        }

        return new Statement("expression statement", $"{Effect():all};");
    }

    /// <summary>A block in a scope of its own.</summary>
    public Block Block(int most = 3) => InScope(() => Statements(1 + Random.Next(most)));

    /// <summary>A block inside a loop, which ends or goes on with its jumps.</summary>
    public Block LoopBody() => WithJumps(Jumps.AddRange(["break;", "continue;"]), () => Block());

    /// <summary>A block of statements of which the first are given.</summary>
    public Block Statements(int count, params IEnumerable<Statement> first)
    {
        _nesting++;
        var statements = first.ToImmutableArray().ToBuilder();
        for (var i = 0; i < count; i++)
            statements.Add(Statement());
        _nesting--;
        return new Block(statements.ToImmutable());
    }

    /// <summary>A value of the type where none that suspends may stand: a filter, a <c>when</c>.</summary>
    public Expression Plain(CsType type) => WithoutSuspensions(() => Value(type));

    /// <summary>A program: some coroutines, each of which can call those before, and the one that is run.</summary>
    public GeneratedProgram Program(string name, string origin)
    {
        var members = ImmutableArray.CreateBuilder<Statement>();
        for (var left = Random.Next(3); left > 0; left--)
            members.Add(Members.Helper(this));
        members.Add(Members.Root(this));
        return new GeneratedProgram(name, members.ToImmutable()) { Origin = origin, IsConcurrent = IsConcurrent };
    }

    /// <summary>Whether coroutines were launched that run beside others.</summary>
    public bool IsConcurrent { get; private set; }

    /// <summary>Makes something that suspends only as a state machine: where coroutines run beside each other, that changes the order.</summary>
    public Template? Alone(Func<Template?> make)
    {
        _isAlone |= !IsConcurrent;
        return IsConcurrent ? null : make();
    }

    /// <summary>Makes something that runs beside the rest.</summary>
    public Template? Concurrent(Func<Template?> make)
    {
        if (_isAlone)
            return null;
        var before = IsConcurrent;
        IsConcurrent = true;
        var made = make();
        IsConcurrent = before || made is not null;
        return made;
    }

    /// <summary>The coroutines that can be called from here.</summary>
    public List<Callable> Coroutines { get; } = [];

    /// <summary>The body of a coroutine: some variables, statements, and a result.</summary>
    public Block Body(IEnumerable<Variable> parameters, int size, Func<Statement> end)
    {
        Scope = new Scope();
        Jumps = [];
        _budget = size;
        foreach (var parameter in parameters)
        {
            Scope.FreeName(parameter.Type.Letter);
            Scope.Declare(parameter);
        }

        List<Statement> first = [];
        foreach (var type in Beginning())
        {
            var variable = Declare(type);
            first.Add(new Statement("local", $"{type} {variable} = {Literal(type)};"));
        }

        _nesting--;
        var body = Statements(2 + Random.Next(3), first);
        _nesting++;
        _budget = 4;
        return body with { Statements = body.Statements.Add(end()) };
    }

    private IEnumerable<CsType> Beginning() => [CsType.Int, CsType.Int, .. CsType.WithValue.Where(_ => Random.Chance(0.3)), CsType.Thing, CsType.Point, CsType.Ints];
}
