using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoroGen.Generator;

/// <summary>Where the compiler finds a coroutine's declaration wrong.</summary>
internal enum HeadError
{
    None,

    /// <summary>In the head of a type round it.</summary>
    Around,

    /// <summary>In its own head, or in that of what it overrides.</summary>
    Own,
}

/// <summary>
/// Tells whether the compiler reports an error in the head of a coroutine. Members that repeat the head would repeat the error: such a coroutine gets none that could (see
/// <see cref="BareSignature"/>).
/// </summary>
/// <remarks>The compiler is asked for one file at a time; when its bodies have been bound, most of the answer is known. Thread-safe.</remarks>
internal static class HeadErrors
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<SyntaxTree, ImmutableArray<TextSpan>>> s_known = new();

    /// <summary>The error of a coroutine of this compilation.</summary>
    public static HeadError Of(IMethodSymbol coroutine, Compilation compilation, CancellationToken cancellation)
    {
        var error = HeadError.None;
        foreach (var reference in Parts(coroutine))
        {
            var places = Places(reference.SyntaxTree, compilation, cancellation);
            if (places.Length > 0 && reference.GetSyntax(cancellation) is MethodDeclarationSyntax declaration)
                error = Max(error, places.Max(place => Of(declaration, place)));
        }

        return Overridden(coroutine) is { } overridden && Of(overridden, compilation, cancellation) == HeadError.Own ? HeadError.Own : error;
    }

    private static IEnumerable<SyntaxReference> Parts(IMethodSymbol method) =>
        new[] { method, method.PartialDefinitionPart, method.PartialImplementationPart }.SelectMany(part => part?.DeclaringSyntaxReferences ?? []);

    private static IMethodSymbol? Overridden(IMethodSymbol method) =>
        (method.OverriddenMethod ?? method.ExplicitInterfaceImplementations.FirstOrDefault())?.OriginalDefinition is { DeclaringSyntaxReferences.Length: > 0 } overridden
        && WellKnownAttributes.SuspensionKindOf(overridden) == SuspensionKind.Coroutine ? overridden : null;

    private static ImmutableArray<TextSpan> Places(SyntaxTree tree, Compilation compilation, CancellationToken cancellation) =>
        s_known.GetOrCreateValue(compilation).GetOrAdd(tree, _ => compilation.ContainsSyntaxTree(tree)
            ? [.. compilation.GetSemanticModel(tree).GetDeclarationDiagnostics(cancellationToken: cancellation).Where(BodyErrors.IsError).Select(error => error.Location.SourceSpan).Where(place => !IsUnknownAttribute(tree, place, compilation, cancellation))]
            : []);

    /// <summary>An attribute that nobody knows is not repeated; another generator may bring it.</summary>
    private static bool IsUnknownAttribute(SyntaxTree tree, TextSpan place, Compilation compilation, CancellationToken cancellation) =>
        tree.GetRoot(cancellation).FindNode(place).FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
        && compilation.GetSemanticModel(tree).GetTypeInfo(attribute, cancellation).Type is null or IErrorTypeSymbol;

    /// <summary>Whether there are errors in a file outside of bodies.</summary>
    public static bool AnyIn(SyntaxTree tree, Compilation compilation, CancellationToken cancellation) => !Places(tree, compilation, cancellation).IsEmpty;

    /// <summary>Whether a directive of a file is wrong. What is bound does not need it, so it need not be repeated.</summary>
    public static bool IsWrong(CSharpSyntaxNode directive, Compilation compilation, CancellationToken cancellation) =>
        Places(directive.SyntaxTree, compilation, cancellation).Any(place => directive.Span.Contains(place));

    private static HeadError Of(MethodDeclarationSyntax declaration, TextSpan place)
    {
        if (declaration.Span.Contains(place))
            return ((SyntaxNode?)declaration.Body ?? declaration.ExpressionBody)?.Span.Contains(place) == true ? HeadError.None : HeadError.Own;
        return declaration.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => type.Span.Contains(place) && IsRepeated(type, place)) ? HeadError.Around : HeadError.None;
    }

    /// <summary>Whether the place is in what generated parts of the type repeat of its head, or must keep to. Most of it they do not: neither attributes nor bases, which another generator may add to.</summary>
    private static bool IsRepeated(TypeDeclarationSyntax type, TextSpan place) =>
        type.ConstraintClauses.Any(clause => clause.Span.Contains(place))
        || type.TypeParameterList?.Span.Contains(place) == true
        || (type.Identifier.Span == place && type.Modifiers.Any(SyntaxKind.UnsafeKeyword))
        || (ExtensionBlocks.IsBlock(type) && !type.Members.Any(member => member.Span.Contains(place)));

    private static HeadError Max(HeadError one, HeadError other) => one > other ? one : other;
}
