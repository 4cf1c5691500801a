using CoroGen.Generator.Model;

namespace CoroGen.Generator.Emission;

/// <summary>The resume method with the lowered body, and the classes of its scope objects.</summary>
internal static class RunMethodEmitter
{
    /// <summary>
    /// A method that is inlined into its frame's <c>Resume</c> is missing in stack traces, for that is hidden. Inlining pays only for what suspends at one
    /// place, if at all.
    /// </summary>
    private const string NoInlining = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]";

    public static void Emit(IndentedWriter writer, StateMachineModel machine)
    {
        foreach (var scope in machine.Scopes)
            EmitScope(writer, scope, machine);

        BlockEmitter.Inside(writer, machine.Signature, () => EmitMethod(writer, machine));
    }

    private static void EmitMethod(IndentedWriter writer, StateMachineModel machine)
    {
        var signature = machine.Signature;
        foreach (var attribute in signature.IsDispatched ? CodeAttributes.In(signature.Attributes) : [RunDeclaration.Attributes(signature)])
            writer.Lines(attribute);
        if (TryCode.SuspensionsIn(machine.Body).Skip(1).Any())
            writer.Line(NoInlining);
        var isUnsafe = machine.IsUnsafe && !signature.IsUnsafe ? "unsafe " : "";
        using (writer.Block(isUnsafe + RunDeclaration.Body(signature)))
            new RunMethodBody(writer, machine).Emit();
    }

    private static void EmitScope(IndentedWriter writer, ScopeModel scope, StateMachineModel machine)
    {
        var constraints = $"{machine.Signature.FrameConstraints} {scope.Constraints}".Trim();
        var isUnsafe = machine.IsUnsafe || machine.Signature.IsUnsafe ? "unsafe " : "";
        foreach (var attribute in CodeAttributes.OfType(machine.Signature.Attributes))
            writer.Line(attribute);
        using (writer.Block($"private sealed {isUnsafe}class {scope.ClassName}{(constraints.Length == 0 ? "" : " " + constraints)}"))
        {
            foreach (var field in scope.Fields)
                writer.Line($"public {field.Type} {field.Name};");
        }

        writer.Line();
    }
}
