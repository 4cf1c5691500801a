namespace CoroGen.Analyzers.Flow;

/// <summary>A set of small numbers.</summary>
internal sealed class Bits
{
    private const int Width = 64;
    private ulong[] _words;

    public Bits() => _words = [];

    private Bits(ulong[] words) => _words = words;

    public Bits Copy() => new([.. _words]);

    public bool Contains(int number) => number / Width < _words.Length && (_words[number / Width] & Bit(number)) != 0;

    public void Add(int number)
    {
        if (number / Width >= _words.Length)
            Array.Resize(ref _words, Math.Max(number / Width + 1, _words.Length * 2));
        _words[number / Width] |= Bit(number);
    }

    public void Remove(int number)
    {
        if (number / Width < _words.Length)
            _words[number / Width] &= ~Bit(number);
    }

    /// <summary>The numbers that are not in another set, the smallest first.</summary>
    public List<int> Except(Bits other)
    {
        var numbers = new List<int>();
        for (var i = 0; i < _words.Length; i++)
        {
            var rest = i < other._words.Length ? _words[i] & ~other._words[i] : _words[i];
            for (var number = i * Width; rest != 0; number++, rest >>= 1)
            {
                if ((rest & 1) != 0)
                    numbers.Add(number);
            }
        }

        return numbers;
    }

    private static ulong Bit(int number) => 1UL << (number % Width);
}
