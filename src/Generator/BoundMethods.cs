using CoroGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator;

/// <summary>
/// The methods that a run compiles, bound. All of a file are bound together: for each single one the compiler would look through all types again, and bind all initializers of the method's type.
/// Thread-safe.
/// </summary>
/// <remarks>It holds all that the compiler has bound; so it lasts no longer than the run.</remarks>
internal sealed class BoundMethods
{
    private readonly Dictionary<SyntaxTree, BoundFile> _files;

    public BoundMethods(Compilation binding, IEnumerable<MethodDeclarationSyntax> methods, CancellationToken cancellation)
    {
        var trees = methods.GroupBy(method => method.SyntaxTree).ToDictionary(file => file.Key, file => EmptiedBodies.Except(file.Key, new HashSet<SyntaxNode>(file), cancellation));
        var compilation = Binding.WithSharedBodies(trees.Aggregate(binding, static (all, tree) => all.ReplaceSyntaxTree(tree.Key, tree.Value)));
        _files = trees.ToDictionary(tree => tree.Key, tree => new BoundFile(compilation.GetSemanticModel(tree.Value), tree.Key.GetText(cancellation), methods: null, cancellation));
    }

    /// <summary>Compiles one of the methods.</summary>
    public CompiledMethod Compile(SignatureModel signature, MethodDeclarationSyntax method, CancellationToken cancellation)
    {
        var file = _files[method.SyntaxTree];
        // It stands where it stood.
        var there = file.Model.SyntaxTree.GetRoot(cancellation).FindToken(method.Identifier.SpanStart).Parent;
        return MethodCompiler.Compile(signature, (MethodDeclarationSyntax)there!, file, cancellation);
    }
}
