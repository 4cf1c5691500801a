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
internal sealed class BlockingPaths
{
    private readonly KnownMembers _members;
    private readonly AnalyzerConfigOptionsProvider _options;
    private readonly MethodBodies _bodies;
    private readonly KeptFunctions _kept;
    private readonly SuppressedPlaces _suppressed;
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _followed = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, MethodCalls> _calls = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, BlockingPath?> _paths = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, BlockingPath?> _onces = new(SymbolEqualityComparer.Default);

    public BlockingPaths(Compilation compilation, KnownMembers members, AnalyzerConfigOptionsProvider options)
    {
        (_members, _options, _bodies, _suppressed) = (members, options, new MethodBodies(compilation), new SuppressedPlaces(compilation));
        _kept = new KeptFunctions(_bodies);
    }

    /// <summary>The first of the methods that an operation calls from which a way leads to blocking code, as a call that blocks; or null.</summary>
    public BlockingCall? From(IOperation operation, IReadOnlyList<IMethodSymbol> methods, CancellationToken cancellation)
    {
        foreach (var method in methods)
        {
            if (Find(TypeArguments.Needed(method), _paths, withOnce: false, cancellation) is { } path)
            {
                var runsLoop = path.End.Rule == DiagnosticDescriptors.LoopInCoroutine;
                var rule = runsLoop ? path.End.Rule : DiagnosticDescriptors.BlockingCallee;
                return new BlockingCall(operation, MemberNames.Short(method), rule, IsInfo: false, runsLoop ? path.End.Instead : Advice.Offload(method), Replacement: null, MayMove: !runsLoop, Path: path);
            }
        }

        return null;
    }

    /// <summary>What a delegate does that its type keeps.</summary>
    public BlockingCall? FromDelegate(IOperation operation, CancellationToken cancellation) => Of(_kept.CalledBy(operation), cancellation) is { } path && KeptFunctions.KeeperOf(operation)?.Name is { } keeper
        ? new BlockingCall(operation, keeper, DiagnosticDescriptors.BlockingCallee, IsInfo: false, $"co.Offload({keeper})", Replacement: null, MayMove: true, Path: path)
        : null;

    /// <summary>What <c>Lazy&lt;T&gt;.Value</c> may have to run, when that blocks: information, since it runs once.</summary>
    public BlockingCall? FromLazy(IOperation operation, CancellationToken cancellation) => Once(_kept.OfLazy(operation), cancellation) is { } path
        ? new BlockingCall(operation, "Lazy.Value", DiagnosticDescriptors.BlockingCallee, IsInfo: true, "co.Offload(() => Value)", Replacement: null, MayMove: true, Path: path)
        : null;

    /// <summary>What the first use of another type runs, when that blocks: information, since it runs once.</summary>
    public BlockingCall? FromStatics(IOperation operation, INamedTypeSymbol? user, CancellationToken cancellation) =>
        StaticConstructors.RunBy(operation, user, isFirst: false) is { } constructor && Once([constructor], cancellation) is { } path
            ? new BlockingCall(operation, MemberNames.Short(constructor), DiagnosticDescriptors.BlockingCallee, IsInfo: true, "co.Offload(() => …)", Replacement: null, MayMove: false, Path: path)
            : null;

    /// <summary>The same of what the callees do once: information as well.</summary>
    public BlockingCall? FromOnce(IOperation operation, IReadOnlyList<IMethodSymbol> methods, CancellationToken cancellation) =>
        methods.Count > 0 && Once(methods, cancellation) is { } path && methods[0] is var method
            ? new BlockingCall(operation, MemberNames.Short(method), DiagnosticDescriptors.BlockingCallee, IsInfo: true, Advice.Offload(method), Replacement: null, MayMove: true, Path: path)
            : null;

    private BlockingPath? Once(IReadOnlyList<IMethodSymbol> methods, CancellationToken cancellation) => First(methods, _onces, withOnce: true, cancellation);

    private BlockingPath? Of(IReadOnlyList<IMethodSymbol> methods, CancellationToken cancellation) => First(methods, _paths, withOnce: false, cancellation);

    private BlockingPath? First(IReadOnlyList<IMethodSymbol> methods, ConcurrentDictionary<IMethodSymbol, BlockingPath?> known, bool withOnce, CancellationToken cancellation)
    {
        foreach (var method in methods)
        {
            if (Follow(method) && Find(TypeArguments.Needed(method), known, withOnce, cancellation) is { } path)
                return path;
        }

        return null;
    }

    /// <summary>Those of the methods whose bodies are to be looked into.</summary>
    public IReadOnlyList<IMethodSymbol> Own(IReadOnlyList<IMethodSymbol> methods) => methods.Count == 0 || methods.All(Follow) ? methods : [.. methods.Where(Follow)];

    /// <summary>Whether the method's body is to be looked into: it is written here, and no coroutine, which reports for itself.</summary>
    private bool Follow(IMethodSymbol method) => !method.IsAbstract && _bodies.IsOwn(method) && _followed.GetOrAdd(Definition(method), method => !CoroutineSymbols.IsCoroutine(method) && _bodies.Include(method));

