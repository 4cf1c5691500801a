using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Lowering.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Regions;

/// <summary>
/// A <c>catch</c> block that suspends runs after the <c>try</c>, for nothing can be resumed inside a <c>catch</c>.
/// <code>
/// try { A } catch (E e) when (f(e)) { S(co); throw; }
/// becomes
/// handler = 0;
/// try { A; goto end; } catch (E t) when (Bind(out e, t) &amp;&amp; (f(e))) { caught = t; handler = 1; }
/// switch (handler) { case 1: goto catch1; default: goto end; }
/// catch1: S(co); throw Rethrow(caught);
/// end:
/// </code>
/// The filter still runs in place, before any <c>finally</c>.
/// </summary>
internal sealed class MovedCatch
{
    private readonly LoweringContext _context;
    private readonly List<(CatchClauseSyntax Clause, Target Target)> _handlers = [];
    private readonly Variable _handler;
    private readonly Variable _caught;
    private readonly Target _end;

    private MovedCatch(TryStatementSyntax node, LoweringContext context)
    {
        _context = context;
        _handler = context.NewTemp(context.Model.Compilation.GetSpecialType(SpecialType.System_Int32), node);
        _caught = context.NewTemp(context.Model.Compilation.GetTypeByMetadataName("System.Exception")!, node);
        _end = context.NewTarget("end");
        context.Emit($"{new Definition(_handler)} = 0;");
    }

    /// <summary>Prepares for the handlers that suspend, or returns null when there are none.</summary>
    public static MovedCatch? For(TryStatementSyntax node, LoweringContext context) =>
        node.Catches.Any(context.Suspends) ? new MovedCatch(node, context) : null;

    /// <summary>At the end of the block: no handler has to be chosen.</summary>
    public void Leave() => _context.EmitJump(_end);

    /// <summary>The clause in place: it only keeps the exception and says who handles it.</summary>
    public Handler Note(CatchClauseSyntax clause)
    {
        _handlers.Add((clause, _context.NewTarget("catch")));
        _context.Jumps.AddHandler(clause, _caught);
        var name = _context.Variables.NewDesignator();
        var type = clause.Declaration is { } declaration ? _context.Render(declaration.Type).Text : "global::System.Exception";
        var bindings = Bindings(clause, name);

        var place = _context.Places.SpanOf(SequencePoints.OfHead(clause));
        var head = Fragment.Plain($"catch ({type} {name})");
        var choose = Fragment.Of($"{new Definition(_handler)} = {_handlers.Count};");
        if (clause.Filter is not { } filter)
            return new Handler(head, Fragment.Of($"{{ {Joined(bindings, "; ")}{new Definition(_caught)} = {name}; {choose.At(place)} {Plumbing.Begins}}}"));
        var condition = Fragment.Of($"when ({Joined(bindings, " && ")}({Try.Filter(filter, _context)}))");
        return new Handler(Fragment.Of($"{head} {condition.At(place)}"), Fragment.Of($"{{ {new Definition(_caught)} = {name}; {choose} }}"));
    }

    /// <summary>The blocks, after the <c>try</c>.</summary>
    public void LowerHandlers()
    {
        var choice = new FragmentBuilder();
        choice.AppendFormatted(Fragment.Of($"switch ({_handler}) {{"));
        for (var i = 0; i < _handlers.Count; i++)
            choice.AppendFormatted(Fragment.Of($" case {i + 1}: {_context.JumpTo(_handlers[i].Target)}"));
        choice.AppendFormatted(Fragment.Of($" default: {_context.JumpTo(_end)} }}"));
        _context.Emit(choice, fallsThrough: false);

        foreach (var (clause, target) in _handlers)
        {
            _context.Mark(target);
            Block.Lower(clause.Block, _context);
            _context.EmitJump(_end);
        }

        _context.Mark(_end);
    }

    /// <summary>What gives the user's variable its value, as expressions that are true.</summary>
    private List<Fragment> Bindings(CatchClauseSyntax clause, string name)
    {
        var bindings = new List<Fragment>();
        if (_context.Variables.ScopeOf(clause) is { } scope)
            bindings.Add(Fragment.Of($"{GeneratedNames.Services}.Bind(out {new Definition(scope.Variable)}, {scope.Creation})"));
        if (clause.Declaration is { } declaration
            && _context.Model.GetDeclaredSymbol(declaration) is { } symbol
            && _context.Variables.Of(symbol) is { } variable)
        {
            bindings.Add(Fragment.Of($"{GeneratedNames.Services}.Bind(out {new Definition(variable)}, {name})"));
        }

        return bindings;
    }

    private static Fragment Joined(List<Fragment> bindings, string separator)
    {
        var joined = new FragmentBuilder();
        foreach (var binding in bindings)
            joined.AppendFormatted(Fragment.Of($"{binding}{separator}"));
        return joined.Build();
    }
}
