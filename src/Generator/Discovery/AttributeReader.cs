using CoroGen.Generator.Lowering;
using CoroGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator.Discovery;

/// <summary>The attributes that a factory's callers must see as the coroutine's own callers do.</summary>
internal static class AttributeReader
{
    private static readonly HashSet<string> OfMethods =
    [
        "System.ObsoleteAttribute",
        "System.ComponentModel.EditorBrowsableAttribute",
        "System.Diagnostics.CodeAnalysis.ExperimentalAttribute",
        "System.Diagnostics.CodeAnalysis.RequiresAssemblyFilesAttribute",
        "System.Diagnostics.CodeAnalysis.RequiresDynamicCodeAttribute",
        "System.Diagnostics.CodeAnalysis.RequiresUnreferencedCodeAttribute",
        "System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessageAttribute",
        "System.Runtime.CompilerServices.OverloadResolutionPriorityAttribute",
        "System.Runtime.Versioning.RequiresPreviewFeaturesAttribute",
        "System.Runtime.Versioning.SupportedOSPlatformAttribute",
        "System.Runtime.Versioning.SupportedOSPlatformGuardAttribute",
        "System.Runtime.Versioning.UnsupportedOSPlatformAttribute",
    ];

    /// <summary>Preconditions only: what holds after the method does not hold after its factory.</summary>
    private static readonly HashSet<string> OfParameters =
    [
        "System.Diagnostics.CodeAnalysis.AllowNullAttribute",
        "System.Diagnostics.CodeAnalysis.ConstantExpectedAttribute",
        "System.Diagnostics.CodeAnalysis.DisallowNullAttribute",
        AccessedMembers,
        "System.Diagnostics.CodeAnalysis.StringSyntaxAttribute",
        "System.Runtime.CompilerServices.CallerArgumentExpressionAttribute",
        "System.Runtime.CompilerServices.CallerFilePathAttribute",
        "System.Runtime.CompilerServices.CallerLineNumberAttribute",
        "System.Runtime.CompilerServices.CallerMemberNameAttribute",
    ];

    private const string AccessedMembers = "System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembersAttribute";

    private const string Optional = "System.Runtime.InteropServices.OptionalAttribute";

    /// <summary>The ways to say a default value without <c>=</c>; C# has constants of some of these types only so.</summary>
    private static readonly HashSet<string> OfDefaults =
    [
        Optional,
        "System.Runtime.CompilerServices.DateTimeConstantAttribute",
        "System.Runtime.CompilerServices.DecimalConstantAttribute",
        "System.Runtime.CompilerServices.IDispatchConstantAttribute",
        "System.Runtime.CompilerServices.IUnknownConstantAttribute",
        "System.Runtime.InteropServices.DefaultParameterValueAttribute",
    ];

    /// <summary>The method's attributes, one a line.</summary>
    public static string OfMethod(IMethodSymbol method) => string.Join("\n", method.GetAttributes().Where(a => IsIn(OfMethods, a)).Select(Text));

    /// <summary>Whether the assembly that has the attributes by which a method tells what it requires has the one that silences them, too.</summary>
    public static bool CanSuppress(IMethodSymbol method) => method.GetAttributes().Any(attribute => Name(attribute).StartsWith("System.Diagnostics.CodeAnalysis.Requires", StringComparison.Ordinal)
        && attribute.AttributeClass?.ContainingAssembly.GetTypeByMetadataName("System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessageAttribute") is not null);

    /// <summary>The parameter's attributes, each followed by a blank.</summary>
    public static string OfParameter(IParameterSymbol parameter) => string.Concat(parameter.GetAttributes()
        .Where(a => IsIn(OfParameters, a) || IsIn(OfDefaults, a))
        .Select(a => Text(a) + " "));

    /// <summary>What the trimmer must keep of each type argument, each followed by a blank; nothing when there is none of it.</summary>
    public static EquatableArray<string> OfTypeParameters(IMethodSymbol method)
    {
        var attributes = method.TypeParameters.Select(p => string.Concat(p.GetAttributes().Where(a => Name(a) == AccessedMembers).Select(a => Text(a) + " "))).ToList();
        return attributes.Any(text => text.Length > 0) ? attributes.ToEquatable() : [];
    }

    /// <summary>Whether attributes say that there is a default value, and which.</summary>
    public static bool HasDefault(IParameterSymbol parameter) => parameter.GetAttributes().Any(a => IsIn(OfDefaults, a));

    private static bool IsIn(HashSet<string> names, AttributeData attribute) => names.Contains(Name(attribute)) && !attribute.ConstructorArguments.Any(IsError);

    private static string Name(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString() ?? "";

    private static bool IsError(TypedConstant argument) => argument.Kind == TypedConstantKind.Error;

    private static string Text(AttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments.Select(Argument)
            .Concat(attribute.NamedArguments.Select(named => $"{named.Key} = {Argument(named.Value)}"))
            .ToList();
        var list = arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})";
        return $"[{TypeFacts.Text(attribute.AttributeClass!)}{list}]";
    }

    /// <summary>None of the attributes takes a type or an array.</summary>
    private static string Argument(TypedConstant argument) =>
        argument is { Kind: TypedConstantKind.Enum or TypedConstantKind.Primitive, Type: { } type } ? DefaultValue.Text(type, argument.Value) : argument.ToCSharpString();
}
