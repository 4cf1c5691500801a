using System.Globalization;
using CoroGen.Generator.Model;

namespace CoroGen.Generator.Emission;

/// <summary>
/// Tells compiler and debugger where generated code comes from: the user's statements are at their own places, all else is hidden.
/// </summary>
/// <param name="writer">Where to write.</param>
/// <param name="file">The user's file.</param>
/// <param name="spans">Whether the language version has the form that tells columns too.</param>
internal sealed class LineDirectives(IndentedWriter writer, string file, bool spans)
{
    /// <summary>What follows is nobody's code: so a file begins.</summary>
    public const string Hidden = "#line hidden";

    /// <summary>Lines and columns beyond are not accepted in the form with columns.</summary>
    private const int MaxCharacter = 65535;

    private bool _isHidden = true;

    /// <summary>What follows is nobody's code.</summary>
    public void Hide()
    {
        if (!_isHidden)
            writer.Directive(Hidden);
        _isHidden = true;
    }

    /// <summary>The next line is the user's code, after <paramref name="prefix"/>.</summary>
    public void Show(SourceSpan? source, string prefix = "")
    {
        if (source is null || !CanName(file))
            Hide();
        else if (spans && Math.Max(source.StartCharacter, source.EndCharacter) < MaxCharacter)
            Write($"#line {Position(source.StartLine, source.StartCharacter)}-{Position(source.EndLine, source.EndCharacter)}{Offset(prefix)} \"{file}\"");
        else
            ShowLine(source.StartLine);
    }

    /// <summary>The next lines are a text whose last line is the last of the user's code.</summary>
    public void ShowEnd(SourceSpan? source, string text)
    {
        if (source is null || !CanName(file))
            Hide();
        else
            ShowLine(source.EndLine - Breaks(text));
    }

    /// <summary>Whether the block of a handler begins in the line in which its head ends.</summary>
    public static bool AreOnOneLine(HandlerCode handler) => handler.Block.Source is { } source
        ? source.StartLine + Breaks(handler.Head) == source.EndLine - Breaks(handler.Block.Text)
        : Breaks(handler.Head) + Breaks(handler.Block.Text) == 0;

    private static int Breaks(string text) => text.Count(character => character == '\n');

    private void ShowLine(int line) => Write($"#line {Number(line + 1)} \"{file}\"");

    private void Write(string directive)
    {
        writer.Directive(directive);
        _isHidden = false;
    }

    private string Offset(string prefix) => writer.Column + prefix.Length is var offset and > 0 ? " " + Number(offset) : "";

    private static string Position(int line, int character) => $"({Number(line + 1)},{Number(character + 1)})";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A directive has no escapes.</summary>
    private static bool CanName(string path) => path.Length > 0 && path.IndexOf('"') < 0;
}
