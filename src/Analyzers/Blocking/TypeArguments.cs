using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>
/// With which types a method is called, where that decides what it calls: <c>T.Work()</c>, of an interface's static abstract member, and <c>new T()</c>. Of all other methods the definition says it all.
/// </summary>
internal static class TypeArguments
{
    /// <summary>The method with its type arguments, or its definition where they decide nothing.</summary>
    public static IMethodSymbol Needed(IMethodSymbol method)
    {
        method = method.ReducedFrom is { } extension ? method.IsGenericMethod && extension.TypeParameters.Length == method.TypeArguments.Length ? extension.Construct([.. method.TypeArguments]) : extension : method;
        return (method.IsGenericMethod || method.ContainingType is { IsGenericType: true }) && ParametersOf(method.OriginalDefinition).Any(HasContract) ? method : method.OriginalDefinition;
    }

    /// <summary>What a caller calls, with the types that it is called with itself.</summary>
    public static IMethodSymbol In(IMethodSymbol callee, IMethodSymbol caller)
    {
        if (SymbolEqualityComparer.Default.Equals(callee, callee.OriginalDefinition) && !callee.IsGenericMethod && !callee.ContainingType.IsGenericType)
            return callee;
        if (callee.ContainingType is { IsGenericType: true, ContainingType: null or { IsGenericType: false } } type)
        {
            var made = type.OriginalDefinition.Construct([.. type.TypeArguments.Select(argument => In(argument, caller))]);
            var member = made.GetMembers(callee.Name).OfType<IMethodSymbol>().FirstOrDefault(other => SymbolEqualityComparer.Default.Equals(other.OriginalDefinition, callee.OriginalDefinition));
            callee = member is null ? callee : member.IsGenericMethod ? member.Construct([.. callee.TypeArguments]) : member;
        }

        return callee.IsGenericMethod ? callee.ConstructedFrom.Construct([.. callee.TypeArguments.Select(argument => In(argument, caller))]) : callee;
    }

    /// <summary>The implementation of a static abstract member in the type that the caller was called with, or null when that is not known.</summary>
    public static IMethodSymbol? Implementation(IMethodSymbol? contract, ITypeSymbol parameter, IMethodSymbol caller) =>
        In(parameter, caller) is not INamedTypeSymbol type ? null
            : contract is null ? type.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.IsEmpty)
            : type.AllInterfaces.Where(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, contract.ContainingType.OriginalDefinition))
                .SelectMany(i => i.GetMembers(contract.Name))
                .Where(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, contract.OriginalDefinition))
                .Select(type.FindImplementationForInterfaceMember)
                .OfType<IMethodSymbol>()
                .FirstOrDefault();

    /// <summary>The type parameter whose static member the operation uses, or null.</summary>
    public static ITypeSymbol? UsedBy(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.ConstrainedToType,
        IMethodReferenceOperation group => group.ConstrainedToType,
        IPropertyReferenceOperation property => property.ConstrainedToType,
        IBinaryOperation binary => binary.ConstrainedToType,
        IUnaryOperation unary => unary.ConstrainedToType,
        IConversionOperation conversion => conversion.ConstrainedToType,
        _ => null,
    };

    private static ITypeSymbol In(ITypeSymbol type, IMethodSymbol caller) => type is not ITypeParameterSymbol parameter ? type
        : parameter.TypeParameterKind == TypeParameterKind.Method && SymbolEqualityComparer.Default.Equals(parameter.DeclaringMethod, caller.OriginalDefinition) ? caller.TypeArguments[parameter.Ordinal]
        : parameter.TypeParameterKind == TypeParameterKind.Type && SymbolEqualityComparer.Default.Equals(parameter.DeclaringType, caller.ContainingType.OriginalDefinition) ? caller.ContainingType.TypeArguments[parameter.Ordinal]
        : type;

    private static IEnumerable<ITypeParameterSymbol> ParametersOf(IMethodSymbol method) => method.ContainingType is { } type ? method.TypeParameters.Concat(type.TypeParameters) : method.TypeParameters;

    private static bool HasContract(ITypeParameterSymbol parameter) => parameter.HasConstructorConstraint || parameter.ConstraintTypes.OfType<INamedTypeSymbol>()
        .SelectMany(constraint => constraint.AllInterfaces.Append(constraint))
        .Any(constraint => constraint.TypeKind == TypeKind.Interface && constraint.GetMembers().Any(member => member is { IsStatic: true, IsAbstract: true }));
}
