using CoroGen.Generator.Model;

namespace CoroGen.Generator.Emission;

/// <summary>
/// Factory and resume method of a coroutine that has no state machine: without a body when it is abstract, throwing when it was refused.
/// So call sites of a refused coroutine bind, and only the refusal itself is reported.
/// </summary>
internal static class SignatureOnlyEmitter
{
    public static void Emit(IndentedWriter writer, SignatureModel signature, string reason)
    {
        if (signature.HasMembers)
            BlockEmitter.Inside(writer, signature, () => EmitMembers(writer, signature, reason));
    }

    /// <summary>Whether the members must not have a body either.</summary>
    public static bool IsDeclaredOnly(SignatureModel signature) => !signature.HasBody && !signature.IsRefused;

    private static void EmitMembers(IndentedWriter writer, SignatureModel signature, string reason)
    {
        var body = IsDeclaredOnly(signature)
            ? ";"
            : $" => throw new global::System.NotSupportedException(\"The coroutine '{signature.Name.TrimStart('@')}' was not compiled: {reason}.\");";
        if (signature.HasFactory)
        {
            FactoryEmitter.Emit(writer, signature, body);
            writer.Line();
        }

        writer.Lines(RunDeclaration.Attributes(signature));
        writer.Line(RunDeclaration.Contract(signature) + body);
    }
}
