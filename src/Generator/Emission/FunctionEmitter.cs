using CoroGen.Generator.Model;

namespace CoroGen.Generator.Emission;

/// <summary>The functions inside a coroutine that have become members of its type, and the makers of their delegates.</summary>
internal sealed class FunctionEmitter(IndentedWriter writer, StateMachineModel machine)
{
    public static void Emit(IndentedWriter writer, StateMachineModel machine) => new FunctionEmitter(writer, machine).EmitAll(machine.Functions, machine.DelegateMakers);

    private void EmitAll(EquatableArray<FunctionModel> functions, EquatableArray<string> delegateMakers)
    {
        foreach (var maker in delegateMakers)
        {
            writer.Line();
            writer.Line(maker);
        }

        foreach (var function in functions)
        {
            writer.Line();
            if (function is FunctionModel.Coroutine coroutine)
                EmitCoroutine(coroutine.Machine);
            else if (function is FunctionModel.Copied copied)
                EmitCopied(copied);
        }
    }

    private void EmitCoroutine(StateMachineModel inner)
    {
        FactoryEmitter.Emit(writer, inner);
        writer.Line();
        RunMethodEmitter.Emit(writer, inner);
        writer.Line();
        FrameEmitter.Emit(writer, inner);
        Emit(writer, inner);
    }

    private void EmitCopied(FunctionModel.Copied function)
    {
        var lines = new LineDirectives(writer, machine.File, machine.SpanLines);
        writer.Line(function.Head);
        lines.Write(function.Body);
        lines.Hide();
        EmitAll(function.Functions, function.DelegateMakers);
    }
}
