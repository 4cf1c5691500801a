namespace CoroGen.Analyzers.Flow;

/// <summary>The strongly connected components of a graph that have a cycle, by Tarjan's algorithm.</summary>
internal sealed class StronglyConnected
{
    private readonly HashSet<int> _nodes;
    private readonly Func<int, IEnumerable<int>> _next;
    private readonly Dictionary<int, int> _index = [];
    private readonly Dictionary<int, int> _lowest = [];
    private readonly Stack<int> _open = new();
    private readonly HashSet<int> _isOpen = [];
    private readonly List<IReadOnlyCollection<int>> _components = [];

    private StronglyConnected(IEnumerable<int> nodes, Func<int, IEnumerable<int>> next) => (_nodes, _next) = ([.. nodes], next);

    public static IReadOnlyList<IReadOnlyCollection<int>> In(IEnumerable<int> nodes, Func<int, IEnumerable<int>> next)
    {
        var search = new StronglyConnected(nodes, next);
        foreach (var node in search._nodes)
        {
            if (!search._index.ContainsKey(node))
                search.Visit(node);
        }

        return search._components;
    }

    private void Visit(int node)
    {
        _index[node] = _lowest[node] = _index.Count;
        _open.Push(node);
        _isOpen.Add(node);
        foreach (var next in _next(node).Where(_nodes.Contains))
        {
            if (!_index.ContainsKey(next))
                Visit(next);
            if (_isOpen.Contains(next))
                _lowest[node] = Math.Min(_lowest[node], _lowest[next]);
        }

        if (_lowest[node] == _index[node])
            Close(node);
    }

    private void Close(int root)
    {
        var component = new List<int>();
        int node;
        do
        {
            node = _open.Pop();
            _isOpen.Remove(node);
            component.Add(node);
        }
        while (node != root);
        if (component.Count > 1 || _next(root).Contains(root))
            _components.Add(component);
    }
}
