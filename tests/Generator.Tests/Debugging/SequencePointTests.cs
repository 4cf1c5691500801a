using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator.Tests.Debugging;

/// <summary>
/// A debugger stops in the resume method where it stops in the method as written, once, and nowhere else. The one exception: the closing brace of a function
/// with a result, for <c>return</c> has left it.
/// </summary>
public sealed partial class SequencePointTests
{
    private static readonly Dictionary<(LanguageVersion, OptimizationLevel), DebugInformation> s_compiled = [];

    public static TheoryData<string> Methods => [.. Coroutine().Matches(DebuggedSource.Text).Select(match => match.Groups[1].Value)];

    [Theory, MemberData(nameof(Methods))]
    public void Each_place_is_shown_once_and_all_else_is_hidden(string method)
    {
        var (written, lowered) = Places(method);
        Assert.Equal(written.Distinct(), lowered.Distinct());
        Assert.All(lowered.GroupBy(place => place), same => Assert.InRange(same.Count(), 1, written.Count(place => place == same.Key)));
    }

    [Theory, MemberData(nameof(Methods))]
    public void The_first_language_version_that_tells_columns_does(string method)
    {
        var (written, lowered) = Places(method, LanguageVersion.CSharp10);
        Assert.Equal(written.Distinct(), lowered.Distinct());
    }

    [Theory, MemberData(nameof(Methods))]
    public void An_older_language_version_tells_the_lines(string method)
    {
        var (written, lowered) = Places(method, LanguageVersion.CSharp9);
        Assert.Equal(written.Select(place => place.Line).Distinct(), lowered.Select(place => place.Line).Distinct());
    }

    [Theory, MemberData(nameof(Methods))]
    public void A_release_build_shows_the_statements(string method)
    {
        var (written, lowered) = Places(method, optimization: OptimizationLevel.Release);
        Assert.DoesNotContain(written, place => place.Text is not ("{" or "}") && !lowered.Contains(place));
    }

    [Theory, MemberData(nameof(Methods))]
    public void Locals_keep_their_names(string method) => Assert.Empty(Compiled().WrittenLocals(method).Except(Compiled().LoweredLocals(method)));

    [Fact]
    public void Locals_are_there_to_be_seen() => Assert.Equal(["a", "b", "before", "c"], Compiled().WrittenLocals("Straight"));

    private static (List<Place> Written, List<Place> Lowered) Places(
        string method, LanguageVersion version = LanguageVersion.Preview, OptimizationLevel optimization = OptimizationLevel.Debug)
    {
        var compiled = Compiled(version, optimization);
        var lowered = compiled.LoweredPlaces(method).ToList();
        return ([.. compiled.WrittenPlaces(method).Where(place => lowered.Contains(place) || !compiled.ClosingBraces.Contains(place))], lowered);
    }

    private static DebugInformation Compiled(LanguageVersion version = LanguageVersion.Preview, OptimizationLevel optimization = OptimizationLevel.Debug)
    {
        lock (s_compiled)
        {
            if (!s_compiled.TryGetValue((version, optimization), out var compiled))
                s_compiled.Add((version, optimization), compiled = new DebugInformation(DebuggedSource.Text, version, optimization));
            return compiled;
        }
    }

    [GeneratedRegex(@"\[Coroutine\]\s+(?:public|private) (?:static )?\w+ (\w+)\(Co co")]
    private static partial Regex Coroutine();
}
