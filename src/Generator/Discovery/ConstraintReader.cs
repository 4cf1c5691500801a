using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Discovery;

/// <summary>Constraint clauses: those that the method's own declaration may state, and those that hold.</summary>
internal static class ConstraintReader
{
    /// <summary>An override or explicit implementation inherits its constraints and may repeat only <c>class</c>, <c>struct</c> and <c>default</c>.</summary>
    public static string OfDeclaration(CoroutineMethod method) =>
        method.Symbol.IsOverride || method.Symbol.MethodKind == MethodKind.ExplicitInterfaceImplementation
            ? string.Join(" ", method.Syntax.ConstraintClauses.Select(clause => $"where {clause.Name.Identifier.Text} : {clause.Constraints}"))
            : Of(method.Symbol.TypeParameters.Skip(method.IsCalledOnType ? method.Block!.Arity : 0));

    /// <summary>All constraints, as a class with the same type parameters must state them.</summary>
    public static string OfFrame(IMethodSymbol method) => Of(method.TypeParameters);

    /// <summary>The constraints of some type parameters.</summary>
    public static string Of(IEnumerable<ITypeParameterSymbol> parameters) => string.Join(" ", parameters.Select(Clause).Where(clause => clause.Length > 0));

    public static string TypeParameters(IMethodSymbol method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.TypeParameters.Select(TypeFacts.Text))}>" : "";

    private static string Clause(ITypeParameterSymbol parameter)
    {
        var constraints = string.Join(", ", Constraints(parameter));
        return constraints.Length == 0 ? "" : $"where {TypeFacts.Text(parameter)} : {constraints}";
    }

    private static IEnumerable<string> Constraints(ITypeParameterSymbol parameter)
    {
        if (Kind(parameter) is { } kind)
            yield return kind;
        foreach (var type in parameter.ConstraintTypes.Where(type => !HalfTyped.HasError(type) && !(parameter.DeclaringMethod is { } method && Visibility.IsMissing(type, method))))
            yield return TypeFacts.Text(type);
        if (parameter.HasConstructorConstraint && !parameter.HasValueTypeConstraint)
            yield return "new()";
        if (parameter.AllowsRefLikeType)
            yield return "allows ref struct";
    }

    private static string? Kind(ITypeParameterSymbol parameter) => parameter switch
    {
        { HasUnmanagedTypeConstraint: true } => "unmanaged",
        { HasValueTypeConstraint: true } => "struct",
        { HasReferenceTypeConstraint: true, ReferenceTypeConstraintNullableAnnotation: NullableAnnotation.Annotated } => "class?",
        { HasReferenceTypeConstraint: true } => "class",
        { HasNotNullConstraint: true } => "notnull",
        _ => null,
    };
}
