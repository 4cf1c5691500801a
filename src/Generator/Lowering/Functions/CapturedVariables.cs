using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Model;

namespace CoroGen.Generator.Lowering.Functions;

/// <summary>The variables that a lifted function shares with the functions round it, as its own body sees them.</summary>
internal static class CapturedVariables
{
    /// <summary>Adds them to the table of the function's body.</summary>
    /// <param name="function">The function.</param>
    /// <param name="context">Its body.</param>
    /// <param name="isStable">Whether its parameters can be captured as they are: a state machine's would cost every activation an object.</param>
    public static void Add(LiftedFunction function, LoweringContext context, bool isStable)
    {
        foreach (var capture in function.Captures)
        {
            switch (capture)
            {
                case Capture.Value value:
                    context.Variables.AddCaptured(value.Symbol, value.SymbolType);
                    break;
                case Capture.Holder holder:
                    foreach (var (symbol, type, member) in holder.Members)
                        context.Variables.AddShared(symbol, type, member, (holder.Name, holder.Type), holder.IsReference, isStable);
                    break;
                case Capture.Reference reference:
                    context.Variables.AddShared(reference.Symbol, reference.SymbolType, "", (reference.Name, reference.Type), isReference: true, isStable);
                    break;
                case Capture.Types:
                    context.Variables.AddCaptured(capture.Name, capture.Type);
                    break;
            }
        }

        foreach (var (constant, text) in function.Constants)
            context.Variables.AddConstant(constant, text);
    }

    /// <summary>The parameters for them.</summary>
    public static IEnumerable<ParameterModel> Parameters(LoweringContext context) =>
        context.Variables.Captured.Select(variable => variable.Untyped is { } untyped
            ? new ParameterModel("object", untyped, "", "", IsHandle: false, HoldsReferences: true) { Variable = variable.Name }
            : new ParameterModel(variable.Type, variable.Name, "", "", IsHandle: false, variable.HoldsReferences));
}
