using System.Text;

namespace CoroGen.Generator.Emission;

/// <summary>Writes C# line by line, indented by block: <c>using (writer.Block("class C")) writer.Line("int x;");</c></summary>
internal sealed class IndentedWriter
{
    private const int IndentSize = 4;
    private readonly StringBuilder _text = new();
    private char[] _line = new char[200];
    private int _length;
    private int _depth;

    /// <summary>How many lines are written.</summary>
    public int LineNumber { get; private set; }

    /// <summary>Where in its line the next text begins.</summary>
    public int Column => _length == 0 ? _depth * IndentSize : _length;

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
        if (_length == 0)
            Blanks(_depth);
        Append(text);
    }

    /// <summary>Goes on in a line of its own, unless nothing but blanks is in this one.</summary>
    public void BreakLine()
    {
        var end = _length;
        while (end > 0 && _line[end - 1] == ' ')
            end--;
        if (end == 0 && _length > 0)
            return;
        _length = end;
        if (end > 0)
            Append("\n");
        Blanks(end == 0 ? _depth : _depth + 1);
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
        if (_length > 0)
            BreakLine();
        _text.Append(text).Append('\n');
        LineNumber++;
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

    public override string ToString() => _text.ToString() + new string(_line, 0, _length);

    private void Append(string text)
    {
        var start = 0;
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', start))
        {
            _text.Append(_line, 0, _length).Append(text, start, end + 1 - start);
            _length = 0;
            LineNumber++;
            start = end + 1;
        }

        var rest = text.Length - start;
        var place = Extend(rest);
        text.CopyTo(start, _line, place, rest);
    }

    private void Blanks(int levels)
    {
        for (var at = Extend(levels * IndentSize); at < _length; at++)
            _line[at] = ' ';
    }

    /// <summary>Makes the line longer.</summary>
    /// <returns>Where it ended.</returns>
    private int Extend(int count)
    {
        var end = _length;
        _length += count;
        if (_line.Length < _length)
            Array.Resize(ref _line, _length * 2);
        return end;
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
