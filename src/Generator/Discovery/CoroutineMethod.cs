using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Discovery;

/// <summary>A method marked <c>[Coroutine]</c>, while it is read: its symbol and the declaration that has its body.</summary>
/// <param name="Symbol">The method; of a partial one, the implementing part when there is one.</param>
/// <param name="Syntax">The declaration of that symbol.</param>
/// <param name="IsOblivious">Whether nullable annotations are disabled there.</param>
internal sealed record CoroutineMethod(IMethodSymbol Symbol, MethodDeclarationSyntax Syntax, bool IsOblivious)
{
    /// <summary>The method as callers see it: of a partial one, the defining part, which has the default values.</summary>
    public IMethodSymbol Declared => Symbol.PartialDefinitionPart ?? Symbol;

    public string Name => Syntax.Identifier.ValueText;

    public LanguageVersion LanguageVersion => ((CSharpParseOptions)Syntax.SyntaxTree.Options).LanguageVersion;

    public bool HasBody => Syntax.Body is not null || Syntax.ExpressionBody is not null;

    /// <summary>The handles among the parameters; more than one is refused.</summary>
    public IEnumerable<IParameterSymbol> Handles => Symbol.Parameters.Where(p => CoroutineSymbols.IsHandle(p.Type));

    public Location NameLocation => Syntax.Identifier.GetLocation();

    public ParameterSyntax ParameterSyntax(IParameterSymbol parameter) => Syntax.ParameterList.Parameters[parameter.Ordinal];

    /// <summary>
    /// The method that a declaration marks, or null when the declaration is too incomplete to be one, or is not the one that counts: of a
    /// partial method marked twice only the first mark does.
    /// </summary>
    public static CoroutineMethod? Of(MethodDeclarationSyntax declaration, IMethodSymbol symbol, SemanticModel model, CancellationToken cancellation)
    {
        if (!IsMarkedBy(symbol, declaration) || !HalfTyped.IsComplete(declaration, symbol) || Of(symbol, cancellation) is not { } method)
            return null;
        var isOblivious = (model.GetNullableContext(declaration.Identifier.SpanStart) & NullableContext.AnnotationsEnabled) == 0;
        return method with { IsOblivious = isOblivious };
    }

    /// <summary>A coroutine of this compilation, for questions that nullability does not change.</summary>
    public static CoroutineMethod? Of(IMethodSymbol symbol, CancellationToken cancellation)
    {
        var method = symbol.PartialImplementationPart ?? symbol;
        return method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is MethodDeclarationSyntax syntax && HalfTyped.IsComplete(syntax, method)
            ? new CoroutineMethod(method, syntax, IsOblivious: false)
            : null;
    }

    private static bool IsMarkedBy(IMethodSymbol symbol, MethodDeclarationSyntax declaration) =>
        CoroutineSymbols.AttributeOf(symbol)?.ApplicationSyntaxReference is { } mark
        && mark.SyntaxTree == declaration.SyntaxTree
        && declaration.Span.Contains(mark.Span);
}
