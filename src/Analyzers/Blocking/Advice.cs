using CoroGen.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Blocking;

/// <summary>What a message says to write instead of a call.</summary>
internal static class Advice
{
    public static string Of(ISymbol member, BlockingMember known, string? twin) => (known.Rule.Id, member.Name) switch
    {
        _ when known.Rule == DiagnosticDescriptors.TaskWait => OfTask(member.Name),
        _ when known.Rule == DiagnosticDescriptors.ThreadLock => "using (co.Lock(…))",
        _ when known.Entry.Has("affine") => "using (co.Lock(…))",
        _ when known.Rule == DiagnosticDescriptors.ThreadSleep => member.Name is "Yield" or "SpinOnce" ? "co.Yield()" : "co.Sleep(…)",
        _ when twin is not null => $"co.Await({twin}(…))",
        _ => $"co.Offload(() => {NameOf(member)})",
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

    private static string NameOf(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => $"new {member.ContainingType.Name}(…)",
        IMethodSymbol => $"{member.Name}(…)",
        _ => member.Name,
    };
}
