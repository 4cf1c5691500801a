using CoroGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CoroGen.Generator.Lowering;

/// <summary>The places of a body where a debugger can stop, and which of them the next code stands for. Each is shown once.</summary>
internal sealed class SourcePlaces(SyntaxNodes body)
{
    private readonly Dictionary<int, TextSpan> _points = SequencePoints.In(body);
    private readonly SourceText _text = body.Text;

    /// <summary>The place that the next code stands for, or null.</summary>
    public SourceSpan? Next { get; private set; }

    /// <summary>The place that the code before stands for.</summary>
    public TextSpan Last { get; private set; }

    /// <summary>Its text, as far as it fits in a comment.</summary>
    public string LastText => _text.ToString(TextSpan.FromBounds(Last.Start, Math.Min(Last.End, _text.Lines.GetLineFromPosition(Last.Start).End)));

    /// <summary>The user's text there.</summary>
    public string TextOf(TextSpan span) => _text.ToString(span);

    public void Set(TextSpan place)
    {
        Last = place;
        Next = Claim(place);
    }

    public SourceSpan? Take()
    {
        var place = Next;
        Next = null;
        return place;
    }

    /// <summary>Whether a place begins there that copied code has to show by itself.</summary>
    public bool Begins(int position, out TextSpan place) => _points.TryGetValue(position, out place);

    /// <summary>A place that the caller shows.</summary>
    public SourceSpan Claim(TextSpan place)
    {
        _points.Remove(place.Start);
        return SpanOf(place);
    }

    public SourceSpan SpanOf(TextSpan span)
    {
        var (start, end) = (_text.Lines.GetLinePosition(span.Start), _text.Lines.GetLinePosition(span.End));
        return new SourceSpan(start.Line, start.Character, end.Line, end.Character);
    }
}
