using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>Tells what needs no spilling: its value is the same before and after what is evaluated in between.</summary>
internal static class Stability
{
    /// <param name="expression">The expression.</param>
    /// <param name="between">What is evaluated before the value is used.</param>
    /// <param name="context">The body.</param>
    public static bool IsStable(ExpressionSyntax expression, IEnumerable<SyntaxNode> between, LoweringContext context) => expression switch
    {
        _ when context.Replacements.TryGetValue(expression, out var value) => value.IsStable,
        ParenthesizedExpressionSyntax inner => IsStable(inner.Expression, between, context),
        ThisExpressionSyntax => !context.Method.ContainingType.IsValueType,
        LiteralExpressionSyntax or BaseExpressionSyntax or TypeSyntax and not SimpleNameSyntax or DefaultExpressionSyntax or TypeOfExpressionSyntax or SizeOfExpressionSyntax => true,
        AnonymousFunctionExpressionSyntax => true,
        IdentifierNameSyntax name when context.Variables.Resolve(name) is { } variable => IsUntouched(variable, name, between, context),
        SimpleNameSyntax or MemberAccessExpressionSyntax => IsStableSymbol(context.Model.GetSymbolInfo(expression).Symbol, context),
        _ => context.Model.GetConstantValue(expression).HasValue,
    };

    /// <summary>Only the coroutine's own code changes a local that no function captures: it is enough to look at that.</summary>
    private static bool IsUntouched(Variable variable, IdentifierNameSyntax name, IEnumerable<SyntaxNode> between, LoweringContext context) =>
        variable is { Scope: null, IsPinned: false, IsRefLike: false }
        && !context.Locals.ReferencedNames.Contains(name.Identifier.ValueText)
        && !between.Any(node => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Any(other => other.Identifier.ValueText == name.Identifier.ValueText && MayBeWritten(other)));

    private static bool MayBeWritten(IdentifierNameSyntax name)
    {
        SyntaxNode child = name;
        while (child.Parent is ParenthesizedExpressionSyntax or TupleExpressionSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax }
            or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            child = child.Parent;
        }

        return child.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == child,
            PrefixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
            PostfixUnaryExpressionSyntax => true,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
            RefExpressionSyntax => true,
            // A method of a struct may change it.
            InvocationExpressionSyntax invocation => invocation.Expression == child && child != name,
            _ => false,
        };
    }

    private static bool IsStableSymbol(ISymbol? symbol, LoweringContext context) => symbol switch
    {
        ITypeSymbol or INamespaceSymbol => true,
        IFieldSymbol { IsConst: true } => true,
        IFieldSymbol { IsStatic: true, IsReadOnly: true } field => !IsInItsConstructor(field, context),
        IMethodSymbol { IsStatic: true } => true,
        IParameterSymbol parameter => context.Variables.Of(parameter) is null && context.Parameters.Contains(parameter, SymbolEqualityComparer.Default),
        _ => false,
    };

    private static bool IsInItsConstructor(IFieldSymbol field, LoweringContext context) =>
        context.Method.MethodKind == MethodKind.StaticConstructor && SymbolEqualityComparer.Default.Equals(field.ContainingType, context.Method.ContainingType);
}
