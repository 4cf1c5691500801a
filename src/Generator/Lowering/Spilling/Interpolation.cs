using CoroGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// Holes are formatted one after the other, as plain C# does:
/// <code>
/// $"{a} and {S(co)}!"
/// becomes
/// t1 = $"{a} and ";
/// t2 = S(co);
/// $"{t1}{t2}!"
/// </code>
/// A formattable string keeps its values unformatted: it is an ordinary sequence of operands. For what a handler of the user's takes see
/// <see cref="StringHandler"/>.
/// </summary>
internal static class Interpolation
{
    public static Fragment Lower(InterpolatedStringExpressionSyntax text, LoweringContext context)
    {
        var holes = text.Contents.OfType<InterpolationSyntax>().ToList();
        var type = context.Model.GetTypeInfo(text).ConvertedType;
        if (type?.SpecialType is SpecialType.System_String or SpecialType.System_Object)
            return LowerString(text, holes, context);
        if (type?.ToDisplayString() is "System.FormattableString" or "System.IFormattable")
        {
            Operands.Evaluate([.. holes.Select(h => new Operand(h.Expression, OperandKind.Value))], context);
            return context.Render(text);
        }

        return StringHandler.TryLower(text, context) ?? ExpressionLowering.Refuse(text, context, "make the string before, into a local");
    }

    public static bool IsRaw(InterpolatedStringExpressionSyntax text) => text.StringStartToken.Text.EndsWith("\"\"\"", StringComparison.Ordinal);

    private static Fragment LowerString(InterpolatedStringExpressionSyntax text, List<InterpolationSyntax> holes, LoweringContext context)
    {
        var last = holes.FindLastIndex(context.Suspends);
        Fragment? before = null;
        var from = 0;
        for (var i = 0; i <= last; i++)
        {
            if (!context.Suspends(holes[i].Expression))
                continue;
            var position = text.Contents.IndexOf(holes[i]);
            if (position > from)
                before = Prefix(text, from, position, before, context);
            context.Replacements[holes[i].Expression] = ExpressionLowering.Lower(holes[i].Expression, context);
            from = position;
        }

        return Compose(text, from, text.Contents.Count, before, context);
    }

    /// <summary>The text up to a suspension, as a string.</summary>
    private static Fragment Prefix(InterpolatedStringExpressionSyntax text, int from, int to, Fragment? before, LoweringContext context)
    {
        var composed = Compose(text, from, to, before, context);
        return Operand.Store(composed, context.Model.Compilation.GetSpecialType(SpecialType.System_String), text, context);
    }

    private static Fragment Compose(InterpolatedStringExpressionSyntax text, int from, int to, Fragment? before, LoweringContext context)
    {
        var composed = new FragmentBuilder();
        composed.AppendLiteral(text.StringStartToken.Text);
        if (before is not null)
        {
            var braces = Braces(text);
            composed.AppendLiteral(Indentation(text) + new string('{', braces));
            composed.AppendFormatted(before);
            composed.AppendLiteral(new string('}', braces));
        }

        foreach (var part in text.Contents.Skip(from).Take(to - from))
        {
            if (part is InterpolatedStringTextSyntax literal)
                composed.AppendLiteral(literal.TextToken.Text);
            else
                composed.AppendFormatted(context.Render(part));
        }

        composed.AppendLiteral(text.StringEndToken.Text);
        return composed.Build();
    }

    /// <summary>What each line of a raw string of several lines begins with: as many blanks as its last one.</summary>
    private static string Indentation(InterpolatedStringExpressionSyntax text)
    {
        var end = text.StringEndToken.Text;
        var line = end.LastIndexOf('\n') + 1;
        return end.Substring(line, end.IndexOf('"') - line);
    }

    /// <summary>How many braces open a hole: as many as there are dollars in front of a raw string.</summary>
    private static int Braces(InterpolatedStringExpressionSyntax text) =>
        IsRaw(text) ? text.StringStartToken.Text.Count(c => c == '$') : 1;
}
