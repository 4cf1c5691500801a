using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Fuzz.RealCode;

/// <summary>What a coroutine cannot be, so that code of that kind stays as it is.</summary>
internal static class Obstacles
{
    /// <summary>Why the method stays as it is, or null when it can call a coroutine.</summary>
    public static string? Of(IMethodSymbol method, SyntaxNode body, SemanticModel model) => method switch
    {
        { IsAsync: true } => "async",
        { ContainingType.TypeKind: not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface) } => "extension block",
        { ContainingType: { TypeKind: TypeKind.Struct, IsRefLikeType: true } } => "ref struct",
        { ContainingType.TypeKind: TypeKind.Struct, IsStatic: false, IsReadOnly: false } => "changes a struct",
        { PartialDefinitionPart: not null } or { PartialImplementationPart: not null } => "partial",
        { IsOverride: true } or { ExplicitInterfaceImplementations.Length: > 0 } when method.TypeParameters.Any(IsConstrained) => "constraints that are not written",
        _ when IsIterator(body) => "iterator",
        _ when IsTold(body, model) => "caller information",
        _ when body.DescendantNodes().OfType<FieldExpressionSyntax>().Any() => "field",
        _ => OfSignature(method),
    };

    /// <summary>Why the body of the lambda or local function stays as it is, or null when it can be a coroutine's.</summary>
    public static string? Of(IMethodSymbol function, SyntaxNode written, TypeInfo type) => function switch
    {
        { IsAsync: true } => "async",
        _ when IsIterator(written) => "iterator",
        _ when type.ConvertedType is { TypeKind: not TypeKind.Delegate } => "expression tree",
        _ when !IsNamed(function.ReturnType) => "anonymous type",
        _ => OfSignature(function),
    };

    private static string? OfSignature(IMethodSymbol method)
    {
        if (method.RefKind != RefKind.None || method.Parameters.Any(parameter => parameter.RefKind != RefKind.None))
            return "reference";
        if (!CanBeKept(method.ReturnType) || !method.Parameters.All(parameter => CanBeKept(parameter.Type)))
            return "ref struct or pointer";
        return method.IsVararg || method.Parameters.Any(parameter => parameter.Name == "co") ? "parameters" : null;
    }

    private static bool CanBeKept(ITypeSymbol type) =>
        type is { IsRefLikeType: false, TypeKind: not (TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Error) } and not ITypeParameterSymbol { AllowsRefLikeType: true };

    private static bool IsConstrained(ITypeParameterSymbol parameter) =>
        parameter is { HasReferenceTypeConstraint: true } or { HasValueTypeConstraint: true } or { HasConstructorConstraint: true } or { HasNotNullConstraint: true } or { ConstraintTypes.Length: > 0 };

    private static bool IsNamed(ITypeSymbol type) => !type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat).Contains("<anonymous", StringComparison.Ordinal);

    private static bool IsIterator(SyntaxNode body) =>
        body.DescendantNodes(node => node == body || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(node => node is YieldStatementSyntax);

    /// <summary>Whether something in it is told the name of the method, or its line, by the compiler: another method has another name.</summary>
    private static bool IsTold(SyntaxNode body, SemanticModel model) =>
        body.DescendantNodes().OfType<ArgumentListSyntax>().Any(arguments => arguments.Parent is { } call && model.GetSymbolInfo(call).Symbol is IMethodSymbol method
            && method.Parameters.Skip(arguments.Arguments.Count).Any(parameter => parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "CallerMemberNameAttribute" or "CallerLineNumberAttribute")));
}
