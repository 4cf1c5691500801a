using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Tests.Harness;

/// <summary>
/// The lowered body of one method, in a form that tests can hold: what the passes made of the user's statements, one a line, with each
/// suspension as <c>save a, b; suspend 1</c> and without the dispatch.
/// </summary>
internal static partial class LoweredBody
{
    private const string Before = """
        using System; using System.Collections.Generic; using CoroGen;
        partial class C
        {
            [Coroutine] static T S<T>(Co co, T value) { co.Yield(); return value; }
            static int F(params int[] values) => 0;
            int _field; int[] _array = []; C? _next; int P { get; set; }
            [Coroutine]
        """;

    public static string Of(string method)
    {
        var run = GeneratorRun.Of($"{Before} {method} }}");
        var body = Body(run, method);
        var statements = body.Statements.Where(s => s is not LocalDeclarationStatementSyntax && !IsDispatch(s));
        return string.Join("\n", statements.SelectMany(Lines));
    }

    /// <summary>The fields of the frame, without those for parameters and <c>this</c>.</summary>
    public static string Fields(string method)
    {
        var run = GeneratorRun.Of($"{Before} {method} }}");
        var frame = Tree(run, method).DescendantNodes().OfType<ClassDeclarationSyntax>().Single(c => c.Identifier.Text.EndsWith("__Frame", StringComparison.Ordinal));
        return string.Join(", ", frame.Members.OfType<FieldDeclarationSyntax>().Select(f => f.Declaration.Variables[0].Identifier.Text).Where(f => f != "Info"));
    }

    private static BlockSyntax Body(GeneratorRun run, string method) => Tree(run, method).DescendantNodes().OfType<MethodDeclarationSyntax>()
        .Single(m => m.Identifier.Text == Name(method) + "__Run").Body!;

    private static SyntaxNode Tree(GeneratorRun run, string method) => CSharpSyntaxTree.ParseText(run.Files[$"C.{Name(method)}.g.cs"], Sources.Preview).GetRoot();

    private static string Name(string method) => MethodName().Match(method).Groups[1].Value;

    private static bool IsDispatch(StatementSyntax statement) => statement is IfStatementSyntax { Condition: var condition } && condition.ToString().StartsWith("__frame", StringComparison.Ordinal);

    private static IEnumerable<string> Lines(StatementSyntax statement)
    {
        switch (statement)
        {
            case LabeledStatementSyntax labeled:
                return Lines(labeled.Statement).Prepend(labeled.Identifier.Text + ":");
            case EmptyStatementSyntax:
                return [];
            case BlockSyntax block when block.Statements.LastOrDefault() is ReturnStatementSyntax { Expression: InvocationExpressionSyntax call } && call.ToString().Contains(".Suspend(", StringComparison.Ordinal):
                var saved = block.Statements.OfType<ExpressionStatementSyntax>().Select(s => Saved().Match(s.ToString())).Where(m => m.Success).Select(m => m.Groups[1].Value);
                return [$"save {string.Join(", ", saved)}; suspend {call.ArgumentList.Arguments[2]}"];
            case TryStatementSyntax node:
                return [.. Nested("try", node.Block), .. node.Catches.SelectMany(c => Nested(Text(c.WithBlock(SyntaxFactory.Block()))[..^3], c.Block)), .. node.Finally is { } last ? Nested("finally", last.Block) : []];
            default:
                return [Text(statement)];
        }
    }

    private static IEnumerable<string> Nested(string head, BlockSyntax block) => [head + " {", .. block.Statements.SelectMany(Lines).Select(l => "  " + l), "}"];

    private static string Text(SyntaxNode node) =>
        Blanks().Replace(Directives().Replace(node.ToString(), ""), " ").Replace("global::CoroGen.CompilerServices.CoroutineServices.", "", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"(\w+)\(Co ")]
    private static partial Regex MethodName();

    [GeneratedRegex(@"^__f\.\w+ = (\w+);$")]
    private static partial Regex Saved();

    [GeneratedRegex(@"^#line.*$", RegexOptions.Multiline)]
    private static partial Regex Directives();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
