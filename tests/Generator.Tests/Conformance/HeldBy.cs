using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Tests.Conformance;

/// <summary>A test that holds a form: what it says of it is read from its source.</summary>
internal abstract record HeldBy(string Name, string Path)
{
    /// <summary>The rules by which the test says that the form is refused; none when it runs.</summary>
    /// <param name="sketch">The form, or null when words alone say it.</param>
    /// <returns>Null when the form does not occur in the test.</returns>
    public abstract IReadOnlyCollection<string>? RefusedBy(Sketch? sketch);
}

/// <summary>A test that runs the form, or compiles it. What it uses of its own files belongs to it, and so do its sources.</summary>
internal sealed record RunningTest(string Name, string Path, SyntaxNode Method, IReadOnlyList<MarkedSource> Sources, ILookup<string, SyntaxNode> Neighbours) : HeldBy(Name, Path)
{
    public override IReadOnlyCollection<string>? RefusedBy(Sketch? sketch) => sketch is null || Code().Any(sketch.OccursIn) || Sources.Any(source => source.Has(sketch)) ? [] : null;

    private HashSet<SyntaxNode> Code()
    {
        var code = new HashSet<SyntaxNode> { Method };
        var open = new Queue<SyntaxNode>(code);
        while (open.TryDequeue(out var node))
        {
            foreach (var used in node.DescendantNodes().OfType<SimpleNameSyntax>().SelectMany(name => Neighbours[name.Identifier.Text]).Where(code.Add))
                open.Enqueue(used);
        }

        return code;
    }
}

/// <summary>A test that expects diagnostics: its sources are the strings in it, with marks as <c>{|CORO015:…|}</c>.</summary>
internal sealed record RefusalTest(string Name, string Path, IReadOnlyList<MarkedSource> Sources) : HeldBy(Name, Path)
{
    public override IReadOnlyCollection<string>? RefusedBy(Sketch? sketch)
    {
        var found = Sources.Where(source => source.Rules.Count > 0 && (sketch is null || source.Has(sketch))).ToList();
        return found.Count == 0 ? null : [.. found.SelectMany(source => source.Rules).Distinct()];
    }
}
