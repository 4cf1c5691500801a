using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Tests.Conformance;

/// <summary>A piece of C# that may be an expression, statements, members or a whole file. A function alone is a method.</summary>
internal static class CSharpFragment
{
    /// <summary>The smallest node that holds all of the text, or null when it is none of these.</summary>
    public static SyntaxNode? Parse(string text) => Expression(text) ?? Statements(text) ?? Members(text) ?? File(text) ?? Statements(text + ";");

    private static ExpressionSyntax? Expression(string text)
    {
        var expression = SyntaxFactory.ParseExpression(text, options: Harness.Sources.Preview);
        return expression.ContainsDiagnostics ? null : expression;
    }

    private static StatementSyntax? Statements(string text)
    {
        var statement = SyntaxFactory.ParseStatement($"{{\n{text}\n}}", options: Harness.Sources.Preview) as BlockSyntax;
        return statement switch
        {
            null or { ContainsDiagnostics: true } or { Statements: [LocalFunctionStatementSyntax] } => null,
            { Statements: [var only] } => only,
            _ => statement,
        };
    }

    private static SyntaxNode? Members(string text)
    {
        var type = SyntaxFactory.ParseMemberDeclaration($"class C\n{{\n{text}\n}}", options: Harness.Sources.Preview) as ClassDeclarationSyntax;
        return type is null or { ContainsDiagnostics: true } ? null : type.Members is [var only] ? only : type;
    }

    private static SyntaxNode? File(string text)
    {
        var file = SyntaxFactory.ParseCompilationUnit(text, options: Harness.Sources.Preview);
        return file.ContainsDiagnostics ? null : file.Members is [var only] && file.Usings.Count == 0 ? only : file;
    }
}
