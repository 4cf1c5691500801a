using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using CoroGen.Generator.Emission;
using CoroGen.Generator.Model;
using CoroGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace CoroGen.Generator.Tests.Emission;

/// <summary>State machines made by hand, without a source: their text, and what it does.</summary>
internal static class HandMadeMachine
{
    public const string UserFile = "/shop/Kitchen.cs";

    /// <summary>A coroutine of <c>Shop.Kitchen</c> with the parameters <c>Co co</c> and those given as <c>string client</c>.</summary>
    public static SignatureModel Signature(string name, string? result = null, bool isStatic = true, string typeParameters = "", params string[] parameters)
    {
        var own = parameters.Select(p => p.Split(' ')).Select(p => new ParameterModel(p[0], p[1], "", "", IsHandle: false, p[0] != "int"));
        return new SignatureModel(
            new HomeModel("using System;\nusing CoroGen;", [new NamespaceModel("Shop", "")], ["partial class Kitchen"], "global::Shop.Kitchen", [], IsStruct: false, "Shop.Kitchen"),
            Name: name,
            UniqueName: name,
            ExplicitInterface: "",
            Attributes: "",
            Modifiers: isStatic ? "public static " : "public ",
            ReturnType: result,
            TypeParameters: typeParameters,
            Constraints: "",
            FrameConstraints: "",
            Parameters: [new ParameterModel("global::CoroGen.Co", "co", "", "", IsHandle: true, HoldsReferences: true), .. own],
            isStatic,
            IsExtension: false,
            HasBody: true,
            HasFactory: true,
            IsDispatched: false,
            IsOblivious: false,
            Cref: "",
            RefusedBy: null);
    }

    public static StateMachineModel Machine(SignatureModel signature, params Code[] body)
    {
        var states = TryCode.SuspensionsIn(body).Count();
        var fields = signature.ParametersWithoutHandle.Select(p => Field(p.Type, p.Name));
        return new StateMachineModel(signature, fields.ToEquatable(), [], [], [], [], body.ToEquatable(), [], UserFile, [.. new int[states + 1]], SpanLines: true, HidesFrames: true, CallsCoroutines: false, IsUnsafe: false);
    }

    /// <summary>Adds a local that suspensions save.</summary>
    public static StateMachineModel With(this StateMachineModel machine, string type, string name) => machine with
    {
        Locals = [.. machine.Locals, $"{type} {name} = default!;"],
        Fields = [.. machine.Fields, Field(type, name)],
    };

    public static StatementCode Do(string text, SourceSpan? source = null) => new(new PlacedText(text, source), [], Overflow: null);

    /// <summary>A suspension in a line of the user's file, by default a system call.</summary>
    public static SuspendCode Suspend(int state, EquatableArray<string> saved = default, string call = "co.Yield__Run(ref __callee)", int line = 1, string? result = null, string? type = null) =>
        new(state, new PlacedText($"if ({call})", new SourceSpan(line - 1, 8, line - 1, 20)), result, type, saved, [], [], Overflow: null);

    public static BlockCode Block(string text, SourceSpan? source = null) => new(new PlacedText(text, source), []);

    public static HandlerCode Catch(string head, BlockCode block) => new(new PlacedText(head), block);

    /// <summary>The text of the whole file.</summary>
    public static string Emit(StateMachineModel machine) => FileEmitter.Emit(new GeneratedFile("Test.g.cs", machine.Signature, machine, ""));

    /// <summary>The text of the resume method, with what stands before it.</summary>
    public static string EmitRun(StateMachineModel machine)
    {
        var writer = new IndentedWriter();
        RunMethodEmitter.Emit(writer, machine);
        return writer.ToString();
    }

    /// <summary>Compiles machines together with the user's part of the class.</summary>
    public static CSharpCompilation Compile(LanguageVersion version, string members, params StateMachineModel[] machines)
    {
        var user = $"using System;\nusing CoroGen;\nnamespace Shop\n{{\n#nullable enable\npublic partial class Kitchen\n{{\n{members}\n}}\n}}";
        var options = CSharpParseOptions.Default.WithLanguageVersion(version);
        var older = machines.Select(machine => version >= LanguageVersion.CSharp10 ? machine : machine with { SpanLines = false });
        var texts = older.Select(Emit).Prepend(user);
        return Sources.Compile(options).AddSyntaxTrees(texts.Select((text, index) => CSharpSyntaxTree.ParseText(text, options, Sources.FileName(index), Encoding.UTF8)));
    }

    /// <summary>Runs <c>static string Test()</c> of the user's part, which may run the machines.</summary>
    public static string Run(LanguageVersion version, string members, params StateMachineModel[] machines)
    {
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = Compile(version, members, machines).Emit(code, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.True(result.Success, string.Join("\n", [.. result.Diagnostics.Select(d => d.ToString()), .. machines.Select(Emit)]));
        code.Position = symbols.Position = 0;
        var context = new AssemblyLoadContext(nameof(HandMadeMachine), isCollectible: true);
        var kitchen = context.LoadFromStream(code, symbols).GetType("Shop.Kitchen", throwOnError: true)!;
        return (string)kitchen.GetMethod("Test", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!.Invoke(null, null)!;
    }

    private static FrameField Field(string type, string name) => new(type, GeneratedNames.Field(name), HoldsReferences: type != "int");
}
