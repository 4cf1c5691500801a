using CoroGen.Generator.Model;

namespace CoroGen.Generator.Emission;

/// <summary>
/// What is said of a coroutine's code, and so stands wherever a part of it does: what it needs of a program that is trimmed or compiled ahead of time, or is excused from – <c>[RequiresUnreferencedCode]</c> and its like,
/// <c>[UnconditionalSuppressMessage]</c> –, so that the callers are told and nothing else; and that it is <c>[Obsolete]</c>, for then it may use what is so too.
/// </summary>
internal static class CodeAttributes
{
    private const string Namespace = "[global::System.Diagnostics.CodeAnalysis.";
    private const string Obsolete = "[global::System.ObsoleteAttribute";

    private static readonly (string Attribute, string Category, string Id)[] s_requirements =
    [
        (Namespace + "RequiresUnreferencedCodeAttribute", "Trimming", "IL2026"),
        (Namespace + "RequiresDynamicCodeAttribute", "AOT", "IL3050"),
        (Namespace + "RequiresAssemblyFilesAttribute", "SingleFile", "IL3002"),
    ];

    /// <summary>Those among a method's attributes.</summary>
    public static IEnumerable<string> In(string attributes) =>
        attributes.Split('\n').Where(attribute => IsSuppression(attribute) || s_requirements.Any(requirement => attribute.StartsWith(requirement.Attribute, StringComparison.Ordinal))).Concat(OfType(attributes));

    /// <summary>Those of a class that has a part of the code. Only generated code uses what is generated, and must not be an error where the user's is one.</summary>
    public static IEnumerable<string> OfType(string attributes) => attributes.Split('\n').Any(attribute => attribute.StartsWith(Obsolete, StringComparison.Ordinal)) ? [Obsolete + "]"] : [];

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
