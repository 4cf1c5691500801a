using CoroGen.Analyzers.Blocking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Bodies;

/// <summary>The calls that wait also in a cancelled coroutine: those that are marked so, the shields of the runtime first, and those of the compilation's own coroutines that wait for nothing else.</summary>
internal sealed class ShieldedCalls(Compilation compilation, CancellationToken cancellation)
{
    private readonly MethodBodies _bodies = new(compilation);
    private readonly Dictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    public bool Contain(IMethodSymbol target) => ShieldMarks.On(target) || IsOwn((target.ReducedFrom ?? target).OriginalDefinition);

    /// <summary>What calls itself is one until something tells otherwise.</summary>
    private bool IsOwn(IMethodSymbol coroutine)
    {
        if (coroutine is { ContainingType.IsSealed: false, IsSealed: false } and ({ IsVirtual: true } or { IsOverride: true } or { IsAbstract: true }))
            return false;
        if (!_known.TryGetValue(coroutine, out var isShielded))
        {
            _known[coroutine] = true;
            _known[coroutine] = isShielded = DeclarationOf(coroutine) is { } method && CoroutineBodies.Of(method, _bodies.ModelOf(method.SyntaxTree), cancellation) is [var body, ..] && body.Operations.All(operation => WaitsInShields(operation, body));
        }

        return isShielded;
    }

    private bool WaitsInShields(IOperation operation, CoroutineBody body) => operation switch
    {
        IInvocationOperation call => !body.IsSuspension(call) || Contain(call.TargetMethod),
        _ => body.Suspensions.LanguageCallsOf(operation.Syntax) is not { } calls || calls is { MoveNext: null, Dispose: { } dispose } && Contain(dispose),
    };

    private MethodDeclarationSyntax? DeclarationOf(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly)
        ? (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.Select(declaration => declaration.GetSyntax(cancellation)).OfType<MethodDeclarationSyntax>().FirstOrDefault()
        : null;
}
