namespace CoroGen.Generator.Tests.Conformance;

/// <summary>One row of the table: a form and the tests that hold it.</summary>
/// <param name="Code">The form as a sketch in C#; empty when words alone say it.</param>
/// <param name="Words">What is to be said of it.</param>
/// <param name="Tests">The tests, as <c>Class.Method</c>.</param>
internal sealed record Form(string Code, string Words, IReadOnlyList<string> Tests)
{
    public override string ToString() => $"{Code} {Words}".Trim();
}

/// <summary>A heading and the forms below it.</summary>
internal sealed record Section(string Title, IReadOnlyList<Form> Forms);
