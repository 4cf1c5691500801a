using CoroGen.Generator.Model;

namespace CoroGen.Generator.Emission;

/// <summary>The factory: the coroutine method without its handle, which makes a coroutine and runs nothing.</summary>
internal static class FactoryEmitter
{
    /// <summary>The factory's declaration without a body, as stubs need it too.</summary>
    public static string Declaration(SignatureModel signature)
    {
        var parameters = string.Join(", ", signature.ParametersWithoutHandle.Select(p => p.Declaration));
        var constraints = signature.Constraints.Length == 0 ? "" : " " + signature.Constraints;
        return $"{signature.Modifiers}{signature.CoroutineType} {signature.ExplicitInterface}{signature.Name}{signature.OwnTypeParameters}({parameters}){constraints}";
    }

    public static void Emit(IndentedWriter writer, StateMachineModel machine)
    {
        var signature = machine.Signature;
        if (signature.HasFactory)
            BlockEmitter.Inside(writer, signature, () => Emit(writer, signature, $" => new {signature.FrameType}{Initializer(machine)};"));
    }

    /// <summary>A factory with a body of its own, or with none: <c>;</c>.</summary>
    public static void Emit(IndentedWriter writer, SignatureModel signature, string body)
    {
        if (signature.Cref.Length > 0)
            writer.Line($"/// <inheritdoc cref=\"{signature.Cref}\"/>");
        if (signature.Attributes.Length > 0)
            writer.Lines(signature.Attributes);
        writer.Line(Declaration(signature) + body);
    }

    private static string Initializer(StateMachineModel machine)
    {
        var fields = new HashSet<string>(machine.Fields.Select(field => field.Name));
        var values = machine.Signature.ParametersWithoutHandle
            .Where(p => fields.Contains(GeneratedNames.Field(p.Variable)))
            .Select(p => $"{GeneratedNames.Field(p.Variable)} = {p.Name}")
            .ToList();
        if (!machine.Signature.IsStatic)
            values.Insert(0, GeneratedNames.This + " = this");
        return values.Count == 0 ? "()" : $" {{ {string.Join(", ", values)} }}";
    }
}
