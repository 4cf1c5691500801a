using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>Where a call is reported: on the name of the member, or on the keyword or operator that calls.</summary>
internal static class NamePlace
{
    public static Location Of(IOperation call) => call is IConversionOperation { IsImplicit: true } or IUnaryOperation { IsImplicit: true } ? call.Syntax.GetLocation() : Of(call.Syntax);

    private static Location Of(SyntaxNode syntax) => syntax switch
    {
        InvocationExpressionSyntax invocation => Of(invocation.Expression),
        MemberAccessExpressionSyntax access => access.Name.Identifier.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.GetLocation(),
        SimpleNameSyntax name => name.Identifier.GetLocation(),
        ConditionalAccessExpressionSyntax access => Of(access.WhenNotNull),
        ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        ConstructorInitializerSyntax initializer => initializer.ThisOrBaseKeyword.GetLocation(),
        LockStatementSyntax statement => statement.LockKeyword.GetLocation(),
        CommonForEachStatementSyntax loop => loop.ForEachKeyword.GetLocation(),
        UsingStatementSyntax statement => statement.UsingKeyword.GetLocation(),
        LocalDeclarationStatementSyntax declaration => declaration.UsingKeyword.GetLocation(),
        ElementAccessExpressionSyntax element => element.ArgumentList.GetLocation(),
        BinaryExpressionSyntax binary => binary.OperatorToken.GetLocation(),
        PrefixUnaryExpressionSyntax unary => unary.OperatorToken.GetLocation(),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } called => Of(called.Operand),
        PostfixUnaryExpressionSyntax unary => unary.OperatorToken.GetLocation(),
        AssignmentExpressionSyntax assignment => assignment.OperatorToken.GetLocation(),
        WithExpressionSyntax with => with.WithKeyword.GetLocation(),
        CastExpressionSyntax cast => cast.Type.GetLocation(),
        QueryClauseSyntax or SelectOrGroupClauseSyntax or OrderingSyntax => syntax.GetFirstToken().GetLocation(),
        _ => syntax.GetLocation(),
    };
}
