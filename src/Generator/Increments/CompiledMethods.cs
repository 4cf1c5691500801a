using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CoroGen.Generator.Discovery;
using CoroGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CoroGen.Generator.Increments;

/// <summary>
/// What became of methods in the run before. A method of a file that nobody has edited since, where all that is declared elsewhere is still the same, need not be bound and lowered again.
/// </summary>
/// <remarks>It lives as long as the file's tree, and holds models only. Thread-safe.</remarks>
internal static class CompiledMethods
{
    private static readonly ConditionalWeakTable<SyntaxTree, OfFile> s_files = new();

    /// <summary>What the method was compiled to where the same was declared, or null.</summary>
    public static GeneratedFile? Find(Candidate candidate, Declarations declarations) =>
        s_files.TryGetValue(candidate.Syntax.SyntaxTree, out var file) && file.Declarations == declarations
        && file.Methods.TryGetValue(candidate.Syntax.Span, out var known) && known.Signature.Equals(candidate.Signature)
            ? known
            : null;

    /// <summary>Notes what a run has made of all methods.</summary>
    public static void Keep(IEnumerable<(Candidate Method, GeneratedFile Compiled)> all, Declarations declarations)
    {
        lock (s_files)
        {
            foreach (var file in all.GroupBy(method => method.Method.Syntax.SyntaxTree))
            {
                s_files.Remove(file.Key);
                var methods = file.Select(method => new KeyValuePair<TextSpan, GeneratedFile>(method.Method.Syntax.Span, method.Compiled));
                s_files.Add(file.Key, new OfFile(declarations, ImmutableDictionary<TextSpan, GeneratedFile>.Empty.SetItems(methods)));
            }
        }
    }

    private sealed record OfFile(Declarations Declarations, ImmutableDictionary<TextSpan, GeneratedFile> Methods);
}
