using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>
/// The static constructor that runs before a type is used for the first time: one that is written, when any of its members is used, by code that is not the type's own; one of initializers only, when one of
/// the fields is.
/// </summary>
internal static class StaticConstructors
{
    /// <summary>That of the type whose member the operation uses, or null when there is none.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="user">The type whose code uses it.</param>
    /// <param name="isFirst">Whether nothing of that type need have been used before.</param>
    public static IMethodSymbol? RunBy(IOperation operation, INamedTypeSymbol? user, bool isFirst)
    {
        ISymbol? used = operation switch
        {
            IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field } => field,
            IPropertyReferenceOperation { Property: { IsStatic: true } property } => property,
            IInvocationOperation { TargetMethod: { IsStatic: true } method } => method,
            IObjectCreationOperation { Constructor: { } constructor } => constructor,
            _ => null,
        };
        // Nobody sees what those of other projects do.
        if (used?.ContainingType.OriginalDefinition is not { ContainingAssembly: ISourceAssemblySymbol } type || type.StaticConstructors.FirstOrDefault() is not { } run)
            return null;
        var isOwn = SymbolEqualityComparer.Default.Equals(type, user?.OriginalDefinition);
        return (run.IsImplicitlyDeclared ? IsField(used) && (isFirst || !isOwn) : !isOwn) ? run : null;
    }

    private static bool IsField(ISymbol used) => used is IFieldSymbol || used.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, used));
}
