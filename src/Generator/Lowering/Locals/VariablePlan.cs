using CoroGen.Generator.Model;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Lowering.Locals;

/// <summary>Fills the table of variables: parameters, hoisted locals, and the scope objects of those that lambdas capture.</summary>
internal static class VariablePlan
{
    public static void Fill(LoweringContext context, SignatureModel signature)
    {
        var variables = context.Variables;
        variables.Take(context.Locals.ForeignNames.Except(context.Method.Parameters.Select(p => p.Name)));
        variables.Take(signature.Parameters.Where(p => p.IsHandle).Select(p => p.Name));
        // A result that nobody wants is discarded: "out _" must not be a variable.
        variables.Take(["_"]);
        for (var i = 0; i < signature.Parameters.Count; i++)
        {
            if (!signature.Parameters[i].IsHandle)
                variables.AddParameter(context.Method.Parameters[i]);
        }

        if (!context.Suspends(context.Body))
            return;
        var captures = CaptureAnalysis.Of(context);
        AddLocals(context, captures);
        foreach (var (function, place) in captures.Escaping.Select(e => (e.Key, e.Value)))
            context.Refuse(Rules.UnsupportedForm, place, $"a scope whose local function '{function.Name}' captures and may run later, as a delegate, an iterator or an async method", "use a lambda, or pass what it needs as arguments");
        foreach (var parameter in context.Method.Parameters)
        {
            if (variables.Of(parameter) is { } variable)
                Place(variable, parameter, context.Body, captures, variables);
        }
    }

    private static void AddLocals(LoweringContext context, CaptureAnalysis captures)
    {
        foreach (var (symbol, _, owner) in context.Locals.Hoisted)
        {
            if (symbol.IsConst)
            {
                context.Variables.AddName(symbol);
                continue;
            }

            var mayShare = !captures.ByDelegates(symbol) && !captures.ByLocalFunctions(symbol);
            Place(context.Variables.AddLocal(symbol, mayShare), symbol, owner, captures, context.Variables);
        }

        foreach (var (symbol, _) in context.Locals.Functions)
            context.Variables.AddName(symbol);
    }

    private static void Place(Variable variable, ISymbol symbol, SyntaxNode owner, CaptureAnalysis captures, VariableTable variables)
    {
        if (captures.ByDelegates(symbol))
            variables.Capture(variable, owner);
        if (captures.ByLocalFunctions(symbol))
            variable.Storage.IsPinned = true;
    }
}
