using System.Reflection;
using System.Runtime.CompilerServices;
using CoroGen.CompilerServices;

namespace CoroGen.Runtime.Tests;

/// <summary>Loops on different threads share nothing that steps, waits and calls touch: what is static is listed here, each with its reason.</summary>
public class SharedState
{
    /// <summary>What is written after it was made, by whichever thread, and why that is on no hot path.</summary>
    private static readonly Dictionary<string, string> Shared = new()
    {
        ["CoNet.Plain"] = "options, which cannot be changed",
        ["CoReader.Newline"] = "an array that nobody writes to",
        ["FrameInfo._count"] = "counted up once for each frame class, when its first frame is made",
        ["FiberThread.Idle"] = "under its own lock, when a delegate without a state machine begins or ends",
        ["LoopEvents.Log"] = "asked at launches and ends whether anybody listens, which only reads",
        ["LoopMetrics.s_launched"] = "asked once in a pass whether anybody listens, which only reads",
        ["LoopMetrics.s_live"] = "the same",
        ["LoopMetrics.s_meter"] = "only the owner of the instruments",
        ["LoopMetrics.s_passes"] = "the same",
        ["LoopMetrics.s_steps"] = "the same",
        ["Setters`2.s_byName"] = "read without a lock; written once for each init-only property that an object initializer sets after a suspension",
    };

    [Fact]
    public void What_loops_share_is_known() =>
        Assert.Equal(Shared.Keys.Order(), Statics().Where(field => !IsOfThread(field) && !IsConstant(field)).Select(Name).Order());

    [Fact]
    public void What_belongs_to_a_thread_is_known() =>
        Assert.Equal(
            ["EventLoop._blockingHere", "EventLoop._ofThread", "EventLoop._runningHere", "Fiber._current"],
            Statics().Where(IsOfThread).Select(Name).Order());

    private static IEnumerable<FieldInfo> Statics() =>
        from type in typeof(EventLoop).Assembly.GetTypes()
        where !type.Name.StartsWith('<') || type.Name.StartsWith("<>c", StringComparison.Ordinal)
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where !field.IsLiteral && !type.IsEnum
        select field;

    private static bool IsOfThread(FieldInfo field) => field.IsDefined(typeof(ThreadStaticAttribute));

    /// <summary>What nobody can change: read-only, of a type that cannot be changed. The delegates of lambdas that capture nothing are stored at their first use, and are always the same.</summary>
    private static bool IsConstant(FieldInfo field) =>
        (field.IsInitOnly && (field.FieldType.IsPrimitive || field.FieldType == typeof(TimeSpan) || field.FieldType == typeof(DateTimeOffset) || field.FieldType == typeof(FrameInfo)))
        || field.DeclaringType!.IsDefined(typeof(CompilerGeneratedAttribute));

    private static string Name(FieldInfo field) => $"{field.DeclaringType!.Name}.{field.Name}";
}
