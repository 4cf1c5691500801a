using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Tests.Conformance;

/// <summary>The tests that may hold a form, found by <c>Class.Method</c> in the sources of the test projects.</summary>
internal sealed class TestSources
{
    private const string RefusalTests = "tests/Analyzers.Tests";
    private static readonly string[] s_folders = ["tests/Execution.Tests", "tests/Generator.Tests", "tests/Runtime.Tests", RefusalTests];

    /// <summary>The parts of a class, each with the file that it stands in.</summary>
    private readonly ILookup<string, (string Path, TypeDeclarationSyntax Type)> _classes;

    public TestSources() => _classes = s_folders.SelectMany(Repository.Sources)
        .SelectMany(path => Parse(path).DescendantNodes().OfType<TypeDeclarationSyntax>().Where(type => type.Parent is BaseNamespaceDeclarationSyntax).Select(type => (path, type)))
        .ToLookup(part => part.type.Identifier.Text);

    /// <summary>The test, or null when there is none of that name.</summary>
    public HeldBy? Find(string name)
    {
        var (type, method) = name.Split('.') is [var first, var second] ? (first, second) : throw new FormatException($"'{name}' is no 'Class.Method'");
        foreach (var (path, part) in _classes[type])
        {
            if (part.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(member => member.Identifier.Text == method && IsTest(member)) is { } found)
                return path.StartsWith(RefusalTests, StringComparison.Ordinal) ? new RefusalTest(name, path, [.. Strings(found)]) : new RunningTest(name, path, found, [.. Strings(found)], Neighbours(type));
        }

        return null;
    }

    private ILookup<string, SyntaxNode> Neighbours(string type) => _classes[type]
        .SelectMany(part => part.Type.SyntaxTree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>())
        .ToLookup(NameOf, SyntaxNode (member) => member);

    private static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => "",
    };

    private static IEnumerable<MarkedSource> Strings(MethodDeclarationSyntax test) => test.DescendantNodes()
        .OfType<LiteralExpressionSyntax>()
        .Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression))
        .Select(literal => new MarkedSource(literal.Token.ValueText));

    /// <summary>A body that is run in both executions, or a test of xUnit's.</summary>
    private static bool IsTest(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "Fact" or "Theory")
        || method.ParameterList.Parameters.Select(parameter => parameter.Type?.ToString()).SequenceEqual(["Co", "Trace"]);

    private static SyntaxNode Parse(string path) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.Full(path)), Harness.Sources.Preview, path).GetRoot();
}
