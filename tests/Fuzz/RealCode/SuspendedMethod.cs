using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Fuzz.RealCode;

/// <summary>A method, an accessor, an operator or a constructor that calls a coroutine with its body, which suspends.</summary>
/// <param name="symbol">The method as it was.</param>
/// <param name="body">Its block, or its arrow with the expression.</param>
/// <param name="number">Makes its coroutine's name unique.</param>
/// <param name="choice">What is to suspend.</param>
internal sealed partial class SuspendedMethod(IMethodSymbol symbol, SyntaxNode body, int number, SuspensionChoice choice)
{
    /// <summary>Ends the names of the coroutines.</summary>
    public const string Mark = "__Suspended";

    public IMethodSymbol Symbol => symbol;

    public SyntaxNode Body => body;

    /// <summary>The coroutine's name.</summary>
    public string Name { get; } = $"{NoLetter().Replace(symbol.Name.Split('.')[^1], "_")}_{number}{Mark}";

    /// <summary>Where it was, and what it is.</summary>
    public string Place => $"{body.SyntaxTree.FilePath}({body.GetLocation().GetLineSpan().StartLinePosition.Line + 1}) {symbol.Name}";

    /// <summary>Whether the calls and functions in it stay as they are, and only its own expressions suspend.</summary>
    public bool IsSimple { get; private set; } = choice.IsSimple;

    /// <summary>Tries it with less. False when there is nothing less.</summary>
    public bool Simplify() => !IsSimple && (IsSimple = choice.Simple.Places.Count > 0);

    /// <summary>The coroutine.</summary>
    public string Text(Func<IMethodSymbol, SuspendedMethod?> coroutineOf)
    {
        var suspending = new SuspendedBody(IsSimple ? choice.Simple : choice, coroutineOf).Visit(body)!;
        var method = Declaration as MethodDeclarationSyntax;
        return $"[global::CoroGen.Coroutine] {Modifiers}{SuspendedBody.Written(symbol.ReturnType)} {Name}{method?.TypeParameterList}({Parameters}) {method?.ConstraintClauses} "
            + $"{suspending.WithoutLeadingTrivia().ToFullString()}{(suspending is BlockSyntax ? "" : ";")}\n";
    }

    /// <summary>What the body becomes. Directives that stand before it are about the head, and stay there.</summary>
    public SyntaxNode Forward() => Call().WithLeadingTrivia(body.GetLeadingTrivia());

    private SyntaxNode Call()
    {
        var types = symbol.IsGenericMethod ? $"<{string.Join(", ", symbol.TypeParameters.Select(parameter => parameter.Name))}>" : "";
        var call = $"Suspended.Run({Name}{types}({string.Join(", ", symbol.Parameters.Select(parameter => "@" + parameter.Name))}))";
        return body is ArrowExpressionClauseSyntax
            ? SyntaxFactory.ArrowExpressionClause(SyntaxFactory.ParseExpression(call).WithLeadingTrivia(SyntaxFactory.Space))
            : SyntaxFactory.ParseStatement($"{{ {(symbol.ReturnsVoid ? "" : "return ")}{call}; }}\n");
    }

    private SyntaxNode? Declaration => body.Parent;

    private MemberDeclarationSyntax Member => body.FirstAncestorOrSelf<MemberDeclarationSyntax>()!;

    private bool IsOfInterface => symbol.ContainingType.TypeKind == TypeKind.Interface;

    /// <summary>Code that lists the public members of a type by reflection must not see the coroutine.</summary>
    private string Modifiers =>
        (IsOfInterface ? "private " : symbol.DeclaredAccessibility == Accessibility.Public ? "internal " : SyntaxFacts.GetText(symbol.DeclaredAccessibility) + " ")
        + (symbol.IsStatic ? "static " : "")
        + (Member.Modifiers.Any(SyntaxKind.UnsafeKeyword) ? "unsafe " : "")
        + (symbol.IsReadOnly && !symbol.IsStatic && symbol.ContainingType.TypeKind == TypeKind.Struct ? "readonly " : "");

    /// <summary>A receiver stays the first parameter.</summary>
    private string Parameters
    {
        get
        {
            var written = Declaration is BaseMethodDeclarationSyntax method
                ? method.ParameterList.Parameters.Select(parameter => parameter.ToString()).ToList()
                : [.. symbol.Parameters.Select(parameter => $"{SuspendedBody.Written(parameter.Type)} @{parameter.Name}")];
            written.Insert(symbol.IsExtensionMethod ? 1 : 0, "global::CoroGen.Co co");
            return string.Join(", ", written);
        }
    }

    [GeneratedRegex(@"\W")]
    private static partial Regex NoLetter();
}
