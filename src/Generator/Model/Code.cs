namespace CoroGen.Generator.Model;

/// <summary>A place in the user's file, 0-based, end exclusive, for <c>#line</c>.</summary>
internal sealed record SourceSpan(int StartLine, int StartCharacter, int EndLine, int EndCharacter);

/// <summary>One node of a lowered body, as text.</summary>
internal abstract record Code;

/// <summary>A statement.</summary>
/// <param name="Code">The statement.</param>
/// <param name="Copies">Scope objects that a lambda in the text captures: each is copied to a local of the statement's own block.</param>
/// <param name="Overflow">The user's own <c>checked</c> or <c>unchecked</c> that the text stands in, or null.</param>
internal sealed record StatementCode(PlacedText Code, EquatableArray<CopyCode> Copies, string? Overflow) : Code;

/// <summary><c>var Copy = Original;</c></summary>
internal sealed record CopyCode(string Copy, string Original);

/// <summary>A label.</summary>
internal sealed record LabelCode(string Name) : Code;

/// <summary>A suspension point and its resume point.</summary>
/// <param name="State">Its state.</param>
/// <param name="Call"><c>if (call)</c>: the call by the plain-call protocol, and whether it completed.</param>
/// <param name="Result">Where the result goes, <c>_</c> when it is not wanted, or null for <c>void</c>.</param>
/// <param name="ResultType">The result's type, empty when it has no name and is that of <paramref name="Result"/>, or null for <c>void</c>.</param>
/// <param name="Saved">The variables to store.</param>
/// <param name="Released">Those of them whose fields are cleared once they are loaded.</param>
/// <param name="Copies">Scope objects that a lambda in the call captures.</param>
/// <param name="Overflow">The user's own <c>checked</c> or <c>unchecked</c> that it stands in, or null.</param>
internal sealed record SuspendCode(
    int State,
    PlacedText Call,
    string? Result,
    string? ResultType,
    EquatableArray<string> Saved,
    EquatableArray<string> Released,
    EquatableArray<CopyCode> Copies,
    string? Overflow) : Code;

/// <summary>A <c>try</c> that is entered again to resume inside it.</summary>
/// <param name="Number">Its number, which names its label.</param>
/// <param name="Body">What it protects.</param>
/// <param name="Handlers">Its <c>catch</c> clauses.</param>
/// <param name="Finally">Its <c>finally</c>, or null.</param>
internal sealed record TryCode(
    int Number,
    EquatableArray<Code> Body,
    EquatableArray<HandlerCode> Handlers,
    BlockCode? Finally) : Code
{
    /// <summary>The suspensions inside, at any depth.</summary>
    public IEnumerable<SuspendCode> Suspensions => SuspensionsIn(Body);

    public static IEnumerable<SuspendCode> SuspensionsIn(IEnumerable<Code> code) => code.SelectMany(node => node switch
    {
        SuspendCode suspension => [suspension],
        TryCode inner => inner.Suspensions,
        _ => Enumerable.Empty<SuspendCode>(),
    });
}

/// <summary>A <c>catch</c> clause.</summary>
/// <param name="Head"><c>catch (E e) when (…)</c>.</param>
/// <param name="Block">Its block.</param>
internal sealed record HandlerCode(PlacedText Head, BlockCode Block);

/// <summary>The block of a <c>catch</c> or <c>finally</c>, without a suspension.</summary>
/// <param name="Code">Its text: one block with braces, or statements.</param>
/// <param name="Copies">Scope objects that a lambda in the text captures.</param>
internal sealed record BlockCode(PlacedText Code, EquatableArray<CopyCode> Copies);