    /// <summary>Breadth first, so that the way is a short one, and recursion ends.</summary>
    private BlockingPath? Find(IMethodSymbol method, ConcurrentDictionary<IMethodSymbol, BlockingPath?> known, bool withOnce, CancellationToken cancellation)
    {
        if (known.TryGetValue(method, out var path))
            return path;
        var callers = new Dictionary<IMethodSymbol, IMethodSymbol?>(SymbolEqualityComparer.Default) { [method] = null };
        var queue = new Queue<IMethodSymbol>([method]);
        while (queue.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = queue.Dequeue();
            var calls = CallsOf(next, cancellation);
            if (calls.Blocking is { } end)
                return known[method] = new BlockingPath(NamesTo(next, callers), end);
            foreach (var callee in calls.Of(next, withOnce).Where(callee => !callers.ContainsKey(callee) && !IsClean(callee, known) && Follow(callee)))
            {
                callers.Add(callee, next);
                queue.Enqueue(callee);
            }
        }

        foreach (var clean in callers.Keys)
            known[clean] = null;
        return null;
    }

    private static bool IsClean(IMethodSymbol method, ConcurrentDictionary<IMethodSymbol, BlockingPath?> known) => known.TryGetValue(method, out var path) && path is null;

    private static List<string> NamesTo(IMethodSymbol method, Dictionary<IMethodSymbol, IMethodSymbol?> callers)
    {
        var names = new List<string>();
        for (IMethodSymbol? step = method; step is not null; step = callers[step])
            names.Insert(0, MemberNames.Short(step));
        return names;
    }

    private MethodCalls CallsOf(IMethodSymbol method, CancellationToken cancellation) =>
        _calls.TryGetValue(method.OriginalDefinition, out var calls) ? calls : _calls[method.OriginalDefinition] = Read(_bodies.Of(method.OriginalDefinition, cancellation), method.OriginalDefinition, cancellation);

    private MethodCalls Read(IEnumerable<(IOperation Body, SemanticModel Model)> bodies, IMethodSymbol method, CancellationToken cancellation)
    {
        var methods = new List<IMethodSymbol>();
        var once = new List<IMethodSymbol>();
        var contracts = new List<(IMethodSymbol?, ITypeSymbol)>();
        BlockingCall? blocking = null;
        foreach (var (body, model) in bodies)
        {
            var code = new BlockingCalls(body, coroutine: null, model, _members, _options);
            foreach (var operation in code.Operations)
            {
                if (code.Of(operation) is { } call)
                {
                    blocking ??= call.IsInfo || call.IsVague || IsSuppressed(call.Rule, operation, method, cancellation) || IsSuppressed(DiagnosticDescriptors.BlockingCallee, operation, method, cancellation) ? null : call;
                    continue;
                }

                var callees = code.Callees(operation).Concat(_kept.CalledBy(operation)).ToList();
                var runOnce = _kept.OfLazy(operation).Concat(StaticConstructors.RunBy(operation, method.ContainingType, isFirst: method.MethodKind is not MethodKind.StaticConstructor) is { } constructor ? [constructor] : []).ToList();
                if (operation is ITypeParameterObjectCreationOperation { Type: { } made })
                    contracts.Add((null, made));
                if ((callees.Count > 0 || runOnce.Count > 0) && !IsSuppressed(DiagnosticDescriptors.BlockingCallee, operation, method, cancellation))
                {
                    methods.AddRange(callees.Where(Follow));
                    once.AddRange(runOnce.Where(Follow));
                    if (TypeArguments.UsedBy(operation) is { } parameter)
                        contracts.AddRange(callees.Where(callee => callee is { IsStatic: true, IsAbstract: true }).Select(callee => ((IMethodSymbol?)callee, parameter)));
                }
            }
        }

        if (MethodBodies.BaseOf(method, cancellation) is { } called && Follow(called))
            methods.Add(called);
        return new MethodCalls(blocking, methods, once, contracts);
    }

    private bool IsSuppressed(DiagnosticDescriptor rule, IOperation call, ISymbol method, CancellationToken cancellation) => _suppressed.Contain(rule.Id, call.Syntax, method, cancellation);

    private static IMethodSymbol Definition(IMethodSymbol method) => (method.ReducedFrom ?? method).OriginalDefinition;

    /// <summary>What a method calls.</summary>
    /// <param name="Blocking">The first call of its own that blocks.</param>
    /// <param name="Methods">The compilation's own methods and lambdas among the callees.</param>
    /// <param name="Once">What runs once only, if at all: static constructors, and the factories of <c>Lazy&lt;T&gt;</c>.</param>
    /// <param name="Contracts">The static members of type parameters that it calls, or null for <c>new T()</c>.</param>
    private sealed record MethodCalls(BlockingCall? Blocking, IReadOnlyList<IMethodSymbol> Methods, IReadOnlyList<IMethodSymbol> Once, IReadOnlyList<(IMethodSymbol? Member, ITypeSymbol Parameter)> Contracts)
    {
        /// <summary>What is called when the method is called with its type arguments.</summary>
        public IEnumerable<IMethodSymbol> Of(IMethodSymbol method, bool withOnce) =>
            (withOnce ? Methods.Concat(Once) : Methods).Select(callee => TypeArguments.In(callee, method))
                .Concat(Contracts.Select(contract => TypeArguments.Implementation(contract.Member, contract.Parameter, method)).OfType<IMethodSymbol>())
                .Select(TypeArguments.Needed);
    }
}
