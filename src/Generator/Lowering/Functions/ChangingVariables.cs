using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Functions;

/// <summary>
/// Finds the variables of a method that anything but their own declaration writes. All others hold one value as long as they exist, so a function
/// that captures one may as well have a copy.
/// </summary>
internal sealed class ChangingVariables
{
    private readonly HashSet<ISymbol> _written = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _mutated = new(SymbolEqualityComparer.Default);

    private ChangingVariables()
    {
    }

    /// <summary>Whether the variable's value may change.</summary>
    public bool Contains(ISymbol variable, ITypeSymbol type) => _written.Contains(variable) || (_mutated.Contains(variable) && IsMutable(type));

    /// <param name="body">A body; the method round it is searched.</param>
    /// <param name="model">Its model.</param>
    public static ChangingVariables Around(SyntaxNode body, SemanticModel model)
    {
        var changing = new ChangingVariables();
        var method = body.AncestorsAndSelf().OfType<BaseMethodDeclarationSyntax>().First();
        foreach (var name in method.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (IsWritten(name))
                Add(changing._written, name, model);
            else if (PathFrom(name) is var path && path != name && (IsWritten(path) || path.Parent is InvocationExpressionSyntax || path is ElementAccessExpressionSyntax))
                Add(changing._mutated, name, model);
        }

        foreach (var declarator in method.DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(declarator => declarator.Initializer is null))
        {
            // Its first value comes from an assignment.
            if (model.GetDeclaredSymbol(declarator) is { } symbol && declarator.Parent?.Parent is not FixedStatementSyntax)
                changing._written.Add(symbol);
        }

        return changing;
    }

    private static void Add(HashSet<ISymbol> set, IdentifierNameSyntax name, SemanticModel model)
    {
        if (model.GetSymbolInfo(name).Symbol is { Kind: SymbolKind.Local or SymbolKind.Parameter } symbol)
            set.Add(symbol);
    }

    /// <summary>The longest <c>a.b.c</c> or <c>a[i]</c> that begins with the name.</summary>
    private static ExpressionSyntax PathFrom(IdentifierNameSyntax name)
    {
        ExpressionSyntax path = name;
        while (path.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax && path.Parent.ChildNodes().First() == path)
            path = (ExpressionSyntax)path.Parent;
        return path;
    }

    /// <summary>Whether the expression is assigned or passed by reference.</summary>
    private static bool IsWritten(ExpressionSyntax expression)
    {
        SyntaxNode child = expression;
        while (child.Parent is ParenthesizedExpressionSyntax or TupleExpressionSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax })
            child = child.Parent;
        return child.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == child,
            PrefixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
            PostfixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
            ArgumentSyntax argument => argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword,
            ForEachVariableStatementSyntax loop => loop.Variable == child,
            RefExpressionSyntax => true,
            _ => false,
        };
    }

    /// <summary>Whether a member of the variable may change its value: those of a class change an object.</summary>
    private static bool IsMutable(ITypeSymbol type) => type switch
    {
        { IsReferenceType: true } or { TypeKind: TypeKind.Enum } or { IsReadOnly: true } => false,
        { SpecialType: not SpecialType.None } => false,
        _ => true,
    };
}
