using System.Collections.Immutable;
using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator.Refusals;

/// <summary>All that a coroutine's signature decides. Each rule yields its refusals on the narrowest piece of the user's code.</summary>
internal static class SignatureRules
{
    private static readonly ImmutableArray<Func<CoroutineMethod, IEnumerable<Refusal>>> All =
    [
        LanguageVersion,
        ContainerRules.Partial,
        ContainerRules.FileLocal,
        ContainerRules.VariantInterface,
        HandleParameterRules.Missing,
        HandleParameterRules.Bad,
        FormRules.AsyncOrIterator,
        FormRules.Body,
        FormRules.Attributes,
        ByValueRules.Parameters,
        ByValueRules.Result,
        ByValueRules.This,
        ByValueRules.FileLocal,
        InheritanceRules.OverridesCoroutine,
        InheritanceRules.KeepsResult,
        FactoryRules.Clash,
    ];

    /// <summary>Those that leave nothing to add members to, or to override.</summary>
    private static readonly ImmutableArray<Func<CoroutineMethod, IEnumerable<Refusal>>> s_forbidding =
    [
        LanguageVersion,
        HandleParameterRules.Missing,
        InheritanceRules.OverridesCoroutine,
        InheritanceRules.KeepsResult,
    ];

    public static SignatureVerdict Judge(CoroutineMethod method)
    {
        ImmutableArray<Refusal> refusals = [.. All.SelectMany(rule => rule(method))];
        return new SignatureVerdict(
            refusals,
            ForbidsMembers(method),
            IsBare: IsBare(method),
            HasFactory: !refusals.Any(refusal => refusal.Rule == Rules.FactoryClash) && !FactoryRules.IsLeftToTheLanguage(method.Symbol) && !FactoryRules.IsNameTaken(method.Symbol),
            ResultIsUnusable: refusals.Any(refusal => refusal.Rule == Rules.CovariantResult) || ByValueRules.IsNoTypeArgument(method.Symbol.ReturnType));
    }

    /// <summary>Whether generated code can call a coroutine of this compilation: members can be added to its type.</summary>
    public static bool HasMembers(IMethodSymbol coroutine, CancellationToken cancellation) =>
        coroutine.OriginalDefinition is var definition
        && (definition.DeclaringSyntaxReferences.IsEmpty
            || (CoroutineMethod.Of(definition, cancellation) is { } method && !ForbidsMembers(method) && !IsBare(method)));

    private static bool ForbidsMembers(CoroutineMethod method) =>
        s_forbidding.Any(rule => rule(method).Any())
        || !method.Handles.Any()
        || !ContainerRules.AcceptsMembers(method)
        || !InheritanceRules.BaseHasMembers(method)
        || FactoryRules.ClashesWithGeneratedNames(method);

    /// <summary>Whether C# refuses the head for what can be seen at once. Most such errors are seen later (<see cref="HeadErrors"/>).</summary>
    private static bool IsBare(CoroutineMethod method) => !FormRules.AgreesWithItsBody(method) || InheritanceRules.OverridesNothing(method) 
        || method.Symbol.Parameters.Any(p => p.Name.Length == 0)
        || (method.Symbol.IsExtensionMethod && !BareSignature.IsPlaceOfExtensions(method))
        || !ContainerRules.IsVisible(method.Symbol);

    private static IEnumerable<Refusal> LanguageVersion(CoroutineMethod method)
    {
        if (method.LanguageVersion < Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp9)
            yield return new(Rules.LanguageVersion, method.NameLocation, method.Name, method.LanguageVersion.ToDisplayString());
    }
}
