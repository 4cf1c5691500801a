using System.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CoroGen.Generator.Lowering;

/// <summary>A node and all nodes in it, outer ones first, and the text of their file: found once for a method, for many passes look at each.</summary>
internal sealed class SyntaxNodes : IReadOnlyList<SyntaxNode>
{
    private readonly SyntaxNode[] _all;
    private readonly int _start;

    private SyntaxNodes(SyntaxNode[] all, int start, int count, SourceText text)
    {
        _all = all;
        _start = start;
        Count = count;
        Text = text;
    }

    public SourceText Text { get; }

    public int Count { get; }

    public SyntaxNode this[int index] => _all[_start + index];

    public static SyntaxNodes Of(SyntaxNode root) => Of(root, root.SyntaxTree.GetText());

    public static SyntaxNodes Of(SyntaxNode root, SourceText text)
    {
        SyntaxNode[] all = [.. root.DescendantNodesAndSelf()];
        return new SyntaxNodes(all, 0, all.Length, text);
    }

    /// <summary>One of them, and those in it.</summary>
    public SyntaxNodes In(SyntaxNode node)
    {
        var start = Array.IndexOf(_all, node, _start, Count);
        var end = start + 1;
        while (end < _start + Count && IsIn(node, _all[end]))
            end++;
        return new SyntaxNodes(_all, start, end - start, Text);
    }

    /// <summary>Those that are in none for which the condition holds. Such a one is the last of its branch.</summary>
    public IEnumerable<SyntaxNode> Outside(Func<SyntaxNode, bool> isBarrier)
    {
        for (var i = 0; i < Count; i++)
        {
            var node = this[i];
            yield return node;
            if (!isBarrier(node))
                continue;
            while (i + 1 < Count && IsIn(node, this[i + 1]))
                i++;
        }
    }

    public IEnumerator<SyntaxNode> GetEnumerator()
    {
        for (var i = _start; i < _start + Count; i++)
            yield return _all[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether a later one is in a node: its place tells, except for one without a width.</summary>
    private static bool IsIn(SyntaxNode outer, SyntaxNode later) =>
        later.FullSpan is var span && (span.Start < outer.FullSpan.End || (span.IsEmpty && outer.Contains(later)));
}
