using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator.Tests.Lowering;

/// <summary>The table decides what may suspend inside what: nothing of the language is missing in it.</summary>
public sealed class SupportTableTests
{
    private static readonly string[] Endings = ["Expression", "Statement", "Pattern"];

    public static TheoryData<SyntaxKind> Forms =>
        [.. Enum.GetValues<SyntaxKind>().Distinct().Where(kind => Endings.Any(e => kind.ToString().EndsWith(e, StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_of_the_language_is_in_the_table(SyntaxKind kind) => Assert.Contains(kind, SupportTable.Kinds);

    [Fact]
    public void A_form_of_a_later_language_is_refused() => Assert.IsType<Support.Refused>(SupportTable.Of((SyntaxKind)short.MaxValue));
}
