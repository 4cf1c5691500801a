using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>Helpers that return what they are given: <c>T Keep&lt;T&gt;(T opened) { _opened.Add(opened); return opened; }</c>. Their result is known as well as the argument.</summary>
internal static class ReturnedArguments
{
    private static readonly ConditionalWeakTable<IMethodSymbol, StrongBox<string?>> s_known = new();

    /// <summary>The argument that the call gives back, or null.</summary>
    public static IOperation? Of(IInvocationOperation call) =>
        call.TargetMethod is { IsVirtual: false, IsOverride: false, IsAbstract: false, ReturnsVoid: false }
        && s_known.GetValue(call.TargetMethod.OriginalDefinition, method => new(ReturnedBy(method))).Value is { } name
            ? call.Arguments.FirstOrDefault(argument => argument.Parameter is { RefKind: RefKind.None } parameter && parameter.Name == name)?.Value
            : null;

    /// <summary>The name of the parameter, when no other one and nothing else is returned.</summary>
    private static string? ReturnedBy(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).FirstOrDefault(HasBody) is { } declaration && ReturnedBy(declaration) is { } name && !Changes(declaration, name) ? name : null;

    /// <summary>The one name that the body returns on all its ways.</summary>
    private static string? ReturnedBy(SyntaxNode declaration)
    {
        var arrow = (declaration as BaseMethodDeclarationSyntax)?.ExpressionBody ?? (declaration as LocalFunctionStatementSyntax)?.ExpressionBody;
        var values = arrow is not null
            ? [arrow.Expression]
            : declaration.DescendantNodes(node => node == declaration || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>().Select(@return => @return.Expression).ToList();
        return values.Count > 0 && values.All(value => value is IdentifierNameSyntax) && values.Select(value => value!.ToString()).Distinct().Count() == 1 ? values[0]!.ToString() : null;
    }

    /// <summary>Whether the body may write the variable or a property of it. When that is not certain, it does.</summary>
    private static bool Changes(SyntaxNode declaration, string name) => declaration.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name && use.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == use,
        MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } member => assignment.Left == member,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
        RefExpressionSyntax => true,
        _ => false,
    });

    private static bool HasBody(SyntaxNode declaration) => declaration is BaseMethodDeclarationSyntax { ExpressionBody: not null } or BaseMethodDeclarationSyntax { Body: not null } or LocalFunctionStatementSyntax;
}
