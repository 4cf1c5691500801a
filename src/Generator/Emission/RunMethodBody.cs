using CoroGen.Generator.Model;

namespace CoroGen.Generator.Emission;

/// <summary>The body of a resume method: its locals, the way to the resume points, and the lowered code.</summary>
internal sealed class RunMethodBody(IndentedWriter writer, StateMachineModel machine)
{
    private readonly FrameCode _frame = new(writer, machine);
    private readonly LineDirectives _lines = new(writer, machine.File, machine.SpanLines);

    public void Emit()
    {
        var locals = _frame.Locals().Concat(machine.Locals).ToList();
        foreach (var local in locals)
            writer.Line(local);
        if (locals.Count > 0)
            writer.Line();
        _frame.Enter();
        EmitAll(machine.Body, Nesting.None);
    }

    /// <summary>Writes all code of a block.</summary>
    private void EmitAll(EquatableArray<Code> code, Nesting nesting)
    {
        var written = code.Where(node => node is not StatementCode { Code.Text: "" }).ToList();
        for (var i = 0; i < written.Count; i++)
            Emit(written[i], nesting, isLast: i == written.Count - 1);
        _lines.Hide();
    }

    private void Emit(Code code, Nesting nesting, bool isLast)
    {
        switch (code)
        {
            case StatementCode statement:
                Statement(statement.Code, statement.Copies, statement.Overflow);
                break;
            case LabelCode label:
                Label(label.Name, isLast);
                break;
            case SuspendCode suspension:
                Suspension(suspension, nesting);
                Label(GeneratedNames.DoneLabel(suspension.State), isLast);
                break;
            case TryCode node:
                Try(node, nesting);
                break;
        }
    }

    private void Label(string name, bool isLast)
    {
        _lines.Hide();
        writer.Label(name, isLast);
    }

    /// <summary>Writes a statement, in a block of its own when it stands in <c>checked</c> or <c>unchecked</c>, or needs copies of scope objects.</summary>
    private void Statement(PlacedText code, EquatableArray<CopyCode> copies, string? overflow, string plumbing = "")
    {
        if (copies.Count == 0 && overflow is null)
        {
            Write(code, plumbing);
            return;
        }

        _lines.Hide();
        using (writer.Block(overflow))
        {
            Copies(copies);
            Write(code, plumbing);
            _lines.Hide();
        }
    }

    /// <summary>Writes a text, and what of its statement is nobody's.</summary>
    private void Write(PlacedText code, string plumbing)
    {
        _lines.Write(code);
        if (plumbing.Length == 0)
            return;
        _lines.Hide();
        using (writer.Indent())
            writer.Line(plumbing);
    }

    private void Copies(EquatableArray<CopyCode> copies)
    {
        foreach (var copy in copies)
            writer.Line($"var {copy.Copy} = {copy.Original};");
    }

    private void Suspension(SuspendCode suspension, Nesting nesting)
    {
        var done = GeneratedNames.DoneLabel(suspension.State);
        Statement(suspension.Call, suspension.Copies, suspension.Overflow, plumbing: $"goto {done};");
        _lines.Hide();
        _frame.Suspend(suspension, nesting.UnderFinally);
        writer.Label(GeneratedNames.ResumeLabel(suspension.State));
        if (nesting.InTry)
            writer.Line($"{GeneratedNames.State} = {GeneratedNames.StartState};");
        writer.Line(_frame.End(suspension));
    }

    private void Try(TryCode node, Nesting outer)
    {
        var suspends = node.Suspensions.Any();
        var isGuarded = suspends && node.Finally is not null;
        if (suspends)
            Label(GeneratedNames.TryLabel(node.Number), isLast: false);
        _lines.Hide();
        using (writer.Block("try"))
        {
            if (suspends)
                _frame.DispatchInside(node);
            EmitAll(node.Body, new Nesting(InTry: true, UnderFinally: isGuarded || outer.UnderFinally));
        }

        foreach (var handler in node.Handlers)
            Handler(handler);
        if (node.Finally is { } last)
            Finally(last, isGuarded);
    }

    private void Handler(HandlerCode handler)
    {
        _lines.Write(handler.Head);
        Block(handler.Block);
    }

    private void Finally(BlockCode last, bool isGuarded)
    {
        _lines.Hide();
        if (!isGuarded)
        {
            writer.Line("finally");
            Block(last);
            return;
        }

        using (writer.Block("finally"))
        {
            writer.Line($"if (!{GeneratedNames.Suspended})");
            if (!IsStatement(last))
            {
                Block(last);
                return;
            }

            using (writer.Indent())
                Text(last);
        }
    }

    private void Block(BlockCode block)
    {
        if (IsBlock(block))
        {
            Text(block);
            return;
        }

        _lines.Hide();
        using (writer.Block())
        {
            Copies(block.Copies);
            Text(block);
        }
    }

    private void Text(BlockCode block)
    {
        _lines.Write(block.Code);
        _lines.Hide();
    }

    private static bool IsBlock(BlockCode block) => block.Copies.Count == 0 && block.Code.Text.StartsWith("{", StringComparison.Ordinal);

    /// <summary>Whether the text is a single statement without braces, as disposals are.</summary>
    private static bool IsStatement(BlockCode block) =>
        block.Copies.Count == 0 && block.Code.Text.IndexOfAny(['{', '\n']) < 0 && block.Code.Text.IndexOf(';') == block.Code.Text.Length - 1;

    /// <summary>What stands round a piece of code.</summary>
    /// <param name="InTry">Whether a <c>try</c> does.</param>
    /// <param name="UnderFinally">Whether a <c>finally</c> does that must not run at a suspension.</param>
    private sealed record Nesting(bool InTry, bool UnderFinally)
    {
        public static readonly Nesting None = new(false, false);
    }
}
