using CoroGen.Generator.Lowering.Ir;

namespace CoroGen.Generator.Lowering.Locals;

/// <summary>The body of a <c>try</c>, or the whole method, with what is live when something in it throws.</summary>
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

    /// <summary>What the handlers, the <c>finally</c>, and what follows them need.</summary>
    public LiveSet OnException { get; }

    /// <summary>What is live where a jump to a label leaves: on its way out of a <c>try</c> it runs the <c>finally</c>.</summary>
    public LiveSet ThroughFinallys(string label, LiveSet atLabel) => _node is null || _labels.Contains(label)
        ? atLabel
        : ThroughFinally(_node, _outer!.ThroughFinallys(label, atLabel), _outer);

    /// <summary>What is live before the <c>finally</c>, if there is one, from what is live after it.</summary>
    public static LiveSet ThroughFinally(TryNode node, LiveSet after, ProtectedRegion outer)
    {
        var live = after.Copy();
        if (node.Finally is not { } last)
            return live;
        live.Except(last.Effects.Definitions);
        live.Union(last.Effects.Uses);
        live.Union(outer.OnException);
        return live;
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
