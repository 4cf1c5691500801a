namespace CoroGen;

/// <summary>How a reader and a writer behave.</summary>
public abstract class StreamOptions
{
    private protected StreamOptions()
    {
    }

    /// <summary>See <see cref="CoReader.Limit"/>: 65,536 bytes unless told otherwise. Must be positive.</summary>
    public int ReadLimit { get; init; } = 64 * 1024;

    /// <summary>How many bytes <see cref="CoWriter.Drain(Co)"/> leaves buffered without waiting: 65,536 unless told otherwise. Zero: none.</summary>
    public int HighWaterMark { get; init; } = 64 * 1024;

    /// <summary>How many bytes may be left when <see cref="CoWriter.Drain(Co)"/> has waited: 16,384 unless told otherwise, and never more than <see cref="HighWaterMark"/>.</summary>
    public int LowWaterMark { get; init; } = 16 * 1024;

    /// <summary>Whether small packets are sent at once, instead of waiting for more to send with them: yes, unless told otherwise, for what is written together is sent together anyway.</summary>
    public bool NoDelay { get; init; } = true;

    /// <exception cref="ArgumentOutOfRangeException">One of them is out of its range.</exception>
    internal virtual void Check()
    {
        Guard.Positive(ReadLimit);
        if (HighWaterMark < 0 || LowWaterMark < 0)
            throw new ArgumentOutOfRangeException(nameof(HighWaterMark), "A water mark must not be negative.");
    }
}
