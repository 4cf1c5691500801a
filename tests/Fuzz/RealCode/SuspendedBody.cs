using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Fuzz.RealCode;

/// <summary>
/// Writes a body again, with what was chosen as suspension points.
/// <code>
/// return Sum(items.Select(item => item.Price * rate));
///     becomes
/// return Sum_1__Suspended(co, items.Select(item => Suspended.Run((CoFunc&lt;int>)(co => Suspended.S(co, item.Price) * rate))));
/// </code>
/// </summary>
internal sealed class SuspendedBody(SuspensionChoice choice, Func<IMethodSymbol, SuspendedMethod?> coroutineOf) : CSharpSyntaxRewriter
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Written(ITypeSymbol type) => type.ToDisplayString(Format);

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        var visited = base.Visit(node);
        return visited is not null && choice.Places.Contains(node!)
            ? SyntaxFactory.ParseExpression($"Suspended.S(co, {visited.WithoutTrivia().ToFullString()})").WithTriviaFrom(visited)
            : visited;
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var call = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
        if (!choice.Calls.TryGetValue(node, out var method) || coroutineOf(method) is not { } coroutine)
            return call;
        return call.WithExpression(Renamed(call.Expression, coroutine.Name))
            .WithArgumentList(call.ArgumentList.WithArguments(call.ArgumentList.Arguments.Insert(0, SyntaxFactory.Argument(SyntaxFactory.IdentifierName("co")))));
    }

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => WithBody((SimpleLambdaExpressionSyntax)base.VisitSimpleLambdaExpression(node)!, node);

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) =>
        WithBody((ParenthesizedLambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!, node);

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var function = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        if (!choice.Functions.TryGetValue(node, out var symbol))
            return function;
        return function.Body is { } block
            ? function.WithBody(Block(block, symbol))
            : function.WithExpressionBody(SyntaxFactory.ArrowExpressionClause(Run(function.ExpressionBody!.Expression, symbol)));
    }

    private LambdaExpressionSyntax WithBody(LambdaExpressionSyntax lambda, LambdaExpressionSyntax written)
    {
        if (!choice.Functions.TryGetValue(written, out var symbol))
            return lambda;
        return lambda.Block is { } block ? lambda.WithBlock(Block(block, symbol)) : lambda.WithExpressionBody(Run(lambda.ExpressionBody!, symbol));
    }

    private static BlockSyntax Block(BlockSyntax block, IMethodSymbol function) =>
        (BlockSyntax)SyntaxFactory.ParseStatement($"{{ {(function.ReturnsVoid ? "" : "return ")}{Run(block, function).ToFullString()}; }}");

    private static ExpressionSyntax Run(SyntaxNode body, IMethodSymbol function) =>
        SyntaxFactory.ParseExpression($"Suspended.Run((global::CoroGen.{(function.ReturnsVoid ? "CoAction" : $"CoFunc<{Written(function.ReturnType)}>")})(co => {body.ToFullString()}\n))");

    private static ExpressionSyntax Renamed(ExpressionSyntax callee, string name) => callee switch
    {
        IdentifierNameSyntax identifier => SyntaxFactory.IdentifierName(name).WithTriviaFrom(identifier),
        GenericNameSyntax generic => generic.WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(generic.Identifier)),
        MemberAccessExpressionSyntax access => access.WithName((SimpleNameSyntax)Renamed(access.Name, name)),
        MemberBindingExpressionSyntax binding => binding.WithName((SimpleNameSyntax)Renamed(binding.Name, name)),
        _ => throw new InvalidOperationException($"'{callee}' is not called by its name."),
    };
}
