using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Analyzers.Refusals;

/// <summary>
/// CORO203 where a static initialiser or constructor calls a coroutine with a blocking handle: the coroutines that run meanwhile, on the same thread, see a type whose fields are not set yet.
/// </summary>
internal static class StaticInitializers
{
    private const string Instead = "other coroutines run meanwhile and see the type half made: do it in a method that is called later";

    public static IEnumerable<Refusal> Check(SyntaxNode member, SemanticModel model, CancellationToken cancellation) =>
        Initializers(member).SelectMany(code => code.DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
            .OfType<InvocationExpressionSyntax>()
            .Where(call => MentionsBlocking(call) && Suspends(call, model, cancellation))
            .Select(call => new Refusal(Rules.MisplacedSuspension, call.GetLocation(), "a static initialiser", Instead));

    private static IEnumerable<SyntaxNode> Initializers(SyntaxNode member) => member switch
    {
        FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.StaticKeyword) => field.Declaration.Variables.Select(variable => variable.Initializer).OfType<SyntaxNode>(),
        PropertyDeclarationSyntax { Initializer: { } initializer } property when property.Modifiers.Any(SyntaxKind.StaticKeyword) => [initializer],
        ConstructorDeclarationSyntax constructor when constructor.Modifiers.Any(SyntaxKind.StaticKeyword) => [(SyntaxNode?)constructor.Body ?? constructor.ExpressionBody ?? (SyntaxNode)constructor],
        _ => [],
    };

    /// <summary>Only such calls are worth binding: there is no other handle outside of coroutines.</summary>
    private static bool MentionsBlocking(InvocationExpressionSyntax call) =>
        (call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && IsBlocking(receiver)) || call.ArgumentList.Arguments.Any(argument => IsBlocking(argument.Expression));

    private static bool IsBlocking(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == "Blocking",
        IdentifierNameSyntax name => name.Identifier.ValueText == "Blocking",
        _ => false,
    };

    private static bool Suspends(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol target
        && WellKnownAttributes.SuspensionKindOf(target) != SuspensionKind.None
        && (call.ArgumentList.Arguments.Any(argument => CoroutineSymbols.IsHandle(model.GetTypeInfo(argument.Expression, cancellation).Type)) || CoroutineSymbols.IsHandle(target.ContainingType));
}
