using System.Collections.Concurrent;
using CoroGen.Generator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Analyzers.Blocking;

/// <summary>The bodies of the compilation's own methods: what runs when one is called.</summary>
internal sealed class MethodBodies(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<SyntaxTree, bool> _generated = new();

    /// <summary>Whether the method is of this compilation: most that are called are not.</summary>
    public bool IsOwn(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly);

    /// <summary>Whether the method is one of the compilation's own that somebody wrote.</summary>
    public bool Include(IMethodSymbol method) => IsOwn(method) && (method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor || DeclarationsOf(method).Any());

    /// <summary>The operations of the method's body; of a constructor those of the initializers as well.</summary>
    public IEnumerable<(IOperation Body, SemanticModel Model)> Of(IMethodSymbol method, CancellationToken cancellation)
    {
        var declarations = DeclarationsOf(method).Select(declaration => declaration.GetSyntax(cancellation));
        foreach (var syntax in method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor ? declarations.Concat(InitializersOf(method, cancellation)) : declarations)
        {
            var model = ModelOf(syntax.SyntaxTree);
            if (model.GetOperation(syntax, cancellation) is { } body)
                yield return (body, model);
        }
    }

    /// <summary>The constructor of the base class that a constructor calls without saying so, or null.</summary>
    public static IMethodSymbol? BaseOf(IMethodSymbol method, CancellationToken cancellation) =>
        method.MethodKind == MethodKind.Constructor
        && !method.DeclaringSyntaxReferences.Any(declaration => declaration.GetSyntax(cancellation) is ConstructorDeclarationSyntax { Initializer: not null } or TypeDeclarationSyntax { BaseList.Types: [PrimaryConstructorBaseTypeSyntax, ..] })
            ? method.ContainingType.BaseType?.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams))
            : null;

    /// <summary>The operation of an expression or a body, wherever it stands.</summary>
    public IOperation? OperationOf(SyntaxNode syntax, CancellationToken cancellation) => ModelOf(syntax.SyntaxTree).GetOperation(syntax, cancellation);

    private IEnumerable<SyntaxReference> DeclarationsOf(IMethodSymbol method) => IsOwn(method)
        ? (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.Where(declaration => !_generated.GetOrAdd(declaration.SyntaxTree, FileEmitter.Wrote))
        : [];

    private static IEnumerable<SyntaxNode> InitializersOf(IMethodSymbol constructor, CancellationToken cancellation) => constructor.ContainingType.GetMembers()
        .Where(member => member.IsStatic == constructor.IsStatic && member is not IFieldSymbol { IsConst: true })
        .SelectMany(member => member.DeclaringSyntaxReferences)
        .Select(declaration => declaration.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax field => field.Initializer,
            PropertyDeclarationSyntax property => property.Initializer,
            _ => null,
        })
        .OfType<SyntaxNode>();

    // The bodies of other files: no action is given their models. Each is made once for a compilation.
#pragma warning disable RS1030
    public SemanticModel ModelOf(SyntaxTree tree) => _models.GetOrAdd(tree, tree => compilation.GetSemanticModel(tree));
#pragma warning restore RS1030
}
