using CoroGen.Generator.Model;

namespace CoroGen.Generator.Emission;

/// <summary>
/// Tells compiler and debugger where generated code comes from: the user's statements are at their own places, all else is hidden. Directives stand
/// only where the ones before do not tell that already, so code that was copied has one.
/// </summary>
/// <param name="writer">Where to write.</param>
/// <param name="file">The user's file.</param>
/// <param name="spans">Whether the language version has the form that tells columns too.</param>
internal sealed class LineDirectives(IndentedWriter writer, string file, bool spans)
{
    /// <summary>What follows is nobody's code: so a file begins.</summary>
    public const string Hidden = "#line hidden";

    /// <summary>Columns beyond are not accepted in the form that tells them.</summary>
    private const int MaxCharacter = 65535;

    /// <summary>What the last directive says, or null when the code is hidden.</summary>
    private LineMapping? _mapping;

    /// <summary>What follows is nobody's code.</summary>
    public void Hide()
    {
        if (_mapping is not null)
            writer.Directive(Hidden);
        _mapping = null;
    }

    /// <summary>Writes a text, from a new line on, with the directives that it needs.</summary>
    public void Write(PlacedText code)
    {
        var position = 0;
        if (!code.Places.Any(place => place.Start == 0))
            Hide();
        foreach (var place in code.Places.OrderBy(place => place.Start))
        {
            writer.Part(code.Text.Substring(position, place.Start - position));
            position = place.Start;
            Show(place, code);
        }

        writer.Line(code.Text.Substring(position));
    }

    /// <summary>The next text is the user's code, or nobody's.</summary>
    private void Show(TextPlace place, PlacedText code)
    {
        if (place.Source is not { } source || !CanName(file))
        {
            Hide();
            return;
        }

        var isCopied = code.IsCopied(place);
        if (_mapping?.Shows(source, isCopied, writer.LineNumber, writer.Column) == true)
            return;
        writer.BreakLine();
        _mapping = spans && Math.Max(source.StartCharacter, source.EndCharacter) < MaxCharacter
            ? new SpanMapping(source, writer.LineNumber + 1, isCopied ? writer.Column : writer.Column + 1)
            : new LineMapping(source, writer.LineNumber + 1);
        writer.Directive($"{_mapping.Directive} \"{file}\"");
    }

    /// <summary>A directive has no escapes.</summary>
    private static bool CanName(string path) => path.Length > 0 && path.IndexOf('"') < 0;
}
