using System.Text;

namespace CoroGen.Fuzz.Programs;

/// <summary>Which expressions are printed as suspensions.</summary>
public enum Marking
{
    /// <summary>Those that are marked; all others stand bare.</summary>
    AsMarked,

    /// <summary>None; each that could be one goes through a plain call instead, so that both programs have the same form.</summary>
    None,

    /// <summary>Each that can.</summary>
    All,
}

/// <summary>Prints a program as C#.</summary>
public sealed class Printer(Marking marking)
{
    private readonly StringBuilder _text = new();

    /// <param name="program">The program.</param>
    /// <param name="marking">What suspends.</param>
    /// <param name="suffix">Tells apart the classes of one program's variants.</param>
    public static string Print(GeneratedProgram program, Marking marking, string suffix = "")
    {
        var members = string.Concat(program.Members.Select(member => Print(member, marking) + "\n"));
        return $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using CoroGen;
            using CoroGen.Fuzz.World;
            #nullable disable
            public static partial class {{program.Name}}{{suffix}}
            {
            {{members}}
            }
            """;
    }

    public static string Print(Node node, Marking marking)
    {
        var printer = new Printer(marking);
        printer.Append(node, Hole.Converted);
        return printer._text.ToString();
    }

    private void Append(Node node, Hole hole)
    {
        switch (node)
        {
            case Block block:
                Append(block);
                break;
            case Expression expression:
                _text.Append(Text(expression, hole));
                break;
            case Form form:
                Append(form.Text);
                break;
        }
    }

    private void Append(Block block)
    {
        _text.Append(block.HasBraces ? "\n{\n" : "\n");
        foreach (var statement in block.Statements)
        {
            Append(statement.Text);
            _text.Append('\n');
        }

        _text.Append(block.HasBraces ? "}\n" : "");
    }

    private void Append(Template template)
    {
        foreach (var part in template.Parts)
        {
            if (part.Node is null)
                _text.Append(part.Text);
            else
                Append(part.Node, part.Hole);
        }
    }

    private string Text(Expression expression, Hole hole)
    {
        var inner = new Printer(marking);
        inner.Append(expression.Text);
        var text = inner._text.ToString();
        var argument = expression.IsExact ? "" : $"<{expression.Type}>";
        return (expression.CanSuspend && (hole != Hole.Late || expression.IsMarked), expression.IsMarked, marking) switch
        {
            (_, true, Marking.AsMarked) or (true, _, Marking.All) => $"t.S{argument}(co, {text})",
            (true, _, Marking.None) => $"t.I{argument}({text})",
            _ => hole == Hole.Converted ? text : OfOwnType(expression, text, hole),
        };
    }

    private static string OfOwnType(Expression expression, string text, Hole hole)
    {
        var operand = expression.IsPrimary || IsPrimary(text) ? text : $"({text})";
        return (expression.IsExact, hole) switch
        {
            (false, Hole.Operand) => $"(({expression.Type}){operand})",
            (false, _) => $"({expression.Type}){operand}",
            (true, Hole.Operand) => operand,
            _ => text,
        };
    }

    /// <summary>Whether nothing can come between it and the operator beside it: no blank or operator outside of brackets and quotes.</summary>
    private static bool IsPrimary(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"')
                i = text.IndexOf('"', i + 1);
            else if (c is '(' or '[' or '{' or '<' && depth > 0)
                depth++;
            else if (c is ')' or ']' or '}' or '>' && depth > 0)
                depth--;
            else if (depth == 0 && !char.IsLetterOrDigit(c) && c is not ('_' or '.'))
                return false;
            if (i < 0)
                return false;
            if (depth == 0 && text[0] == '(' && c == ')' && i + 1 < text.Length && text[i + 1] is not ('.' or '[' or '('))
                return false;
        }

        return text.Length > 0;
    }
}
