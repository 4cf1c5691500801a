using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Bodies;

/// <summary>How calls and the runtime's members are named in code.</summary>
internal static class Names
{
    /// <summary>The name of what is called: where a finding stands.</summary>
    public static SyntaxNode OfCall(IOperation call) => call.Syntax is InvocationExpressionSyntax invocation ? Of(invocation.Expression) : call.Syntax;

    /// <summary>Whether the method is one of the runtime's type of that name.</summary>
    public static bool IsRuntimes(IMethodSymbol method, string type, string name) => method.Name == name && IsRuntimes(method.ContainingType, type);

    /// <summary>Whether the type is the runtime's of that name.</summary>
    public static bool IsRuntimes(ITypeSymbol? type, string name) =>
        type is { ContainingType: null, ContainingNamespace: { Name: "CoroGen", ContainingNamespace.IsGlobalNamespace: true } } && type.Name == name;

    /// <summary>Whether it is a system call of the handle.</summary>
    public static bool IsSystemCall(IInvocationOperation call, params string[] names) =>
        CoroutineSymbols.IsHandle(call.TargetMethod.ContainingType) && names.Contains(call.TargetMethod.Name);

    private static SyntaxNode Of(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        ParenthesizedExpressionSyntax inner => Of(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => Of(inner.Operand),
        _ => called,
    };
}
