using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Analyzers.Blocking;

/// <summary>How messages name members.</summary>
internal static class MemberNames
{
    /// <summary>With the type: <c>File.ReadAllText</c>.</summary>
    public static string Full(ISymbol member) => IsConstructor(member) || member.ContainingType is null ? Short(member) : $"{member.ContainingType.Name}.{Short(member)}";

    /// <summary>Without the type: <c>Load</c>, <c>new Menu</c>, <c>operator +</c>.</summary>
    public static string Short(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => $"new {member.ContainingType.Name}",
        IMethodSymbol { MethodKind: MethodKind.StaticConstructor } => $"static {member.ContainingType.Name}",
        IMethodSymbol { AssociatedSymbol: { } property } => property.Name,
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda => KeeperOf(lambda) ?? "lambda",
        IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } method => method.ToDisplayString(s_operator),
        _ => member.Name.Substring(member.Name.LastIndexOf('.') + 1),
    };

    /// <summary>The name of what a lambda is put into.</summary>
    private static string? KeeperOf(IMethodSymbol lambda) => lambda.DeclaringSyntaxReferences.SelectMany(declaration => declaration.GetSyntax().Ancestors()).Select(node => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } => name.Identifier.ValueText,
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name: var name } } => name.Identifier.ValueText,
        _ => null,
    }).FirstOrDefault(name => name is not null);

    private static readonly SymbolDisplayFormat s_operator = new();

    private static bool IsConstructor(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor };
}
