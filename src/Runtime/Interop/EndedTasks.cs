using System.Diagnostics;

namespace CoroGen;

/// <summary>What has become of tasks that have ended: who asks for that waits for nothing.</summary>
[NonBlocking]
[StackTraceHidden]
internal static class EndedTasks
{
    /// <summary>Throws what the task has ended with, if that is an exception.</summary>
    public static void ThrowIfFailed(Task ended) => ended.GetAwaiter().GetResult();

    /// <summary>Its result. Throws what it has ended with, if that is an exception.</summary>
    public static T ResultOf<T>(Task<T> ended) => ended.GetAwaiter().GetResult();
}
