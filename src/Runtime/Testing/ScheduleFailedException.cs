using System.Diagnostics.CodeAnalysis;

namespace CoroGen.Testing;

/// <summary>Thrown by <see cref="Schedules"/> when a body failed under a seed. The failure itself is the inner exception.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Nobody else makes one.")]
public sealed class ScheduleFailedException : Exception
{
    internal ScheduleFailedException(int seed, string trace, string message, Exception failure)
        : base(message, failure)
    {
        Seed = seed;
        Trace = trace;
    }

    /// <summary>The seed under which it failed.</summary>
    public int Seed { get; }

    /// <summary>All steps that were taken, one in a line.</summary>
    public string Trace { get; }
}
