using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Model;
using CoroGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Tests.Lowering;

/// <summary>A lowered body made by hand, without a source.</summary>
internal sealed class HandMadeCode
{
    private static readonly ITypeSymbol Int32 = Sources.Compile().GetSpecialType(SpecialType.System_Int32);
    private readonly List<Variable> _variables = [];
    private int _states;

    /// <summary>A variable of a class.</summary>
    public Variable Object(string name) => Add(new Variable(_variables.Count, name, "object", null));

    /// <summary>A variable without references.</summary>
    public Variable Number(string name) => Add(new Variable(_variables.Count, name, "int", Int32));

    public Variable Parameter(string name) => Add(new Variable(_variables.Count, name, "object", null) { IsParameter = true });

    public ClosureScope Scope(params Variable[] members)
    {
        var scope = new ClosureScope("M__Scope1", "", Add(new Variable(_variables.Count, "__scope1", "M__Scope1", null)));
        foreach (var member in members)
        {
            member.Scope = scope;
            scope.Members.Add(member);
        }

        return scope;
    }

    public static Node Set(Variable variable) => Do($"{new Definition(variable)} = null;");

    public static Node Use(Variable variable) => Do($"Use({variable});");

    public static Node Return() => new Instruction(Fragment.Plain("return true;"), isPlumbing: true, fallsThrough: false);

    public static Node Jump(string label) => new Instruction(JumpTo(label), isPlumbing: true, fallsThrough: false);

    /// <summary>A jump that may be taken, assigning variables on its way.</summary>
    public static Node MayJump(string label, params Variable[] assigned)
    {
        var text = new FragmentBuilder();
        text.AppendLiteral($"if (c) goto {label};");
        text.AddTarget(label, assigned);
        return Do(text);
    }

    public static Node Mark(string label) => new Label(label);

    public static Handler Catch(FragmentBuilder body, string head = "catch") => new(Fragment.Plain(head), body.Build());

    public static Fragment JumpTo(string label)
    {
        var text = new FragmentBuilder();
        text.AppendLiteral($"goto {label};");
        text.AddTarget(label);
        return text.Build();
    }

    public static Node Do(FragmentBuilder text) => new Instruction(text.Build(), isPlumbing: true, fallsThrough: true);

    public Suspension Suspend(Variable? result = null) => Suspend(Fragment.Plain("S__Run(ref __callee, co)"), result);

    public Suspension Suspend(Fragment call, Variable? result = null) =>
        new(++_states, call) { Result = result, ResultText = result?.Access, ResultType = result?.Type };

    public static TryNode Try(Node[] body, Handler[]? handlers = null, Fragment? last = null)
    {
        var node = new TryNode(1) { Finally = last };
        node.Body.AddRange(body);
        node.Handlers.AddRange(handlers ?? []);
        return node;
    }

    /// <summary>Computes what suspensions save and release.</summary>
    /// <returns>The parameters that are released at the beginning.</returns>
    public IReadOnlyList<Variable> Analyze(params Node[] code)
    {
        Liveness.Compute(code, _variables);
        return ReleasedFields.Compute(code, _variables);
    }

    private Variable Add(Variable variable)
    {
        _variables.Add(variable);
        return variable;
    }
}

internal static class SuspensionAssertions
{
    public static void Saves(this Suspension suspension, params Variable[] variables) =>
        Assert.Equal(variables.Select(v => v.Name), suspension.Saved.Select(v => v.Name));

    public static void Releases(this Suspension suspension, params Variable[] variables) =>
        Assert.Equal(variables.Select(v => v.Name), suspension.Released.Select(v => v.Name));
}
