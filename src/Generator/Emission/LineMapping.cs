using System.Globalization;
using CoroGen.Generator.Model;

namespace CoroGen.Generator.Emission;

/// <summary><c>#line 5</c>: the line that follows it is that of the user's file, and so on.</summary>
/// <param name="source">The user's code that it was written for.</param>
/// <param name="line">The line of generated code that follows it.</param>
internal class LineMapping(SourceSpan source, int line)
{
    public virtual string Directive => $"#line {Number(source.StartLine + 1)}";

    /// <summary>Whether a text that stands there is at its place already.</summary>
    public virtual bool Shows(SourceSpan place, bool isCopied, int atLine, int atColumn) => LineOf(atLine) == place.StartLine;

    protected int LineOf(int generated) => source.StartLine + generated - line;

    protected static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// <c>#line (5,9)-(5,30) 12</c>: as the other, and column 12 of the next line is column 9 of the user's. What begins before column 12 is the whole span.
/// </summary>
internal sealed class SpanMapping(SourceSpan source, int line, int offset) : LineMapping(source, line)
{
    private readonly SourceSpan _source = source;
    private readonly int _line = line;

    /// <summary>The end is the last character, not the one after it.</summary>
    public override string Directive =>
        $"#line {Position(_source.StartLine, _source.StartCharacter)}-{Position(_source.EndLine, _source.EndCharacter - 1)}{(offset > 0 ? " " + Number(offset) : "")}";

    public override bool Shows(SourceSpan place, bool isCopied, int atLine, int atColumn)
    {
        if (atLine == _line && atColumn < offset)
            return place == _source;
        var column = atLine == _line ? _source.StartCharacter + atColumn - offset : atColumn;
        return LineOf(atLine) == place.StartLine && column == place.StartCharacter && isCopied;
    }

    private static string Position(int line, int character) => $"({Number(line + 1)},{Number(character + 1)})";
}
