using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Fuzz.RealCode;

/// <summary>A method that calls a coroutine with its body, which suspends.</summary>
/// <param name="Written">The method as it was.</param>
/// <param name="Name">The coroutine's name.</param>
/// <param name="Text">The coroutine.</param>
internal sealed record SuspendedMethod(MethodDeclarationSyntax Written, string Name, string Text)
{
    /// <summary>Ends the names of the coroutines.</summary>
    public const string Mark = "__Suspended";

    /// <summary>The method, or null when it cannot be a coroutine, or nothing in it is to suspend.</summary>
    public static SuspendedMethod? Of(MethodDeclarationSyntax method, int number, SemanticModel model, Func<bool> suspends)
    {
        if (((SyntaxNode?)method.Body ?? method.ExpressionBody) is not { } body || model.GetDeclaredSymbol(method) is not { } symbol || !CanBe(symbol, method, body))
            return null;
        var places = new SuspensionPlaces(body, model).All().Where(_ => suspends()).ToHashSet();
        if (places.Count == 0)
            return null;
        var suspending = body.ReplaceNodes(places, (_, inner) => SyntaxFactory.ParseExpression($"global::Suspended.S(co, {inner.WithoutTrivia().ToFullString()})").WithTriviaFrom(inner));
        var name = $"{method.Identifier.Text}_{number}{Mark}";
        var modifiers = method.Modifiers.Where(modifier => modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.UnsafeKeyword or SyntaxKind.ReadOnlyKeyword).Select(modifier => modifier.Text + " ");
        var parameters = method.ParameterList.Parameters.Select(parameter => $", {parameter.Type} {parameter.Identifier}");
        return new SuspendedMethod(method, name,
            $"[global::CoroGen.Coroutine] private {string.Concat(modifiers)}{method.ReturnType.WithoutTrivia()} {name}{method.TypeParameterList}"
            + $"(global::CoroGen.Co co{string.Concat(parameters)}) {method.ConstraintClauses} {suspending.ToFullString()}{(method.Body is null ? ";" : "")}\n");
    }

    /// <summary>What the method becomes.</summary>
    public MethodDeclarationSyntax Forward(MethodDeclarationSyntax method)
    {
        var types = Written.TypeParameterList is { } list ? $"<{string.Join(", ", list.Parameters.Select(parameter => parameter.Identifier))}>" : "";
        var call = $"global::Suspended.Run({Name}{types}({string.Join(", ", Written.ParameterList.Parameters.Select(parameter => parameter.Identifier))}));";
        var isVoid = Written.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        return method.WithExpressionBody(null).WithSemicolonToken(default).WithBody((BlockSyntax)SyntaxFactory.ParseStatement($"{{ {(isVoid ? "" : "return ")}{call} }}\n"));
    }

    private static bool CanBe(IMethodSymbol symbol, MethodDeclarationSyntax method, SyntaxNode body) =>
        symbol is { IsAsync: false, ReturnsByRef: false, ReturnsByRefReadonly: false, IsVararg: false, ExplicitInterfaceImplementations.Length: 0 }
        && CanBeKept(symbol.ReturnType)
        && symbol.Parameters.All(parameter => parameter is { RefKind: RefKind.None, Name: not "co" } && CanBeKept(parameter.Type))
        && symbol.ContainingType is { IsRefLikeType: false, TypeKind: TypeKind.Class or TypeKind.Struct } home
        && (home.TypeKind == TypeKind.Class || symbol.IsStatic || symbol.IsReadOnly)
        && !(symbol.IsOverride && symbol.IsGenericMethod)
        && !method.Ancestors().Any(outer => outer is InterfaceDeclarationSyntax)
        && !method.Modifiers.Any(SyntaxKind.PartialKeyword)
        && !body.DescendantNodes().Any(node => node is YieldStatementSyntax);

    private static bool CanBeKept(ITypeSymbol type) => type is { IsRefLikeType: false, TypeKind: not (TypeKind.Pointer or TypeKind.FunctionPointer) };
}
