namespace CoroGen.Runtime.Tests;

/// <summary>A clock of a given unit that stands where it is put.</summary>
internal sealed class ManualClock(long frequency) : TimeProvider
{
    public long Timestamp { get; set; }

    public override long TimestampFrequency => frequency;

    public override long GetTimestamp() => Timestamp;
}
