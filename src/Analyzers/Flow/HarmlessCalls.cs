using System.Runtime.CompilerServices;
using CoroGen.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Flow;

/// <summary>The calls that do not block, for what is known where they are made. A method is followed once, for all the coroutines inside of it.</summary>
internal sealed class HarmlessCalls(Compilation compilation)
{
    private readonly Lazy<MemoryMembers> _memory = new(() => new MemoryMembers(compilation));
    private readonly Lazy<SocketOrigins> _sockets = new(() => new SocketOrigins(compilation));
    private readonly ConditionalWeakTable<IOperation, ICollection<SyntaxNode>> _known = new();

    /// <summary>Whether an operation of a body is one of them.</summary>
    public bool Contain(IOperation operation, IOperation body)
    {
        while (body.Parent is not null)
            body = body.Parent;
        return _known.GetValue(body, Find).Contains(operation.Syntax);
    }

    private ICollection<SyntaxNode> Find(IOperation method) => BodyFlow.HarmlessCalls(method, [new TaskRules(method), new StreamRules(_memory.Value), new SocketRules(_sockets.Value)]);
}
