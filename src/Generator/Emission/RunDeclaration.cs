using CoroGen.Generator.Model;

namespace CoroGen.Generator.Emission;

/// <summary>
/// The declaration of a resume method: the user's own parameters after <c>ref Frame? __frame</c> and, when there is a result,
/// <c>out R __result</c>, which come first (after the <c>this</c> of an extension method) so that named, optional and <c>params</c>
/// arguments keep their meaning.
/// </summary>
internal static class RunDeclaration
{
    /// <summary>Hides a member from completion lists: only generated code calls it.</summary>
    private const string Hidden =
        "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";

    private const string FrameType = "global::CoroGen.CompilerServices.Frame";

    /// <summary>
    /// The attributes of a resume method, one a line: it is hidden, is chosen among its overloads as the user's own method is, and to the trimmer it is that one.
    /// </summary>
    public static string Attributes(SignatureModel signature) =>
        string.Join("\n", [Hidden, .. signature.Attributes.Split('\n').Where(attribute => attribute.Contains(".OverloadResolutionPriorityAttribute(")), .. CodeAttributes.In(signature.Attributes)]);

    /// <summary>The resume method by which callers reach the coroutine, without a body.</summary>
    public static string Contract(SignatureModel signature) =>
        Declare(signature, signature.Modifiers, signature.ExplicitInterface + signature.RunName, signature.Constraints);

    /// <summary>The method that holds the lowered body, without it: the resume method itself unless that is dispatched.</summary>
    public static string Body(SignatureModel signature) => signature.IsDispatched
        ? Declare(signature, BodyModifiers(signature), signature.BodyName, signature.FrameConstraints)
        : Contract(signature);

    /// <summary>The call by which a dispatched resume method reaches the lowered body.</summary>
    public static string Forward(SignatureModel signature)
    {
        var arguments = Arguments(signature, $"ref {GeneratedNames.FrameParameter}", GeneratedNames.ResultParameter, p => p.Name);
        return $"{signature.BodyName}{signature.TypeParameters}({arguments})";
    }

    /// <summary>The call by which a frame goes on in its body: it needs no arguments, for they are in the frame.</summary>
    public static string Resume(SignatureModel signature, string frame, string result, string handle)
    {
        var arguments = Arguments(signature, $"ref {frame}", result, p => p.IsHandle ? handle : $"default({WithoutDynamic(p.Type)})!");
        var receiver = signature.IsStatic ? "" : GeneratedNames.This + ".";
        return $"{receiver}{signature.BodyName}{signature.TypeParameters}({arguments})";
    }

    private static string Declare(SignatureModel signature, string modifiers, string name, string constraints)
    {
        var parameters = new List<string> { $"ref {FrameType}? {Free(GeneratedNames.FrameParameter, signature)}" };
        if (signature.ReturnType is { } result)
            parameters.Add($"out {result} {Free(GeneratedNames.ResultParameter, signature)}");
        var own = signature.Parameters.Select(p => p.Declaration).ToList();
        parameters.InsertRange(0, own.Take(LeadingParameters(signature)));
        parameters.AddRange(own.Skip(LeadingParameters(signature)));
        return $"{modifiers}bool {name}{signature.OwnTypeParameters}({string.Join(", ", parameters)}){Clause(constraints)}";
    }

    /// <summary>The name, or another when a parameter of the user's has it. A coroutine that is lowered has none of those: its body was refused.</summary>
    private static string Free(string name, SignatureModel signature) =>
        signature.Parameters.Any(p => p.Name == name) ? Free(name + "_", signature) : name;

    private static string Arguments(SignatureModel signature, string frame, string result, Func<ParameterModel, string> argument)
    {
        var arguments = new List<string> { frame };
        if (signature.ReturnType is not null)
            arguments.Add("out " + result);
        var own = signature.Parameters.Select(argument).ToList();
        arguments.InsertRange(0, own.Take(LeadingParameters(signature)));
        arguments.AddRange(own.Skip(LeadingParameters(signature)));
        return string.Join(", ", arguments);
    }

    private static int LeadingParameters(SignatureModel signature) => signature.IsExtension ? 1 : 0;

    /// <summary>An argument of type <c>dynamic</c> would make the call itself dynamic.</summary>
    private static string WithoutDynamic(string type) => type is "dynamic" or "dynamic?" ? "object" : type;

    private static string BodyModifiers(SignatureModel signature)
    {
        var kept = signature.Modifiers.Split([' '], StringSplitOptions.RemoveEmptyEntries).Where(m => m is "static" or "readonly" or "unsafe");
        return "private " + string.Concat(kept.Select(m => m + " "));
    }

    private static string Clause(string constraints) => constraints.Length == 0 ? "" : " " + constraints;
}
