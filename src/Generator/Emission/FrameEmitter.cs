using CoroGen.Generator.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator.Emission;

/// <summary>The frame: the class that holds what lives across a suspension, and that the factory makes.</summary>
internal static class FrameEmitter
{
    /// <summary>Keeps frames out of stack traces: they would stand between the user's.</summary>
    public const string HiddenInTraces = "[global::System.Diagnostics.StackTraceHidden]";

    private const string Runtime = "global::CoroGen.CompilerServices.";

    public static void Emit(IndentedWriter writer, StateMachineModel machine)
    {
        var signature = machine.Signature;
        var isUnsafe = signature.IsUnsafe || machine.IsUnsafe ? "unsafe " : "";
        var constraints = signature.FrameConstraints.Length == 0 ? "" : " " + signature.FrameConstraints;
        if (signature.HidesThis)
            EmitThisHolder(writer, signature);
        if (machine.HidesFrames)
            writer.Line(HiddenInTraces);
        foreach (var attribute in CodeAttributes.OfType(signature.Attributes))
            writer.Line(attribute);
        using (writer.Block($"private sealed {isUnsafe}class {signature.FrameName}{signature.DeclaredTypeParameters} : {BaseType(signature)}{constraints}"))
        {
            EmitFields(writer, machine);
            writer.Line();
            writer.Line($"public {signature.FrameName}() : base(Info) {{ }}");
            writer.Line();
            EmitOf(writer, signature);
            writer.Line();
            EmitResume(writer, signature);
            writer.Line();
            EmitClear(writer, machine);
        }
    }

    private static string BaseType(SignatureModel signature) => !signature.HidesThis ? signature.CoroutineType
        : GeneratedNames.ThisHolder(signature.UniqueName) + (signature.ReturnType is { } result ? $"<{result}>" : "");

    /// <summary>
    /// A class between the frame and <c>Coroutine</c>, which has no type parameters that hide those of the type:
    /// <code>
    /// partial class Box&lt;T&gt; { [Coroutine] T Open&lt;T&gt;(Co co) }
    /// becomes
    /// abstract class Open__This&lt;__R&gt; : Coroutine&lt;__R&gt; { public Box&lt;T&gt; __this; }
    /// sealed class Open__Frame&lt;T&gt; : Open__This&lt;T&gt; { … }
    /// </code>
    /// </summary>
    private static void EmitThisHolder(IndentedWriter writer, SignatureModel signature)
    {
        const string Result = "__R";
        var name = GeneratedNames.ThisHolder(signature.UniqueName);
        var isGeneric = signature.ReturnType is not null;
        using (writer.Block($"private abstract class {name}{(isGeneric ? $"<{Result}> : global::CoroGen.Coroutine<{Result}>" : " : global::CoroGen.Coroutine")}"))
        {
            writer.Line($"public {signature.Home.ContainingType} {GeneratedNames.This};");
            writer.Line($"protected {name}({Runtime}FrameInfo info) : base(info) {{ }}");
        }

        writer.Line();
    }

    private static void EmitFields(IndentedWriter writer, StateMachineModel machine)
    {
        var lines = string.Concat(machine.Lines.Select(line => ", " + line));
        var file = SymbolDisplay.FormatLiteral(Path.GetFileName(machine.File), quote: true);
        writer.Line($"private static readonly {Runtime}FrameInfo Info = new(\"{machine.Signature.DisplayName}\", {file}, \"{Locals(machine)}\"{lines});");
        foreach (var field in Fields(machine).Where(field => !machine.Signature.HidesThis || field.Name != GeneratedNames.This))
            writer.Line($"public {field.Type} {field.Name};");
        if (machine.TellsFile)
            EmitFile(writer, machine);
    }

    /// <summary>The path of the user's file as C# tells it: <c>#line</c> says which, and the compiler how it is written.</summary>
    private static void EmitFile(IndentedWriter writer, StateMachineModel machine)
    {
        var lines = new LineDirectives(writer, machine.File, machine.SpanLines);
        var line = machine.Lines[0] - 1;
        writer.Line("private static string FileOf([global::System.Runtime.CompilerServices.CallerFilePath] string path = \"\") => path;");
        lines.Write(new PlacedText($"public static readonly string {GeneratedNames.File} = FileOf();", new SourceSpan(line, 0, line, 1)));
        lines.Hide();
    }

    /// <summary>The variables that each resume point finds in the frame, for whoever looks at a suspended coroutine: <c>i text|text</c>.</summary>
    private static string Locals(StateMachineModel machine)
    {
        var suspensions = TryCode.SuspensionsIn(machine.Body).ToDictionary(suspension => suspension.State);
        return string.Join("|", Enumerable.Range(1, machine.Lines.Count - 1).Select(state => suspensions.TryGetValue(state, out var suspension) ? Users(suspension.Saved) : ""));

        static string Users(IEnumerable<string> saved) => string.Join(" ", saved.Where(name => !GeneratedNames.IsTemp(name)).Select(name => name.TrimStart('@')));
    }

    /// <summary>The activation's frame: the one it has, a pooled one, or a new one.</summary>
    private static void EmitOf(IndentedWriter writer, SignatureModel signature)
    {
        writer.Line($"public static {signature.FrameType} Of(global::CoroGen.Co co, ref {Runtime}Frame? frame) =>");
        using (writer.Indent())
            writer.Line($"({signature.FrameType})(frame ??= {Runtime}CoroutineServices.Rent(co, Info) ?? new {signature.FrameType}());");
    }

    private static void EmitResume(IndentedWriter writer, SignatureModel signature)
    {
        foreach (var suppression in CodeAttributes.OfResume(signature))
            writer.Line(suppression);
        using (writer.Block("protected override bool Resume(global::CoroGen.Co co)"))
        {
            writer.Line($"{Runtime}Frame? frame = this;");
            writer.Line($"return {RunDeclaration.Resume(signature, "frame", "ReturnValue", "co")};");
        }
    }

    private static void EmitClear(IndentedWriter writer, StateMachineModel machine)
    {
        const string Head = "protected override void Clear()";
        var references = Fields(machine).Where(field => field.HoldsReferences).ToList();
        if (references.Count == 0)
        {
            writer.Line(Head + " { }");
            return;
        }

        using (writer.Block(Head))
        {
            foreach (var field in references)
                writer.Line($"{field.Name} = default!;");
        }
    }

    private static IEnumerable<FrameField> Fields(StateMachineModel machine)
    {
        var fields = machine.Fields.AsEnumerable();
        return machine.Signature.IsStatic
            ? fields
            : fields.Prepend(new FrameField(machine.Signature.Home.ContainingType, GeneratedNames.This, HoldsReferences: true));
    }
}
