using System.Collections.Concurrent;
using CoroGen.Analyzers.Catalogue;
using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>
/// Follows calls through the compilation's own methods, to the nearest blocking call. What a method calls is found once for a compilation, and so is its path, when a coroutine
/// calls it; nothing is done for methods that no coroutine can reach.
/// </summary>
internal sealed class BlockingPaths(Compilation compilation, KnownMembers members, AnalyzerConfigOptionsProvider options)
{
    private readonly MethodBodies _bodies = new(compilation);
    private readonly SuppressedPlaces _suppressed = new(compilation);
    private readonly ConcurrentDictionary<IMethodSymbol, MethodCalls> _calls = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, BlockingPath?> _paths = new(SymbolEqualityComparer.Default);

    /// <summary>The first of the methods that an operation calls from which a way leads to blocking code, as a call that blocks; or null.</summary>
    public BlockingCall? From(IOperation operation, IEnumerable<IMethodSymbol> methods, CancellationToken cancellation)
    {
        foreach (var method in methods)
        {
            if (Of(method, cancellation) is { } path)
            {
                var runsLoop = path.End.Rule == DiagnosticDescriptors.LoopInCoroutine;
                var rule = runsLoop ? path.End.Rule : DiagnosticDescriptors.BlockingCallee;
                return new BlockingCall(operation, MemberNames.Short(method), rule, IsInfo: false, runsLoop ? path.End.Instead : Advice.Offload(method), Replacement: null, MayMove: !runsLoop, Path: path);
            }
        }

        return null;
    }

    /// <summary>What <c>Lazy&lt;T&gt;.Value</c> may have to run, when that blocks: information, since it runs once.</summary>
    public BlockingCall? FromLazy(IOperation operation, CancellationToken cancellation) => PathOf(KeptFunctions.OfLazy(operation, _bodies, cancellation), cancellation) is { } path
        ? new BlockingCall(operation, "Lazy.Value", DiagnosticDescriptors.BlockingCallee, IsInfo: true, "co.Offload(() => Value)", Replacement: null, MayMove: true, Path: path)
        : null;

    /// <summary>What a delegate does that a field keeps for good.</summary>
    public BlockingCall? FromDelegate(IOperation operation, CancellationToken cancellation) => PathOf(KeptFunctions.CalledBy(operation, _bodies, cancellation), cancellation) is { } path
        ? new BlockingCall(operation, KeptFunctions.NameOf(operation), DiagnosticDescriptors.BlockingCallee, IsInfo: false, $"co.Offload({KeptFunctions.NameOf(operation)})", Replacement: null, MayMove: true, Path: path)
        : null;

    /// <summary>What the first use of another type runs, when that blocks: information, since it runs once.</summary>
    public BlockingCall? FromStatics(IOperation operation, INamedTypeSymbol? user, CancellationToken cancellation) =>
        StaticConstructors.RunBy(operation, user) is { } constructor && Of(constructor, cancellation) is { } path
            ? new BlockingCall(operation, MemberNames.Short(constructor), DiagnosticDescriptors.BlockingCallee, IsInfo: true, "co.Offload(() => …)", Replacement: null, MayMove: false, Path: path)
            : null;

    private BlockingPath? PathOf(IOperation? factory, CancellationToken cancellation)
    {
        if (factory is IMethodReferenceOperation group)
            return Of(group.Method, cancellation);
        if (factory is not IAnonymousFunctionOperation lambda)
            return null;
        var calls = Read([(lambda, _bodies.ModelOf(lambda.Syntax.SyntaxTree))], lambda.Symbol, cancellation);
        return calls.Blocking is { } end ? new BlockingPath([], end) : calls.Methods.Select(method => Of(method, cancellation)).FirstOrDefault(path => path is not null);
    }

    /// <summary>The way from the method to blocking code, or null when there is none.</summary>
    private BlockingPath? Of(IMethodSymbol method, CancellationToken cancellation)
    {
        if (!Follow(method))
            return null;
        method = Definition(method);
        return _paths.TryGetValue(method, out var path) ? path : _paths[method] = Find(method, cancellation);
    }

    /// <summary>Whether the method's body is to be looked into: it is written here, and no coroutine, which reports for itself.</summary>
    public bool Follow(IMethodSymbol method) => !method.IsAbstract && !CoroutineSymbols.IsCoroutine(method) && _bodies.Include(Definition(method));

    /// <summary>Breadth first, so that the way is a short one, and recursion ends.</summary>
    private BlockingPath? Find(IMethodSymbol method, CancellationToken cancellation)
    {
        var callers = new Dictionary<IMethodSymbol, IMethodSymbol?>(SymbolEqualityComparer.Default) { [method] = null };
        var queue = new Queue<IMethodSymbol>([method]);
        while (queue.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = queue.Dequeue();
            var calls = CallsOf(next, cancellation);
            if (calls.Blocking is { } end)
                return new BlockingPath(NamesTo(next, callers), end);
            foreach (var callee in calls.Methods.Where(callee => !callers.ContainsKey(callee) && !IsClean(callee)))
            {
                callers.Add(callee, next);
                queue.Enqueue(callee);
            }
        }

        foreach (var clean in callers.Keys)
            _paths[clean] = null;
        return null;
    }

    private bool IsClean(IMethodSymbol method) => _paths.TryGetValue(method, out var path) && path is null;

    private static List<string> NamesTo(IMethodSymbol method, Dictionary<IMethodSymbol, IMethodSymbol?> callers)
    {
        var names = new List<string>();
        for (IMethodSymbol? step = method; step is not null; step = callers[step])
            names.Insert(0, MemberNames.Short(step));
        return names;
    }

    private MethodCalls CallsOf(IMethodSymbol method, CancellationToken cancellation) =>
        _calls.TryGetValue(method, out var calls) ? calls : _calls[method] = Read(_bodies.Of(method, cancellation), method, cancellation);

    private MethodCalls Read(IEnumerable<(IOperation Body, SemanticModel Model)> bodies, ISymbol method, CancellationToken cancellation)
    {
        var methods = new List<IMethodSymbol>();
        BlockingCall? blocking = null;
        foreach (var (body, model) in bodies)
        {
            var code = new BlockingCalls(body, coroutine: null, model, members, options);
            foreach (var operation in code.Operations)
            {
                if (code.Of(operation) is { } call)
                    blocking ??= call.IsInfo || call.IsVague || IsSuppressed(call.Rule, operation, method, cancellation) || IsSuppressed(DiagnosticDescriptors.BlockingCallee, operation, method, cancellation) ? null : call;
                else if (code.Callees(operation).Any(Follow) && !IsSuppressed(DiagnosticDescriptors.BlockingCallee, operation, method, cancellation))
                    methods.AddRange(code.Callees(operation).Where(Follow).Select(Definition));
            }
        }

        if (method is IMethodSymbol constructor && MethodBodies.BaseOf(constructor, cancellation) is { } called && Follow(called))
            methods.Add(Definition(called));
        return new MethodCalls(blocking, methods);
    }

    private bool IsSuppressed(DiagnosticDescriptor rule, IOperation call, ISymbol method, CancellationToken cancellation) => _suppressed.Contain(rule.Id, call.Syntax, method, cancellation);

    private static IMethodSymbol Definition(IMethodSymbol method) => (method.ReducedFrom ?? method).OriginalDefinition;

    /// <summary>What a method calls.</summary>
    /// <param name="Blocking">The first call of its own that blocks.</param>
    /// <param name="Methods">The compilation's own methods among the callees.</param>
    private sealed record MethodCalls(BlockingCall? Blocking, IReadOnlyList<IMethodSymbol> Methods);
}
