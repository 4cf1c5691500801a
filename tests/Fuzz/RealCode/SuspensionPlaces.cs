using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Fuzz.RealCode;

/// <summary>Chooses what is to suspend in a body, of what can with the body still being C#: an expression, <c>x</c> into <c>Suspended.S(co, x)</c>, a call, or a function inside.</summary>
internal sealed class SuspensionPlaces(SemanticModel model, Func<bool> suspends)
{
    public SuspensionChoice Choose(SyntaxNode body)
    {
        var choice = SuspensionChoice.Nothing();
        Choose(body, choice);
        return choice;
    }

    private void Choose(SyntaxNode node, SuspensionChoice choice)
    {
        foreach (var child in node.ChildNodes().Where(child => !IsClosed(child)))
        {
            if (child is LambdaExpressionSyntax or LocalFunctionStatementSyntax)
            {
                if (Function(child) is not { } function || !suspends())
                    continue;
                choice.Functions.Add(child, function);
            }
            else if (child is InvocationExpressionSyntax call && Callee(call) is { } method && suspends())
            {
                choice.Calls.Add(child, method);
            }

            if (child is ExpressionSyntax e && IsForm(e) && IsRead(e) && !HasVariables(e) && IsValue(e) && suspends())
                choice.Places.Add(e);
            Choose(child, choice);
        }
    }

    private IMethodSymbol? Function(SyntaxNode written) =>
        (written is LocalFunctionStatementSyntax ? model.GetDeclaredSymbol(written) : model.GetSymbolInfo(written).Symbol) is IMethodSymbol function
        && Obstacles.Of(function, written, model.GetTypeInfo(written)) is null ? function : null;

    /// <summary>The method that is called by name, when no other one can run in its place and nobody asks where the call is.</summary>
    private IMethodSymbol? Callee(InvocationExpressionSyntax call)
    {
        var isOfBase = call.Expression is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax };
        var method = model.GetSymbolInfo(call).Symbol as IMethodSymbol;
        if (method is not { MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension } || (!isOfBase && IsDispatched(method)))
            return null;
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return definition.DeclaringSyntaxReferences.Length == 0 || definition is { IsExtensionMethod: true } && method.ReducedFrom is null || definition.GetAttributes().Any(IsConditional) || definition.Parameters.Any(IsOfCaller)
            ? null : definition;
    }

    private static bool IsDispatched(IMethodSymbol method) =>
        method.IsVirtual || method.IsAbstract || (method is { IsOverride: true, IsSealed: false, ContainingType.IsSealed: false });

    private static bool IsConditional(AttributeData attribute) => attribute.AttributeClass?.Name == "ConditionalAttribute";

    private static bool IsOfCaller(IParameterSymbol parameter) => parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name.StartsWith("Caller", StringComparison.Ordinal) == true);

    /// <summary>Where nothing can suspend, or where C# wants a constant, a name, or the text as it is.</summary>
    private bool IsClosed(SyntaxNode node) =>
        node is AnonymousMethodExpressionSyntax or QueryExpressionSyntax or LockStatementSyntax or FixedStatementSyntax or CatchFilterClauseSyntax
            or AttributeListSyntax or ParameterListSyntax or ParameterSyntax or SwitchLabelSyntax or PatternSyntax or GotoStatementSyntax or TypeArgumentListSyntax or NameColonSyntax or NameEqualsSyntax
            or LocalDeclarationStatementSyntax { IsConst: true } or InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } }
        || (node is ArgumentListSyntax { Parent: { } call } && model.GetSymbolInfo(call).Symbol is IMethodSymbol method && method.Parameters.Any(IsOfCaller));

    private static bool IsForm(ExpressionSyntax e) => e is IdentifierNameSyntax or (not TypeSyntax and not (AssignmentExpressionSyntax or InitializerExpressionSyntax or DeclarationExpressionSyntax
        or ThrowExpressionSyntax or RefExpressionSyntax or ImplicitObjectCreationExpressionSyntax or StackAllocArrayCreationExpressionSyntax or CollectionExpressionSyntax or TupleExpressionSyntax
        or BaseExpressionSyntax or RangeExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
        or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression } or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression }));

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

    /// <summary>Behind <c>while (true)</c> nothing has to be returned.</summary>
    private bool IsEndlessLoop(ExpressionSyntax e) =>
        e.Parent is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax && model.GetConstantValue(e).HasValue;

    private bool IsValue(ExpressionSyntax e)
    {
        if (model.GetSymbolInfo(e).Symbol is INamespaceOrTypeSymbol or ILabelSymbol || (e is SimpleNameSyntax or MemberAccessExpressionSyntax && model.GetSymbolInfo(e).Symbol is IMethodSymbol))
            return false;
        var (type, converted) = (model.GetTypeInfo(e).Type, model.GetTypeInfo(e).ConvertedType);
        var isConverted = !SymbolEqualityComparer.Default.Equals(type, converted);
        return type is { IsRefLikeType: false, IsAnonymousType: false, SpecialType: not SpecialType.System_Void, TypeKind: not (TypeKind.Error or TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic) }
            && converted is { IsRefLikeType: false }
            && !(isConverted && e is InterpolatedStringExpressionSyntax)
            && !IsEndlessLoop(e)
            && !(isConverted && model.GetConstantValue(e).HasValue)
            && !(e.Parent is ExpressionSyntax outer && model.GetConstantValue(outer).HasValue);
    }
}
