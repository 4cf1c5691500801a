using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Discovery;

/// <summary>A method marked <c>[Coroutine]</c>, while it is read: its symbol and the declaration that has its body.</summary>
/// <param name="Symbol">The method; of a partial one, the implementing part when there is one; of one in an extension block, the static method that C# makes of it.</param>
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

    /// <summary>The extension block that it stands in, or null.</summary>
    public INamedTypeSymbol? Block { get; init; }

    /// <summary>Directives round it that nothing in another file can repeat.</summary>
    public ImmutableArray<UsingDirectiveSyntax> UsingsOfFileLocalTypes { get; init; } = [];

    /// <summary>Whether it is called on the type that the block extends: it has no receiver.</summary>
    public bool IsCalledOnType => Block is not null && !Symbol.IsExtensionMethod;

    /// <summary>Where the parameter is declared: the receiver of a block is so in its head.</summary>
    public ParameterSyntax ParameterSyntax(IParameterSymbol parameter)
    {
        var receivers = Symbol.Parameters.Length - Syntax.ParameterList.Parameters.Count;
        return parameter.Ordinal < receivers ? ((TypeDeclarationSyntax)Syntax.Parent!).ParameterList!.Parameters[parameter.Ordinal] : Syntax.ParameterList.Parameters[parameter.Ordinal - receivers];
    }

    /// <summary>
    /// The method that a declaration marks, or null when the declaration is too incomplete to be one, or is not the one that counts: of a
    /// partial method marked twice only the first mark does.
    /// </summary>
    public static CoroutineMethod? Of(MethodDeclarationSyntax declaration, IMethodSymbol symbol, SemanticModel model, CancellationToken cancellation)
    {
        return IsMarkedBy(symbol, declaration) && HalfTyped.IsComplete(declaration, symbol) && Of(symbol, cancellation) is { } method
            ? method.In(model, cancellation)
            : null;
    }

    /// <summary>With what the model of its declaration says.</summary>
    public CoroutineMethod In(SemanticModel model, CancellationToken cancellation) => this with
    {
        IsOblivious = (model.GetNullableContext(Syntax.Identifier.SpanStart) & NullableContext.AnnotationsEnabled) == 0,
        UsingsOfFileLocalTypes = FileLocalUsings.Round(Syntax, model, cancellation),
    };

    /// <summary>A coroutine of this compilation, for questions that nullability does not change.</summary>
    public static CoroutineMethod? Of(IMethodSymbol symbol, CancellationToken cancellation)
    {
        var method = ExtensionBlocks.Implementation(symbol.PartialImplementationPart ?? symbol);
        return method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is MethodDeclarationSyntax syntax && HalfTyped.IsComplete(syntax, method)
            ? new CoroutineMethod(method, syntax, IsOblivious: false) { Block = ExtensionBlocks.Around(method, syntax) }
            : null;
    }

    private static bool IsMarkedBy(IMethodSymbol symbol, MethodDeclarationSyntax declaration) =>
        CoroutineSymbols.AttributeOf(symbol)?.ApplicationSyntaxReference is { } mark
        && mark.SyntaxTree == declaration.SyntaxTree
        && declaration.Span.Contains(mark.Span);
}
