using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Tests.Incremental;

/// <summary>Models are text and numbers: a symbol, node or location in one would keep a whole compilation alive, and never equal the next one's.</summary>
public sealed class ModelTests
{
    private static readonly Type[] Forbidden =
        [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Location), typeof(Compilation), typeof(SemanticModel), typeof(AttributeData), typeof(Diagnostic)];

    private readonly IncrementalRun _run = new(Robustness.RichSource.Text);

    [Theory]
    [InlineData(WellKnownTrackingNames.Signatures)]
    [InlineData(WellKnownTrackingNames.Stubs)]
    [InlineData(WellKnownTrackingNames.HintNames)]
    [InlineData(WellKnownTrackingNames.Methods)]
    [InlineData(WellKnownTrackingNames.Files)]
    public void No_model_holds_a_symbol_node_or_location(string step)
    {
        Assert.NotEmpty(_run.Outputs(step));
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (value, _) in _run.Outputs(step))
            Walk(value, value.GetType().Name, seen);
    }

    [Theory]
    [InlineData(WellKnownTrackingNames.Signatures)]
    [InlineData(WellKnownTrackingNames.Methods)]
    [InlineData(WellKnownTrackingNames.Files)]
    public void Models_of_equal_sources_are_equal(string step)
    {
        var again = new IncrementalRun(Robustness.RichSource.Text);

        Assert.Equal(again.Outputs(step).Select(output => output.Value), _run.Outputs(step).Select(output => output.Value));
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value))
            return;
        Assert.False(Forbidden.Any(type => type.IsInstanceOfType(value)), $"{path} is a {value.GetType()}");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Walk(item, path + "[]", seen);
        }

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
        }
    }
}
