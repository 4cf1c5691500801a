using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator;

/// <summary>The compilation in which bodies are bound.</summary>
internal static class Binding
{
    /// <summary>
    /// The user's compilation with the factories' stubs. The flow of null is not analyzed: it decides nothing but warnings, and costs as much as all else that binding does.
    /// </summary>
    public static Compilation Of(CSharpCompilation compilation, ImmutableArray<SyntaxTree> stubs) =>
        compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable)).AddSyntaxTrees(stubs);
}
