using CoroGen.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

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

    /// <summary>The advice at a place: in an async function, which has no handle, tasks are awaited.</summary>
    public static string At(IOperation call, string advice)
    {
        var function = call.Parent;
        while (function is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
            function = function.Parent;
        return function is IAnonymousFunctionOperation { Symbol.IsAsync: true } or ILocalFunctionOperation { Symbol.IsAsync: true } ? InAsyncCode(advice) : advice;
    }

    private static string InAsyncCode(string advice) => advice switch
    {
        "co.Yield()" => "await Task.Yield()",
        _ when After(advice, "co.Sleep(") is { } duration => $"await Task.Delay({duration}",
        _ when After(advice, "co.Offload(") is { } work => $"await Task.Run({work}",
        _ when After(advice, "co.Await(") is { } task => $"await {task[..^1]}",
        _ => advice,
    };

    private static string? After(string advice, string prefix) => advice.StartsWith(prefix, StringComparison.Ordinal) ? advice[prefix.Length..] : null;

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
