using System.Collections.Immutable;
using CoroGen.Generator.Discovery;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace CoroGen.Generator;

/// <summary>Tells whether a method compiles as it is written. One that does not is not lowered: only its own errors are to be seen.</summary>
/// <param name="places">Where the compiler finds errors in bodies, as far as these have been looked at.</param>
internal sealed class BodyErrors(ImmutableArray<TextSpan> places)
{
    /// <summary>The errors in the bodies of a file, or of a part of it. All of them are bound now; what is asked about them later finds them bound.</summary>
    public static BodyErrors Among(SemanticModel model, TextSpan? span, CancellationToken cancellation) =>
        new([.. model.GetMethodBodyDiagnostics(span, cancellation).Where(IsError).Select(error => error.Location.SourceSpan)]);

    /// <summary>Whether there is one in a method that is among them.</summary>
    public bool AreIn(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation) =>
        method.ContainsDiagnostics && method.GetDiagnostics().Any(IsError)
        || places.Any(place => method.Span.Contains(place))
        || HasUnusableTypes(model.GetDeclaredSymbol(method, cancellation) is { } symbol ? ExtensionBlocks.Implementation(symbol) : null)
        || model.GetOperation(method, cancellation) is not { } body
        || UnknownTypeIn(body) is not null
        || RefusedCallees.AreCalledIn(body, model.Compilation, cancellation);

    private static bool HasUnusableTypes(IMethodSymbol? method) =>
        method is null
        || method.Parameters.Select(p => p.Type).Concat(method.TypeParameters.SelectMany(p => p.ConstraintTypes)).Prepend(method.ReturnType)
            .Any(type => HalfTyped.HasError(type) || Visibility.IsMissing(type, method));

    /// <summary>
    /// The first expression of a type that nobody knows, or null. What has a type that its own declaration gets wrong is no error where it is used, but generated code could not name the type.
    /// </summary>
    public static SyntaxNode? UnknownTypeIn(IOperation body) =>
        body.Descendants().FirstOrDefault(operation => operation.Type is { } type && HalfTyped.HasError(type))?.Syntax;

    /// <summary>Of warnings that the project makes errors nobody says that the method means nothing.</summary>
    public static bool IsError(Diagnostic diagnostic) => diagnostic.DefaultSeverity == DiagnosticSeverity.Error;
}
