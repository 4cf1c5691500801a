using CoroGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoroGen.Generator.Lowering.Rendering;

/// <summary>
/// Writes a node as generated code: token by token as the user wrote it, except for what <see cref="Substitutions"/> knows to write otherwise.
/// Directives are dropped; they may be halves of pairs.
/// </summary>
internal sealed class Renderer
{
    private readonly Substitutions _substitutions;
    private readonly List<(TextSpan Place, int Start, FragmentBuilder Text)> _openPlaces = [];
    private SyntaxToken _first;
    private SyntaxToken _last;

    public Renderer(LoweringContext context)
    {
        Context = context;
        _substitutions = new Substitutions(this);
    }

    public LoweringContext Context { get; }

    public FragmentBuilder Text { get; private set; } = new();

    /// <summary>The node that is being written.</summary>
    public SyntaxNode Root { get; private set; } = null!;

    /// <summary>Functions that are open: jumps inside them are their own.</summary>
    public int FunctionDepth { get; private set; }

    /// <summary>Lambdas and query clauses that are open: what they capture is reached through copies.</summary>
    public int DelegateDepth { get; private set; }

    /// <summary>Whether a variable of the coroutine is assigned.</summary>
    public bool Writes { get; set; }

    public Fragment Render(SyntaxNode root)
    {
        Root = root;
        (_first, _last) = (root.GetFirstToken(includeZeroWidth: true), root.GetLastToken(includeZeroWidth: true));
        WriteRoot(root);
        return Text.Build();
    }

    /// <summary>A part of the root on its own, without the blanks round it; what is conditional is judged from the whole root.</summary>
    public Fragment RenderPart(SyntaxNode part)
    {
        var (text, first, last) = (Text, _first, _last);
        Text = new FragmentBuilder();
        (_first, _last) = (part.GetFirstToken(includeZeroWidth: true), part.GetLastToken(includeZeroWidth: true));
        Write(part);
        var rendered = Text.Build();
        (Text, _first, _last) = (text, first, last);
        return rendered;
    }

    /// <summary>Writes a part of the root.</summary>
    public void Write(SyntaxNode node)
    {
        if (Context.Replacements.TryGetValue(node, out var value))
            WriteReplacement(node, value);
        else if (!_substitutions.TryWrite(node))
            WriteChildren(node);
    }

    public void WriteChildren(SyntaxNode node)
    {
        var isFunction = node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;
        FunctionDepth += isFunction ? 1 : 0;
        foreach (var child in node.ChildNodesAndTokens())
        {
            if (child.IsToken)
                WriteToken(child.AsToken());
            else
                WriteChild(node, child.AsNode()!);
        }

        FunctionDepth -= isFunction ? 1 : 0;
    }

    /// <summary>A part of a local function that becomes a member.</summary>
    public Fragment RenderFunctionPart(LocalFunctionStatementSyntax function, SyntaxNode part)
    {
        Root = function;
        FunctionDepth++;
        var rendered = RenderPart(part);
        FunctionDepth--;
        return rendered;
    }

    /// <summary>Writes a part of a local function.</summary>
    public void WriteFunctionPart(LocalFunctionStatementSyntax function, SyntaxNode part)
    {
        FunctionDepth++;
        WriteChild(function, part);
        FunctionDepth--;
    }

    public void WriteToken(SyntaxToken token)
    {
        if (token != _first)
            WriteTrivia(token.LeadingTrivia);
        OpenPlace(token);
        Text.AppendLiteral(token.Text);
        ClosePlace(token);
        if (token != _last)
            WriteTrivia(token.TrailingTrivia);
    }

    /// <summary>Writes the blanks and comments round a node that is written otherwise.</summary>
    public void Around(SyntaxNode node, Action write)
    {
        if (node.GetFirstToken() is var first && first != _first)
            WriteTrivia(first.LeadingTrivia);
        var last = node.GetLastToken();
        OpenPlace(first);
        write();
        ClosePlace(last);
        if (last != _last)
            WriteTrivia(last.TrailingTrivia);
    }

    /// <summary>A debugger can stop at a place that begins with that token.</summary>
    private void OpenPlace(SyntaxToken token)
    {
        if (Context.Places.Begins(token.SpanStart, out var place) && !_openPlaces.Any(open => open.Place == place))
            _openPlaces.Add((place, Text.Length, Text));
    }

    private void ClosePlace(SyntaxToken token)
    {
        var index = _openPlaces.FindLastIndex(open => open.Place.End == token.Span.End && open.Text == Text);
        if (index < 0)
            return;
        Text.AddPlace(_openPlaces[index].Start, Context.Places.SpanOf(_openPlaces[index].Place));
        _openPlaces.RemoveRange(index, _openPlaces.Count - index);
    }

    private void WriteRoot(SyntaxNode root)
    {
        if (!_substitutions.TryWrite(root))
            WriteChildren(root);
    }

    private void WriteChild(SyntaxNode parent, SyntaxNode child)
    {
        var isDelegate = DeferredCode.BecomesDelegate(child, parent) || Context.Deferred.Contains(parent);
        DelegateDepth += isDelegate ? 1 : 0;
        Write(child);
        DelegateDepth -= isDelegate ? 1 : 0;
    }

    private void WriteReplacement(SyntaxNode node, Fragment value) => Around(node, () =>
    {
        // In a hole of an interpolated string a colon would begin the format.
        var needsParentheses = node.Parent is InterpolationSyntax && value.Text.Contains(':');
        var (open, close) = needsParentheses ? ("(", ")") : BlanksFor(node);
        Text.AppendLiteral(open);
        if (node.Parent is ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword })
            Text.AppendOut(value);
        else
            Text.AppendFormatted(value);
        Text.AppendLiteral(close);
    });

    /// <summary>Parentheses that are not needed any more may have kept words apart: <c>return(x)</c>, <c>(x)with { … }</c>.</summary>
    private static (string Before, string After) BlanksFor(SyntaxNode node)
    {
        if (node is not ParenthesizedExpressionSyntax inner)
            return ("", "");
        var (previous, next) = (inner.OpenParenToken.GetPreviousToken(), inner.CloseParenToken.GetNextToken());
        return (
            previous.Span.End == inner.SpanStart && SyntaxFacts.IsIdentifierPartCharacter(previous.Text.LastOrDefault()) ? " " : "",
            next.SpanStart == inner.Span.End && SyntaxFacts.IsIdentifierPartCharacter(next.Text.FirstOrDefault()) ? " " : "");
    }

    private void WriteTrivia(SyntaxTriviaList trivia)
    {
        foreach (var item in trivia)
        {
            if (!item.HasStructure && !item.IsKind(SyntaxKind.DisabledTextTrivia))
                Text.AppendLiteral(item.ToString());
        }
    }
}
