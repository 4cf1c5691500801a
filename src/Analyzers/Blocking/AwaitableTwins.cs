using System.Collections.Concurrent;
using CoroGen.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>
/// CORO114: a method that nobody has listed, and that has an awaitable twin: the same name with <c>Async</c> after it, the same parameters, perhaps a token, and a task of the same result. It
/// probably blocks, or there would be no twin.
/// </summary>
internal sealed class AwaitableTwins
{
    private readonly ConcurrentDictionary<IMethodSymbol, IMethodSymbol?> _known = new(SymbolEqualityComparer.Default);

    public BlockingCall? Of(IOperation operation, SemanticModel model) =>
        operation is IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Ordinary } method } call && Find(call, method, model) is { } twin
            ? new BlockingCall(operation, MemberNames.Full(method), DiagnosticDescriptors.AwaitableTwin, IsInfo: true, twin.Advice, twin, MayMove: false)
            : null;

    /// <summary>The twin of a method, in its own type or those that it is derived from.</summary>
    public static IMethodSymbol? Find(IMethodSymbol method) => method.Name.EndsWith("Async", StringComparison.Ordinal) || method.Name == nameof(IDisposable.Dispose)
        ? null
        : Replacement.TypesOf(method.ContainingType).SelectMany(type => type.GetMembers(method.Name + "Async")).OfType<IMethodSymbol>().FirstOrDefault(twin => IsTwin(method, twin));

    private Replacement? Find(IInvocationOperation call, IMethodSymbol method, SemanticModel model)
    {
        if (_known.GetOrAdd(method.OriginalDefinition, Find) is { } twin)
            return Replacement.Of(twin, method);
        return QueryOf(call) is { } query && IsQueryable(query)
            && model.LookupSymbols(call.Syntax.SpanStart, query, method.Name + "Async", includeReducedExtensionMethods: true).OfType<IMethodSymbol>().Any(other => Replacement.IsAwaitable(other.ReturnType))
            ? new Replacement(method.Name + "Async", ReplacementKind.Awaitable, OtherType: null)
            : null;
    }

    /// <summary>What a query operator is called on: the libraries that run queries elsewhere bring awaitable operators as extensions.</summary>
    private static ITypeSymbol? QueryOf(IInvocationOperation call) =>
        call is { Instance: null, TargetMethod.ContainingType: { Name: nameof(Queryable) or nameof(Enumerable), ContainingNamespace.Name: "Linq" }, Arguments: [{ Value: var first }, ..] }
            ? first is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand.Type : first.Type
            : null;

    private static bool IsQueryable(ITypeSymbol type) => type.AllInterfaces.Append(type).Any(i => i is { Name: nameof(IQueryable), ContainingNamespace.Name: "Linq" });

    private static bool IsTwin(IMethodSymbol method, IMethodSymbol twin) =>
        twin.IsStatic == method.IsStatic
        && twin.DeclaredAccessibility >= method.DeclaredAccessibility
        && Replacement.IsAwaitable(twin.ReturnType)
        && Result(twin) == (method.ReturnsVoid ? null : method.ReturnType.ToDisplayString())
        && twin.Parameters.Length >= method.Parameters.Length
        && method.Parameters.Zip(twin.Parameters, (own, other) => own.RefKind == other.RefKind && own.Type.ToDisplayString() == other.Type.ToDisplayString()).All(isSame => isSame)
        && twin.Parameters.Skip(method.Parameters.Length).All(parameter => parameter.IsOptional || parameter.Type.Name == nameof(CancellationToken));

    private static string? Result(IMethodSymbol twin) => ((INamedTypeSymbol)twin.ReturnType).TypeArguments.FirstOrDefault()?.ToDisplayString();
}
