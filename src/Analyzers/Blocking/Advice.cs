using CoroGen.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Blocking;

/// <summary>What a message says to write instead of a call.</summary>
internal static class Advice
{
    public const string Lock = "using (co.Lock(…))";

    public static string Of(ISymbol member, BlockingMember known, Replacement? replacement) => known.Rule switch
    {
        var rule when rule == DiagnosticDescriptors.TaskWait => OfTask(member.Name),
        var rule when rule == DiagnosticDescriptors.LoopInCoroutine => OfLoop(member),
        var rule when rule == DiagnosticDescriptors.ThreadLock || known.Entry.Has("affine") => Lock,
        var rule when rule == DiagnosticDescriptors.ThreadSleep => member.Name is "Yield" or "SpinOnce" ? "co.Yield()" : "co.Sleep(…)",
        _ => replacement?.Advice ?? Offload(member),
    };

    public static string Offload(ISymbol member) => $"co.Offload(() => {Work(member)})";

    private static string Work(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor or MethodKind.LocalFunction } => $"{MemberNames.Short(member)}(…)",
        IPropertySymbol { IsIndexer: false } or IMethodSymbol { AssociatedSymbol: IPropertySymbol { IsIndexer: false }, MethodKind: MethodKind.PropertyGet } => MemberNames.Short(member),
        _ => "…",
    };

    private static string OfTask(string name) => name switch
    {
        "WaitAll" => "co.Await(Task.WhenAll(…))",
        "WaitAny" => "co.Await(Task.WhenAny(…))",
        "ToBlockingEnumerable" => "foreach (… in items)",
        "RunSynchronously" => "co.Await(Task.Run(…))",
        _ when name.StartsWith("End", StringComparison.Ordinal) => "co.Await(Task.Factory.FromAsync(…))",
        _ => "co.Await(task)",
    };

    private static string OfLoop(ISymbol member) => member.Name switch
    {
        "Run" => "co.Await(…)",
        "RunUntilEmpty" or "Tick" => "co.WaitAll(…)",
        "Blocking" => "co",
        _ => "co.Await(…)",
    };
}
