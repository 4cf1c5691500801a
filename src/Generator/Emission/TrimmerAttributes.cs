using CoroGen.Generator.Model;

namespace CoroGen.Generator.Emission;

/// <summary>
/// What a coroutine's code needs of a program that is trimmed or compiled ahead of time, or is excused from: <c>[RequiresUnreferencedCode]</c> and its like, <c>[UnconditionalSuppressMessage]</c>. It stands wherever a
/// part of the code does, so that the callers are told and nothing else.
/// </summary>
internal static class TrimmerAttributes
{
    private const string Namespace = "[global::System.Diagnostics.CodeAnalysis.";

    private static readonly (string Attribute, string Category, string Id)[] s_requirements =
    [
        (Namespace + "RequiresUnreferencedCodeAttribute", "Trimming", "IL2026"),
        (Namespace + "RequiresDynamicCodeAttribute", "AOT", "IL3050"),
        (Namespace + "RequiresAssemblyFilesAttribute", "SingleFile", "IL3002"),
    ];

    /// <summary>Those among a method's attributes.</summary>
    public static IEnumerable<string> In(string attributes) =>
        attributes.Split('\n').Where(attribute => IsSuppression(attribute) || s_requirements.Any(requirement => attribute.StartsWith(requirement.Attribute, StringComparison.Ordinal)));

    /// <summary>Those of a function inside a method, one a line: its own, and those of the method, for C# holds them to be said of its functions as well.</summary>
    public static string Inside(string method, string function)
    {
        var own = In(function).ToList();
        var outer = In(method).Where(attribute => IsSuppression(attribute) || !own.Any(other => NameOf(other) == NameOf(attribute)));
        return string.Join("\n", own.Concat(outer).Distinct());
    }

    /// <summary>For the method by which a loop resumes the coroutine: whoever made it has been told. It overrides one that says nothing of the kind, so it cannot say so itself.</summary>
    public static IEnumerable<string> OfResume(SignatureModel signature) =>
        from requirement in s_requirements
        where signature.CanSuppress && In(signature.Attributes).Any(attribute => attribute.StartsWith(requirement.Attribute, StringComparison.Ordinal))
        select $"{Namespace}UnconditionalSuppressMessage(\"{requirement.Category}\", \"{requirement.Id}\", Justification = \"The callers of the factory are told.\")]";

    private static bool IsSuppression(string attribute) => attribute.StartsWith(Namespace + "UnconditionalSuppressMessageAttribute", StringComparison.Ordinal);

    private static string NameOf(string attribute) => attribute.Split('(', ']')[0];
}
