using System.Diagnostics.CodeAnalysis;
using CoroGen.Generator.Lowering.Ir;

namespace CoroGen.Generator.Lowering.Locals;

/// <summary>The body of a <c>try</c>, or the whole method, with what holds when something in it throws.</summary>
internal sealed class ProtectedRegion
{
    public static readonly ProtectedRegion Method = new(null, new LiveSet(), null);

    private readonly TryNode? _node;
    private readonly ProtectedRegion? _outer;
    private readonly HashSet<string> _labels = [];

    public ProtectedRegion(TryNode? node, LiveSet onException, ProtectedRegion? outer)
    {
        _node = node;
        OnException = onException;
        _outer = outer;
        if (node is not null)
            AddLabels(node.Body);
    }

    /// <summary>The set before the handlers and the <c>finally</c>.</summary>
    public LiveSet OnException { get; }

    /// <summary>Whether a jump to the label leaves the <c>try</c>, and for which region.</summary>
    public bool IsLeftBy(string label, [NotNullWhen(true)] out TryNode? node, [NotNullWhen(true)] out ProtectedRegion? outer)
    {
        (node, outer) = (_node, _outer);
        return node is not null && outer is not null && !_labels.Contains(label);
    }

    /// <summary>The labels that can be reached without leaving the region: also those of inner ones, which no jump from here names.</summary>
    private void AddLabels(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is Label label)
                _labels.Add(label.Name);
            else if (node is TryNode inner)
                AddLabels(inner.Body);
        }
    }
}
