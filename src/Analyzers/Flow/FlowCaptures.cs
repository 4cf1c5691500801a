using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>
/// What control-flow graphs keep in captures. One that is made in several places, as that of <c>flag ? a : b</c>, stands for none of its values; what holds of all of them is a fact of the capture itself.
/// </summary>
internal sealed class FlowCaptures
{
    private readonly Dictionary<CaptureId, IOperation> _values;
    private readonly HashSet<CaptureId> _merged;

    public FlowCaptures()
        : this([], [])
    {
    }

    private FlowCaptures(Dictionary<CaptureId, IOperation> values, HashSet<CaptureId> merged)
    {
        _values = values;
        _merged = merged;
    }

    /// <summary>Those of a graph, and of those that it stands in.</summary>
    public FlowCaptures In(ControlFlowGraph graph)
    {
        var made = graph.Blocks.SelectMany(block => block.Operations).OfType<IFlowCaptureOperation>().GroupBy(capture => capture.Id);
        return new FlowCaptures(_values, [.. _merged, .. made.Where(captures => captures.Count() > 1).Select(captures => captures.Key)]);
    }

    public bool IsSingle(CaptureId capture) => !_merged.Contains(capture);

    public void Add(IFlowCaptureOperation capture) => _values[capture.Id] = capture.Value;

    public IOperation? ValueOf(CaptureId capture) => IsSingle(capture) && _values.TryGetValue(capture, out var value) ? value : null;
}
