using CoroGen.Analyzers.Catalogue;
using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>Decides of each operation of a body whether it blocks, and by which rule.</summary>
/// <param name="body">The body.</param>
/// <param name="members">The catalogue.</param>
/// <param name="options">What <c>.editorconfig</c> says of the file.</param>
internal sealed class BlockingCalls(IOperation body, KnownMembers members, AnalyzerConfigOptions options)
{
    private readonly MemoryStreams _streams = new(body, members.Memory);

    /// <summary>The call that the operation is, or null when it does not block.</summary>
    public BlockingCall? Of(IOperation operation) => operation switch
    {
        ILockOperation { Body: var inside } => Suspends(inside) ? null : new BlockingCall(operation, "lock", DiagnosticDescriptors.ThreadLock, IsInfo: false, "using (co.Lock(…))", Twin: null),
        IForEachLoopOperation { Collection: var items } when IsParallelQuery(items) => new BlockingCall(operation, "foreach", DiagnosticDescriptors.ParallelWork, IsInfo: false, "co.Offload(() => …)", Twin: null),
        _ => MemberOf(operation) is { } member && members.Blocking.Find(member) is { Entry.IsSource: false } known && Blocks(operation, known) ? Make(operation, member, Source(operation, known)) : null,
    };

    /// <summary>The method, constructor or property that the operation calls.</summary>
    public static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.MethodKind: not (MethodKind.DelegateInvoke or MethodKind.LocalFunction) } call => call.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IPropertyReferenceOperation property => property.Property,
        IMethodReferenceOperation { Method.MethodKind: not MethodKind.LocalFunction } group => group.Method,
        _ => null,
    };

    private BlockingCall? Make(IOperation operation, ISymbol member, BlockingMember known)
    {
        if (known.Entry.OnlyIf is { } key && !(options.TryGetValue("corogen." + key, out var value) && value == "true"))
            return null;
        var twin = Twins.NameOf(member, known.Entry);
        return new BlockingCall(operation, Display(member), known.Rule, known.Entry.IsInfo, Advice.Of(member, known, twin), twin);
    }

    private bool Blocks(IOperation operation, BlockingMember known) =>
        !Timeouts.IsZero(operation) && !(known.Rule == DiagnosticDescriptors.StreamAccess && _streams.HasOnly(operation));

    /// <summary>What streams do counts as what they come from: <c>Console.In.ReadLine()</c> is console input.</summary>
    private BlockingMember Source(IOperation operation, BlockingMember known) =>
        known.Rule == DiagnosticDescriptors.StreamAccess
        && operation is IInvocationOperation { Instance: IPropertyReferenceOperation { Property: { } property } }
        && members.Blocking.Find(property) is { Entry.IsSource: true } source
            ? source
            : known;

    /// <summary>A suspension inside is an error of its own.</summary>
    private static bool Suspends(IOperation body) =>
        body.Descendants().OfType<IInvocationOperation>().Any(call => WellKnownAttributes.SuspensionKindOf(call.TargetMethod) != SuspensionKind.None);

    private static bool IsParallelQuery(IOperation items)
    {
        while (items is IConversionOperation { IsImplicit: true } conversion)
            items = conversion.Operand;
        return items.Type is { Name: "ParallelQuery" or "OrderedParallelQuery" };
    }

    private static string Display(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? $"new {member.ContainingType.Name}" : $"{member.ContainingType.Name}.{member.Name}";
}
