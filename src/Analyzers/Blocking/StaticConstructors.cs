using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>The static constructor that runs before a type is used for the first time. Code of the type itself comes after it, or close to.</summary>
internal static class StaticConstructors
{
    /// <summary>That of the type whose member the operation uses, or null when there is none.</summary>
    public static IMethodSymbol? RunBy(IOperation operation, INamedTypeSymbol? user)
    {
        ISymbol? used = operation switch
        {
            IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field } => field,
            IPropertyReferenceOperation { Property: { IsStatic: true } property } => property,
            IInvocationOperation { TargetMethod: { IsStatic: true } method } => method,
            IObjectCreationOperation { Constructor: { } constructor } => constructor,
            _ => null,
        };
        return used?.ContainingType is { } type && !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, user?.OriginalDefinition) ? type.OriginalDefinition.StaticConstructors.FirstOrDefault() : null;
    }
}
