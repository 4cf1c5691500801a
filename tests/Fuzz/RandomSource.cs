namespace CoroGen.Fuzz;

/// <summary>
/// The source of all choices: SplitMix64, written out so that a seed means the same program on every runtime, which <see cref="Random"/> does not promise.
/// </summary>
public sealed class RandomSource(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The source of one of the programs of a seed.</summary>
    public static RandomSource Of(ulong seed, int index) => new(new RandomSource(seed).Next() ^ new RandomSource((ulong)index * 0x9E3779B97F4A7C15UL + 1).Next());

    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A number from 0 to <paramref name="count"/> - 1.</summary>
    public int Next(int count) => (int)(Next() % (ulong)count);

    public bool Chance(double probability) => Next() >> 11 < (ulong)(probability * (1UL << 53));

    public T In<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    public T Any<T>(params ReadOnlySpan<T> items) => items[Next(items.Length)];
}
