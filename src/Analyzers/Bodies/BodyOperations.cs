using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Bodies;

/// <summary>The operations of a body, outer ones first: walked once for all rules.</summary>
internal sealed class BodyOperations
{
    private readonly List<IOperation> _all = [];
    private readonly List<IOperation> _own = [];
    private readonly List<IInvocationOperation> _calls = [];
    private readonly List<IOperation> _functions = [];

    public BodyOperations(IOperation root) => Read(root, isOwn: true);

    /// <summary>All of them, those of functions inside as well.</summary>
    public IReadOnlyList<IOperation> All => _all;

    /// <summary>What the body itself does.</summary>
    public IReadOnlyList<IOperation> Own => _own;

    /// <summary>The calls that the body itself makes.</summary>
    public IReadOnlyList<IInvocationOperation> Calls => _calls;

    /// <summary>The functions in it that are in no other.</summary>
    public IReadOnlyList<IOperation> Functions => _functions;

    private void Read(IOperation operation, bool isOwn)
    {
        foreach (var child in operation.ChildOperations)
        {
            var isFunction = CoroutineBodies.IsFunction(child);
            _all.Add(child);
            if (isOwn)
                AddOwn(child, isFunction);
            Read(child, isOwn && !isFunction);
        }
    }

    private void AddOwn(IOperation operation, bool isFunction)
    {
        _own.Add(operation);
        if (isFunction)
            _functions.Add(operation);
        else if (operation is IInvocationOperation call)
            _calls.Add(call);
    }
}
