using System.Text;

namespace CoroGen.Generator.Emission;

/// <summary>Writes C# line by line, indented by block: <c>using (writer.Block("class C")) writer.Line("int x;");</c></summary>
internal sealed class IndentedWriter
{
    private const int IndentSize = 4;
    private readonly StringBuilder _text = new();
    private int _depth;
    private int _lineStart;

    /// <summary>How many lines are written.</summary>
    public int LineNumber { get; private set; }

    /// <summary>Where in its line the next text begins.</summary>
    public int Column => _text.Length == _lineStart ? _depth * IndentSize : _text.Length - _lineStart;

    /// <summary>Writes one line, or the rest of one. It is indented, exactly as it is otherwise: the lines inside may belong to a string literal.</summary>
    public void Line(string text = "")
    {
        Part(text);
        Append("\n");
    }

    /// <summary>Writes a part of a line.</summary>
    public void Part(string text)
    {
        if (text.Length == 0)
            return;
        if (_text.Length == _lineStart)
            _text.Append(' ', _depth * IndentSize);
        Append(text);
    }

    /// <summary>Goes on in a line of its own, unless nothing but blanks is in this one.</summary>
    public void BreakLine()
    {
        var end = _text.Length;
        while (end > _lineStart && _text[end - 1] == ' ')
            end--;
        if (end == _lineStart && _text.Length > end)
            return;
        var depth = end == _lineStart ? _depth : _depth + 1;
        _text.Length = end;
        Append((end == _lineStart ? "" : "\n") + new string(' ', depth * IndentSize));
    }

    /// <summary>Writes each line of a text, indented.</summary>
    public void Lines(string text)
    {
        foreach (var line in text.Replace("\r\n", "\n").TrimEnd('\n').Split('\n'))
            Line(line);
    }

    /// <summary>Writes a preprocessor directive, at the margin, above what the line has already.</summary>
    public void Directive(string text)
    {
        if (_text.Length > _lineStart)
            BreakLine();
        var blanks = _text.Length - _lineStart;
        _text.Length = _lineStart;
        Append(text + "\n");
        _text.Append(' ', blanks);
    }

    /// <summary>Writes a label, one level out, and the empty statement that it needs at the end of a block.</summary>
    public void Label(string name, bool atEnd = false) => Append($"{new string(' ', Math.Max(0, _depth - 1) * IndentSize)}{name}{(atEnd ? ": ;" : ":")}\n");

    /// <summary>Writes the head, if any, and braces round what is written until the result is disposed.</summary>
    public Scope Block(string? head = null, string close = "}")
    {
        if (head is not null)
            Line(head);
        Line("{");
        _depth++;
        return new Scope(this, close);
    }

    /// <summary>Indents what is written until the result is disposed.</summary>
    public Scope Indent()
    {
        _depth++;
        return new Scope(this, close: null);
    }

    public override string ToString() => _text.ToString();

    private void Append(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\n')
                continue;
            LineNumber++;
            _lineStart = _text.Length + i + 1;
        }

        _text.Append(text);
    }

    /// <summary>An open block or indentation.</summary>
    internal readonly struct Scope(IndentedWriter writer, string? close) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (close is not null)
                writer.Line(close);
        }
    }
}
