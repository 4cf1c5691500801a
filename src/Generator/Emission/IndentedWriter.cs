using System.Text;

namespace CoroGen.Generator.Emission;

/// <summary>Writes C# line by line, indented by block: <c>using (writer.Block("class C")) writer.Line("int x;");</c></summary>
internal sealed class IndentedWriter
{
    private const int IndentSize = 4;
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>How many blanks the next line begins with.</summary>
    public int Column => _depth * IndentSize;

    /// <summary>Writes one line, indented; an empty one without trailing blanks.</summary>
    public void Line(string text = "")
    {
        if (text.Length > 0)
            _text.Append(' ', Column).Append(text);
        _text.Append('\n');
    }

    /// <summary>Writes each line of a text, indented.</summary>
    public void Lines(string text)
    {
        foreach (var line in text.Replace("\r\n", "\n").TrimEnd('\n').Split('\n'))
            Line(line);
    }

    /// <summary>Writes a text exactly as it is, indenting its beginning only: the lines inside may belong to a string literal.</summary>
    public void Verbatim(string text) => Line(text);

    /// <summary>Writes a preprocessor directive, at the margin.</summary>
    public void Directive(string text) => _text.Append(text).Append('\n');

    /// <summary>Writes a label, one level out, and the empty statement that it needs at the end of a block.</summary>
    public void Label(string name, bool atEnd = false) => _text.Append(' ', Math.Max(0, _depth - 1) * IndentSize).Append(name).Append(atEnd ? ": ;\n" : ":\n");

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
