using CoroGen.Generator.Lowering.Functions;
using CoroGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Lowering.Locals;

/// <summary>Fills the table of variables: parameters, hoisted locals, the scope objects of those that functions capture, and the members that functions become.</summary>
internal static class VariablePlan
{
    /// <param name="context">The body.</param>
    /// <param name="signature">The coroutine's signature.</param>
    /// <param name="self">The function that the body is of, unless it is a method.</param>
    /// <returns>The signature with the parameters for what is captured from further out.</returns>
    public static SignatureModel Fill(LoweringContext context, SignatureModel signature, LiftedFunction? self)
    {
        var variables = context.Variables;
        variables.Take(context.Locals.ForeignNames.Except(context.Parameters.Select(p => p.Name)));
        variables.Take(signature.Parameters.Where(p => p.IsHandle).Select(p => p.Name));
        // A result that nobody wants is discarded: "out _" must not be a variable.
        variables.Take(["_"]);
        for (var i = 0; i < signature.Parameters.Count; i++)
        {
            if (!signature.Parameters[i].IsHandle)
                variables.AddParameter(context.Parameters[i]);
        }

        if (self is not null)
            CapturedVariables.Add(self, context, isStable: false);
        var captures = CaptureAnalysis.Of(context);
        if (context.Suspends(context.Body))
            PlaceAll(context, captures);
        FunctionPlan.Fill(context, signature, captures);
        return signature with { Parameters = CapturedVariables.Parameters(context).Concat(signature.Parameters).ToEquatable() };
    }

    private static void PlaceAll(LoweringContext context, CaptureAnalysis captures)
    {
        AddLocals(context, captures);
        foreach (var parameter in context.Variables.Parameters.ToList())
            Place(context.Variables.Of(parameter)!, parameter, context.Body, captures, context.Variables);
        foreach (var shared in context.Variables.Shared.Where(captures.ByLocalFunctions).ToList())
            context.Variables.Of(shared)!.Storage.IsPinned = true;
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

            var mayShare = !captures.ByDelegates(symbol) && !captures.ByLocalFunctions(symbol) && context.Pointers.SourceOf(symbol) is null;
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
