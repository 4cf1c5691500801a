namespace CoroGen;

/// <summary>A step of a coroutine: what it did from one suspension to the next, while all others waited.</summary>
/// <param name="Number">The how many-th step of the loop it was, from 1 on; only steps that are observed count.</param>
/// <param name="Coroutine">The coroutine.</param>
/// <param name="From">Where it went on; null when that is not known, as for plain code.</param>
/// <param name="To">Where it is suspended now; null when that is not known, or the coroutine has ended.</param>
/// <param name="Duration">How long it took, on the loop's clock; zero when nobody wants to know.</param>
public readonly record struct LoopStep(long Number, Coroutine Coroutine, SourceLine? From, SourceLine? To, TimeSpan Duration)
{
    /// <summary>One line: <c>12 'Serve' from Kitchen.cs:31 to Kitchen.cs:40</c>.</summary>
    public override string ToString()
    {
        var from = From is { } start ? $" from {start}" : "";
        var to = Coroutine.IsDone ? $" to its end [{Coroutine.Status}]" : To is { } end ? $" to {end}" : "";
        return $"{Number} '{Coroutine.Name}'{from}{to}";
    }
}
