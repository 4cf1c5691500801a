using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>Code of types that does nothing that could be seen, so that it may run at another time, or once more.</summary>
internal static class QuietCode
{
    /// <summary>Whether setting the member only stores a value.</summary>
    public static bool IsStored(ISymbol member) => member switch
    {
        IFieldSymbol => true,
        IPropertySymbol { IsVirtual: false, IsOverride: false, IsAbstract: false, DeclaringSyntaxReferences: [var reference] } => reference.GetSyntax() switch
        {
            ParameterSyntax => true,
            PropertyDeclarationSyntax { AccessorList: { } accessors } => accessors.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null }),
            _ => false,
        },
        _ => false,
    };

    /// <summary>Whether making an object runs no code but initializers that compute nothing.</summary>
    public static bool CanBeMade(ITypeSymbol type)
    {
        for (var current = type; current is not (null or { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType }); current = current.BaseType)
        {
            var isImplicit = current is INamedTypeSymbol { InstanceConstructors: var constructors } && constructors.All(c => c.IsImplicitlyDeclared || IsCopyConstructor(c));
            if (!isImplicit || current.DeclaringSyntaxReferences.Length == 0 || !current.GetMembers().SelectMany(Initializers).All(IsConstant))
                return false;
        }

        return true;
    }

    /// <summary>Whether <c>with</c> runs no code of the user's to copy a value.</summary>
    public static bool CanBeCopied(ITypeSymbol type)
    {
        for (var current = type; current is INamedTypeSymbol { IsRecord: true, IsValueType: false } record; current = record.BaseType!)
        {
            if (record.InstanceConstructors.Any(c => !c.IsImplicitlyDeclared && IsCopyConstructor(c)))
                return false;
        }

        return true;
    }

    private static bool IsCopyConstructor(IMethodSymbol constructor) =>
        constructor.Parameters is [var only] && SymbolEqualityComparer.Default.Equals(only.Type, constructor.ContainingType);

    private static IEnumerable<ExpressionSyntax> Initializers(ISymbol member) => member.IsStatic ? [] : member.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax() switch
        {
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        })
        .OfType<ExpressionSyntax>();

    private static bool IsConstant(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax or DefaultExpressionSyntax or CollectionExpressionSyntax { Elements.Count: 0 } => true,
        PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } => true,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => IsConstant(inner.Operand),
        MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax } => true,
        _ => false,
    };
}
