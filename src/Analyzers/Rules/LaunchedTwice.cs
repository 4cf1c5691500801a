using System.Collections.Immutable;
using CoroGen.Analyzers.Bodies;
using CoroGen.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers;

/// <summary>CORO301: a coroutine that has been launched, on every way, is launched again; or a loop launches the same one in each turn.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LaunchedTwice() : BodyRule(DiagnosticDescriptors.LaunchedTwice)
{
    private protected override IEnumerable<Diagnostic> Check(CoroutineBody body, CancellationToken cancellation)
    {
        var flow = new Launches(body);
        if (!body.Calls.Any(call => NeedsNew(call) && flow.VariablesOf(call).Any()) || body.Graph is not { } graph)
            return [];
        new FlowSet<ISymbol>(graph, flow.Step, flow.Assume).Walk(flow.Parameters);
        return from call in body.Calls
               where NeedsNew(call)
               let twice = flow.VariablesOf(call).FirstOrDefault(variable => flow.IsLaunchedBefore(call) || IsRepeated(call, variable, flow, graph))
               where twice is not null && !IsUsedByFunctions(twice, body)
               select At(Names.OfCall(call).GetLocation(), Facts.None, twice.Name, call.TargetMethod.Name);
    }

    /// <summary>Functions inside may write the variable at any time.</summary>
    private static bool IsUsedByFunctions(ISymbol variable, CoroutineBody body) =>
        body.Root.Descendants().Any(operation => SymbolEqualityComparer.Default.Equals(Launches.SymbolOf(operation), variable) && CoroutineBodies.EnclosingFunctions(operation, body.Root).Any());

    /// <summary>Whether the call wants a coroutine that nobody has launched.</summary>
    private static bool NeedsNew(IInvocationOperation call) => Names.IsSystemCall(call, "Launch", "Group", "Shield") || Names.IsRuntimes(call.TargetMethod, "EventLoop", "Schedule");

    /// <summary>Whether each turn of a loop makes the call, and the variable is one from outside of the loop, which does not write it.</summary>
    private static bool IsRepeated(IInvocationOperation call, ISymbol variable, Launches flow, ControlFlowGraph graph)
    {
        var around = call.Parent;
        while (around is IBlockOperation or IArgumentOperation or IInvocationOperation or IConversionOperation or IExpressionStatementOperation or ISimpleAssignmentOperation or IUsingOperation or IVariableInitializerOperation or IVariableDeclaratorOperation or IVariableDeclarationOperation or IVariableDeclarationGroupOperation)
            around = around.Parent;
        return around is ILoopOperation loop
            && !variable.DeclaringSyntaxReferences.Any(declared => loop.Syntax.Span.Contains(declared.Span))
            && !loop.Descendants().Any(operation => flow.WrittenBy(operation) is { } written && SymbolEqualityComparer.Default.Equals(written, variable))
            && ReachesItself(graph, call.Syntax);
    }

    private static bool ReachesItself(ControlFlowGraph graph, SyntaxNode call)
    {
        var start = graph.Blocks.FirstOrDefault(block => block.IsReachable && FlowSet<ISymbol>.InOrder(block).Any(operation => operation.Syntax == call));
        var seen = new HashSet<BasicBlock>();
        var open = new Stack<BasicBlock>(start is null ? [] : [start]);
        while (open.Count > 0)
        {
            var block = open.Pop();
            foreach (var next in new[] { block.ConditionalSuccessor?.Destination, block.FallThroughSuccessor?.Destination }.OfType<BasicBlock>())
            {
                if (next == start)
                    return true;
                if (seen.Add(next))
                    open.Push(next);
            }
        }

        return false;
    }

    /// <summary>Walks with the variables whose coroutine may be new still.</summary>
    private sealed class Launches(CoroutineBody body)
    {
        private readonly HashSet<SyntaxNode> _ofLaunched = [];
        private readonly HashSet<SyntaxNode> _ofNew = [];

        /// <summary>Whether what the call launches has been launched before, on every way.</summary>
        public bool IsLaunchedBefore(IInvocationOperation call) => _ofLaunched.Contains(call.Syntax) && !_ofNew.Contains(call.Syntax);

        public ImmutableHashSet<ISymbol> Parameters { get; } = ImmutableHashSet.CreateRange<ISymbol>(SymbolEqualityComparer.Default, body.Function.Parameters);

        public ImmutableHashSet<ISymbol> Step(IOperation operation, ImmutableHashSet<ISymbol> mayBeNew)
        {
            if (operation is IInvocationOperation call && LaunchesNew(call))
            {
                foreach (var variable in VariablesOf(call))
                {
                    (mayBeNew.Contains(variable) ? _ofNew : _ofLaunched).Add(call.Syntax);
                    mayBeNew = mayBeNew.Remove(variable);
                }
            }

            if (WrittenBy(operation) is not { } written)
                return mayBeNew;
            return operation is ISimpleAssignmentOperation { Value: var value } && IsLaunched(value) ? mayBeNew.Remove(written) : mayBeNew.Add(written);
        }

        /// <summary>A condition on the variable may have asked whether it is new.</summary>
        public ImmutableHashSet<ISymbol> Assume(IOperation condition, bool value, ImmutableHashSet<ISymbol> mayBeNew) =>
            mayBeNew.Union(condition.DescendantsAndSelf().Select(VariableIn).OfType<ISymbol>());

        /// <summary>The variables among the arguments.</summary>
        public IEnumerable<ISymbol> VariablesOf(IInvocationOperation call) => call.Arguments.SelectMany(argument => argument.Value switch
        {
            IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues.Select(VariableIn),
            var value => [VariableIn(value)],
        }).OfType<ISymbol>();

        /// <summary>The variable that an operation writes, or may write, or null.</summary>
        public ISymbol? WrittenBy(IOperation operation) => operation switch
        {
            IAssignmentOperation assignment => VariableIn(assignment.Target),
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => VariableIn(argument.Value),
            IVariableDeclaratorOperation declarator => declarator.Symbol,
            _ => null,
        };

        private static bool LaunchesNew(IInvocationOperation call) =>
            NeedsNew(call) || Names.IsSystemCall(call, "Await", "Wait", "WaitAll", "WaitAny", "Timeout") || Names.IsRuntimes(call.TargetMethod, "EventLoop", "Run");

        private static bool IsLaunched(IOperation value) => value switch
        {
            IConversionOperation conversion => IsLaunched(conversion.Operand),
            IInvocationOperation call => Names.IsSystemCall(call, "Launch") || Names.IsRuntimes(call.TargetMethod, "EventLoop", "Schedule"),
            _ => false,
        };

        /// <summary>The local or parameter that an operation refers to.</summary>
        public static ISymbol? SymbolOf(IOperation value) => value switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };

        /// <summary>The body's own variable of a coroutine that a value is.</summary>
        private ISymbol? VariableIn(IOperation value) => value switch
        {
            IConversionOperation conversion => VariableIn(conversion.Operand),
            _ when SymbolOf(value) is { } symbol && Names.IsRuntimes(value.Type, "Coroutine") && SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, body.Function) => symbol,
            _ => null,
        };
    }
}
