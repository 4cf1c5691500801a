using CoroGen.Generator.Model;

namespace CoroGen.Generator.Emission;

/// <summary>The resume method with the lowered body, and the classes of its scope objects.</summary>
internal static class RunMethodEmitter
{
    public static void Emit(IndentedWriter writer, StateMachineModel machine)
    {
        foreach (var scope in machine.Scopes)
            EmitScope(writer, scope, machine);

        var signature = machine.Signature;
        if (!signature.IsDispatched)
            writer.Lines(RunDeclaration.Attributes(signature));
        var isUnsafe = machine.IsUnsafe && !signature.IsUnsafe ? "unsafe " : "";
        using (writer.Block(isUnsafe + RunDeclaration.Body(signature)))
            new RunMethodBody(writer, machine).Emit();
    }

    private static void EmitScope(IndentedWriter writer, ScopeModel scope, StateMachineModel machine)
    {
        var constraints = $"{machine.Signature.FrameConstraints} {scope.Constraints}".Trim();
        var isUnsafe = machine.IsUnsafe || machine.Signature.IsUnsafe ? "unsafe " : "";
        using (writer.Block($"private sealed {isUnsafe}class {scope.ClassName}{(constraints.Length == 0 ? "" : " " + constraints)}"))
        {
            foreach (var field in scope.Fields)
                writer.Line($"public {field.Type} {field.Name};");
        }

        writer.Line();
    }
}
