using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Increments;

/// <summary>
/// All that a body can depend on outside of its own file: what a compilation declares, its options and references, and the factories' stubs. What stands inside of bodies is no part of it, so that
/// typing in one changes nothing for those of other files.
/// </summary>
internal sealed class Declarations(Compilation compilation, ImmutableArray<SyntaxTree> stubs)
{
    private readonly string? _assembly = compilation.AssemblyName;
    private readonly CompilationOptions _options = compilation.Options;
    private readonly ImmutableArray<MetadataReference> _references = [.. compilation.References];
    private readonly ImmutableArray<SyntaxTree> _trees = [.. compilation.SyntaxTrees];
    private readonly ImmutableArray<SyntaxTree> _stubs = stubs;

    /// <summary>Equal are those that declare the same. A step of the pipeline then keeps the first of them, which so stands for all.</summary>
    public static IEqualityComparer<Declarations> Comparer { get; } = new SameComparer();

    private bool AreThoseOf(Declarations other) =>
        _assembly == other._assembly
        && _stubs == other._stubs
        && _trees.Length == other._trees.Length
        && _options.Equals(other._options)
        && _references.SequenceEqual(other._references)
        && _trees.Zip(other._trees, (one, another) => one == another || SameDeclarations.Have(one, another)).All(areSame => areSame);

    private sealed class SameComparer : IEqualityComparer<Declarations>
    {
        public bool Equals(Declarations? x, Declarations? y) => x is not null && y is not null && x.AreThoseOf(y);

        public int GetHashCode(Declarations obj) => obj._trees.Length;
    }
}
