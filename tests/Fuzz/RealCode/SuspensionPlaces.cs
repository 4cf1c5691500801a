using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Fuzz.RealCode;

/// <summary>Which expressions of a body can be made suspension points, <c>x</c> into <c>Suspended.S(co, x)</c>, with the body still being C#.</summary>
internal sealed class SuspensionPlaces(SyntaxNode body, SemanticModel model)
{
    public IEnumerable<ExpressionSyntax> All() =>
        body.DescendantNodes(node => !IsClosed(node)).OfType<ExpressionSyntax>().Where(e => !IsClosed(e) && IsForm(e) && IsRead(e) && !HasVariables(e) && IsValue(e));

    /// <summary>Where nothing can suspend, or where C# wants a constant or a name.</summary>
    private static bool IsClosed(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax or LockStatementSyntax or FixedStatementSyntax or CatchFilterClauseSyntax
            or AttributeSyntax or SwitchLabelSyntax or PatternSyntax or GotoStatementSyntax or TypeArgumentListSyntax or NameColonSyntax or NameEqualsSyntax
            or LocalDeclarationStatementSyntax { IsConst: true } or InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } };

    private static bool IsForm(ExpressionSyntax e) => e is IdentifierNameSyntax or (not TypeSyntax and not (AssignmentExpressionSyntax or InitializerExpressionSyntax or DeclarationExpressionSyntax
        or ThrowExpressionSyntax or RefExpressionSyntax or ImplicitObjectCreationExpressionSyntax or StackAllocArrayCreationExpressionSyntax or CollectionExpressionSyntax or TupleExpressionSyntax
        or BaseExpressionSyntax or RangeExpressionSyntax or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression } or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression }));

    /// <summary>Whether its value is read: it is neither written, nor referred to, nor a part of a name.</summary>
    private bool IsRead(ExpressionSyntax e) => e.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == e && !IsStruct(e),
        ElementAccessExpressionSyntax access => !IsStruct(e) || access.Expression != e,
        AssignmentExpressionSyntax assignment => assignment.Right == e,
        InvocationExpressionSyntax call => call.Expression != e,
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind == 0,
        ConditionalAccessExpressionSyntax access => access.Expression == e,
        ForStatementSyntax loop => loop.Condition == e,
        PrefixUnaryExpressionSyntax unary => unary.Kind() is not (SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression),
        PostfixUnaryExpressionSyntax unary => unary.Kind() is not (SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression),
        MemberBindingExpressionSyntax or NameSyntax or ExpressionColonSyntax or ExpressionStatementSyntax or RefExpressionSyntax => false,
        _ => true,
    } && !IsBehindNullCheck(e);

    private bool IsStruct(ExpressionSyntax e) => model.GetTypeInfo(e).Type is { IsValueType: true };

    /// <summary><c>.b</c> of <c>a?.b</c>, which is no expression of its own.</summary>
    private static bool IsBehindNullCheck(ExpressionSyntax e) => e.DescendantNodesAndSelf().Any(node =>
        node is MemberBindingExpressionSyntax or ElementBindingExpressionSyntax
        && !e.Span.Contains(node.Ancestors().OfType<ConditionalAccessExpressionSyntax>().First(access => access.WhenNotNull.Span.Contains(node.Span)).Span));

    /// <summary>A call says nothing of when variables are assigned that its argument declares.</summary>
    private static bool HasVariables(ExpressionSyntax e) => e.DescendantNodes().Any(node => node is SingleVariableDesignationSyntax);

    private bool IsValue(ExpressionSyntax e)
    {
        if (model.GetSymbolInfo(e).Symbol is INamespaceOrTypeSymbol or ILabelSymbol || (e is SimpleNameSyntax or MemberAccessExpressionSyntax && model.GetSymbolInfo(e).Symbol is IMethodSymbol))
            return false;
        var (type, converted) = (model.GetTypeInfo(e).Type, model.GetTypeInfo(e).ConvertedType);
        var isConverted = !SymbolEqualityComparer.Default.Equals(type, converted);
        return type is { IsRefLikeType: false, IsAnonymousType: false, SpecialType: not SpecialType.System_Void, TypeKind: not (TypeKind.Error or TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic) }
            && converted is { IsRefLikeType: false }
            && !(isConverted && model.GetConstantValue(e).HasValue);
    }
}
