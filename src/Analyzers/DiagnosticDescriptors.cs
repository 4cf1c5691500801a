using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using static CoroGen.Generator.Refusals.Rules;

namespace CoroGen.Analyzers;

/// <summary>The rules of what compiles and is wrong all the same: one descriptor each, with its page. Those of what the generator refuses stand beside it.</summary>
internal static class DiagnosticDescriptors
{
    private const string Blocks = "'{0}' blocks the thread, and with it every coroutine of the loop{2}: use '{1}'";

    public static readonly DiagnosticDescriptor TaskWait = Error("CORO100", "A coroutine must not block for a task", Blocks);

    public static readonly DiagnosticDescriptor ThreadSleep = Error("CORO101", "A coroutine must not make its thread sleep or spin", Blocks);

    public static readonly DiagnosticDescriptor BlockingPrimitive = Warning("CORO102", "A blocking primitive in a coroutine", Blocks);

    public static readonly DiagnosticDescriptor ThreadLock = Warning("CORO103", "A lock of the thread in a coroutine", Blocks);

    public static readonly DiagnosticDescriptor ConsoleInput = Warning("CORO104", "Console input in a coroutine", Blocks);

    public static readonly DiagnosticDescriptor FileAccess = Warning("CORO105", "Blocking file access in a coroutine", Blocks);

    public static readonly DiagnosticDescriptor StreamAccess = Warning("CORO106", "Blocking access to a stream in a coroutine", Blocks);

    public static readonly DiagnosticDescriptor NetworkAccess = Warning("CORO107", "Blocking network access in a coroutine", Blocks);

    public static readonly DiagnosticDescriptor ProcessWait = Warning("CORO108", "Waiting for a process in a coroutine", Blocks);

    public static readonly DiagnosticDescriptor DataAccess = Warning("CORO109", "Blocking database access in a coroutine", Blocks);

    public static readonly DiagnosticDescriptor BlockingCollection = Warning("CORO110", "A blocking collection in a coroutine", Blocks);

    public static readonly DiagnosticDescriptor ParallelWork = Warning("CORO111", "Parallel work in a coroutine", Blocks);

    public static readonly DiagnosticDescriptor MarkedBlocking = Warning("CORO112", "A method that is marked or listed as blocking, in a coroutine", Blocks);

    public static readonly DiagnosticDescriptor BlockingCallee = Warning("CORO113", "A coroutine reaches blocking code", Blocks);

    public static readonly DiagnosticDescriptor AwaitableTwin = Info("CORO114", "A method that can be awaited as well", "'{0}' may block; there is an awaitable one: '{1}'");

    public static readonly DiagnosticDescriptor LoopInCoroutine = Error("CORO115", "A coroutine must not run a loop",
        "'{0}' runs a loop inside of a coroutine{2}, which throws: use '{1}'");

    public static readonly DiagnosticDescriptor LockAcrossSuspension = Error("CORO200", "A lock of the thread is held across a suspension",
        "What '{0}' takes belongs to the thread, and is still held at the suspension '{1}' in line {2}: use a 'CoLock' or a 'CoSemaphore'");

    public static readonly DiagnosticDescriptor DroppedReleaser = Error("CORO201", "The releaser of a lock or semaphore is dropped",
        "What '{0}' has taken is never given back: its releaser is dropped. Write 'using ({1})'.");

    public static readonly DiagnosticDescriptor EndlessLoop = Warning("CORO204", "A loop may run for ever and never suspend",
        "Once in this loop, nothing in it ends it, and a way round it has no suspension: no other coroutine would run again. Write '{0}.Yield()' in it.");

    public static readonly DiagnosticDescriptor Polling = Info("CORO205", "A loop that polls",
        "This loop only asks again and again for '{0}': wait for what changes it, with a 'CoEvent', a 'CoCondition' or a channel");

    public static readonly DiagnosticDescriptor NeverSuspends = Info("CORO206", "A coroutine that never suspends",
        "The coroutine '{0}' never suspends: it can be a plain method");

    public static readonly DiagnosticDescriptor UnshieldedCleanup = Warning("CORO207", "Cleanup that a cancelled coroutine cannot finish",
        "'{0}' stands in {1}: in a cancelled coroutine it throws instead of waiting. Shield it: '{2}.Shield(…)'.");

    public static readonly DiagnosticDescriptor DroppedCoroutine = Warning("CORO300", "A coroutine is made and dropped",
        "'{0}' only makes a coroutine, which nobody launches: nothing of it runs. Call it with the handle, or launch it.");

    public static readonly DiagnosticDescriptor LaunchedTwice = Warning("CORO301", "A coroutine is launched twice",
        "The coroutine '{0}' has been launched already, and '{1}' throws: call the factory again for another one");

    public static readonly DiagnosticDescriptor SwallowedCancellation = Warning("CORO400", "Cancellation is swallowed",
        "This 'catch' also ends the cancellation of the coroutine, and goes on: add 'when (… is not CoroutineCanceledException)', or throw again");

    public static readonly DiagnosticDescriptor TokenNotForwarded = Info("CORO401", "The coroutine's token is not forwarded",
        "'{0}' takes a token: with '{1}.CancellationToken' a cancel ends its work, too, and not only the wait");

    /// <summary>The rules of what blocks.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Blocking =
    [
        TaskWait,
        ThreadSleep,
        BlockingPrimitive,
        ThreadLock,
        ConsoleInput,
        FileAccess,
        StreamAccess,
        NetworkAccess,
        ProcessWait,
        DataAccess,
        BlockingCollection,
        ParallelWork,
        MarkedBlocking,
        BlockingCallee,
        AwaitableTwin,
        LoopInCoroutine,
    ];

    /// <summary>Every rule, by id.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        .. Blocking,
        LockAcrossSuspension,
        DroppedReleaser,
        EndlessLoop,
        Polling,
        NeverSuspends,
        UnshieldedCleanup,
        DroppedCoroutine,
        LaunchedTwice,
        SwallowedCancellation,
        TokenNotForwarded,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message) => Make(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Make(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) => Make(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Make(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, "CoroGen", severity, isEnabledByDefault: true, helpLinkUri: HelpRoot + id + ".md");
}
