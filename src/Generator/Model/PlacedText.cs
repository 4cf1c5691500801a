namespace CoroGen.Generator.Model;

/// <summary>Generated text that knows which of its parts stand for which places of the user's file.</summary>
/// <param name="Text">The text.</param>
/// <param name="Places">The parts. What no part covers is where the text round it is.</param>
internal sealed record PlacedText(string Text, EquatableArray<TextPlace> Places)
{
    public PlacedText(string text, SourceSpan? source = null)
        : this(text, source is null ? [] : [new TextPlace(0, text.Length, source)])
    {
    }

    /// <summary>Whether a part is the user's code unchanged: then it ends where that ends, and what is in it is where that is.</summary>
    public bool IsCopied(TextPlace place) => Places.All(inner =>
        inner.Start < place.Start || inner.Start >= place.End || inner.Source is { } source && place.Source is { } outer
        && PositionOf(inner.Start, place.Start, outer) == (source.StartLine, source.StartCharacter)
        && PositionOf(inner.End, place.Start, outer) == (source.EndLine, source.EndCharacter));

    /// <summary>Where a position is in the user's file, if the text from <paramref name="start"/> on is a copy.</summary>
    private (int Line, int Character) PositionOf(int position, int start, SourceSpan source)
    {
        var (line, character) = (source.StartLine, source.StartCharacter);
        for (var i = start; i < position; i++)
            (line, character) = Text[i] == '\n' ? (line + 1, 0) : (line, character + 1);
        return (line, character);
    }
}

/// <summary>A part of a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Source">The place of the user's, or null: from here on it is nobody's code.</param>
internal sealed record TextPlace(int Start, int End, SourceSpan? Source)
{
    public TextPlace Shift(int distance) => new(Start + distance, End + distance, Source);
}
