using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Fuzz.Oracles;

/// <summary>Which fields of a frame each resume point loads, read from the generated text. All others are dead while the frame waits there.</summary>
internal sealed partial class LiveFields
{
    private readonly Dictionary<(string Frame, int State), HashSet<string>> _loaded = [];

    public static LiveFields Of(GeneratorRunResult result)
    {
        var fields = new LiveFields();
        foreach (var source in result.GeneratedSources)
            fields.Add(source.SyntaxTree.GetRoot());
        return fields;
    }

    /// <summary>The names of the fields, or null when nothing is known of that frame.</summary>
    /// <param name="frame">Its class, by the path of nested types.</param>
    /// <param name="state">Where it resumes.</param>
    public IReadOnlySet<string>? At(string frame, int state) => _loaded.GetValueOrDefault((frame, state));

    private void Add(SyntaxNode root)
    {
        foreach (var frame in root.DescendantNodes().OfType<ClassDeclarationSyntax>().Where(c => c.Identifier.Text.EndsWith("__Frame", StringComparison.Ordinal)))
        {
            var path = string.Join('+', frame.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Reverse().Select(Name));
            var always = Mentioned(frame.Members.OfType<MethodDeclarationSyntax>().Single(m => m.Identifier.Text == "Resume"));
            foreach (var section in DispatchTo(frame)?.Sections ?? [])
            {
                foreach (var label in section.Labels.OfType<CaseSwitchLabelSyntax>())
                    _loaded[(path, int.Parse(label.Value.ToString()))] = [.. always, .. Loaded(section)];
            }
        }
    }

    /// <summary>The switch by which the method of that frame goes on: a type has more than one where functions inside a coroutine are coroutines, too.</summary>
    private static SwitchStatementSyntax? DispatchTo(ClassDeclarationSyntax frame) => ((TypeDeclarationSyntax)frame.Parent!).Members.OfType<MethodDeclarationSyntax>()
        .Where(method => method.DescendantNodes().OfType<CastExpressionSyntax>().Any(cast => cast.Type is SimpleNameSyntax type && type.Identifier.Text == frame.Identifier.Text && cast.Expression.ToString() == "__frame"))
        .SelectMany(method => method.DescendantNodes().OfType<SwitchStatementSyntax>())
        .FirstOrDefault(statement => statement.Expression.ToString().Contains(".State(__f)", StringComparison.Ordinal));

    private static string Name(TypeDeclarationSyntax type) => type.Identifier.Text + (type.TypeParameterList is { } list ? "`" + list.Parameters.Count : "");

    private static IEnumerable<string> Loaded(SyntaxNode section) => FieldRead().Matches(section.ToString()).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Mentioned(SyntaxNode node) => Identifier().Matches(node.ToString()).Select(match => match.Value);

    [GeneratedRegex(@"= (?:\S+\.Cast\()?__f\.(\w+)[;,]")]
    private static partial Regex FieldRead();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Identifier();
}
