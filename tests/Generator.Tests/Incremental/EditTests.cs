using CoroGen.Generator.Discovery;
using CoroGen.Generator.Increments;
using CoroGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Tests.Incremental;

/// <summary>
/// After an edit only those methods are bound and lowered again that it can concern; and what comes of it is what a generator makes that has never seen another text.
/// </summary>
public sealed class EditTests
{
    private const string Kitchen = """
        using System;
        using CoroGen;
        using static Shop.Menu;
        namespace Shop
        {
            static partial class Kitchen
            {
                [Coroutine]
                public static string Serve(Co co, string client)
                {
                    var menu = new Menu();
                    var first = menu.First;
                    var price = menu.PriceOf(first) + Fee;
                    co.Yield();
                    Use(first);
                    return client + first + price + menu.Half(co) + (menu.Kind == Kind.Lunch ? Dish() : "") + new Point(1, 2);
                }
            }
        }
        """;

    private const string Menu = """
        #nullable enable
        using CoroGen;
        namespace Shop
        {
            [System.Serializable]
            enum Kind { Lunch = 1, Dinner }
            partial class Menu : Base
            {
                public const int Fee = 3;
                public const string Sauce = $"{"tar"}tare";
                public static readonly int Rate = 4;
                public Kind Kind { get; set; } = Kind.Lunch;
                public string First { get { return "soup"; } }
                public int PriceOf(object dish, int tip = 5) { return dish.ToString()!.Length + tip; }
                public static string Dish() => "fish";
                public static void Use(object dish) { System.Console.WriteLine(dish); }
                [Coroutine] public int Half(Co co) { co.Sleep(2); return 6; }
            }
            class Base { public virtual int Table => 7; }
        }
        """;

    /// <summary>Whether it has a field for <c>y</c> is told by a body.</summary>
    private const string Point = """
        namespace Shop { struct Point(int x, int y) { public override string ToString() => x + ""; public int Y => 2; } }
        """;

    private readonly IncrementalRun _run = new(Kitchen, Menu, Point);

    [Theory]
    [InlineData("return \"soup\";", "return \"sou\" + \"p\";")]
    [InlineData("dish.ToString()!.Length + tip", "tip")]
    [InlineData("=> \"fish\"", "=> \"meat\"")]
    [InlineData("Rate = 4", "Rate = 40")]
    [InlineData("return 6;", "co.Yield(); return 60;")]
    [InlineData("System.Console.WriteLine(dish);", "void Local() { } Local(); foreach (var x in new int[3]) { }")]
    [InlineData("System.Console.WriteLine(dish);", "this is no code")]
    [InlineData("class Base {", "class Base { // comment\n\n")]
    public void An_edit_that_stays_inside_of_bodies_concerns_no_other_file(string old, string replacement)
    {
        var before = Compiled();
        _run.Edit(old, replacement);

        Assert.Equal("Unchanged 1", _run.Reasons(WellKnownTrackingNames.Declarations));
        Assert.Same(before, Compiled());
        Assert.Equal(_run.FilesOfFreshRun, _run.Files);
    }

    [Theory]
    [InlineData("Fee = 3", "Fee = 30")]
    [InlineData("int Fee = 3", "long Fee = 3")]
    [InlineData("tip = 5", "tip = 50")]
    [InlineData("Lunch = 1", "Lunch = 10")]
    [InlineData("enum Kind", "enum Kind : byte")]
    [InlineData("Dinner }", "Dinner = 20 }")]
    [InlineData("tare", "tares")]
    [InlineData("public string First {", "public object First {")]
    [InlineData("public string First {", "public string? First {")]
    [InlineData("#nullable enable", "#nullable disable")]
    [InlineData("static string Dish() => \"fish\"", "static string Dish() { return \"fish\"; }")]
    [InlineData("partial class Menu : Base", "partial class Menu : Base, System.IDisposable { public void Dispose() { } }\npartial class Menu")]
    [InlineData("public static void Use(object dish)", "public static void Use(string dish) { }\npublic static void Use(object dish)")]
    [InlineData("public static void Use(object dish)", "static void Use(object dish)")]
    [InlineData("[Coroutine] public int Half(Co co)", "[Coroutine] public int Half(Co co, int n = 1)")]
    [InlineData("[Coroutine] public int Half(Co co)", "public int Half(Co co)")]
    [InlineData("[Coroutine] public int Half(Co co)", "[Coroutine] public virtual int Half(Co co)")]
    [InlineData("[System.Serializable]", "[System.Obsolete]")]
    [InlineData("#nullable enable", "#nullable enable\nglobal using System.Text;")]
    [InlineData("int Y => 2;", "int Y => y;")]
    [InlineData("namespace Shop\n{\n    [", "namespace Shop\n{\n    class Console { }\n    [")]
    public void An_edit_of_a_declaration_concerns_all(string old, string replacement)
    {
        var before = Compiled();
        _run.Edit(old, replacement);

        Assert.Equal("Modified 1", _run.Reasons(WellKnownTrackingNames.Declarations));
        Assert.NotSame(before, Compiled());
        Assert.Equal(_run.FilesOfFreshRun, _run.Files);
    }

    [Fact]
    public void An_edit_of_the_file_concerns_its_methods()
    {
        var before = Compiled();
        _run.Edit("Use(first);", "Use(price);");

        Assert.Equal("Unchanged 1", _run.Reasons(WellKnownTrackingNames.Declarations));
        Assert.NotSame(before, Compiled());
        Assert.Equal(_run.FilesOfFreshRun, _run.Files);
    }

    /// <summary>What was kept of earlier runs stands for the present text in each, also when one comes back to an old one.</summary>
    [Fact]
    public void Edits_one_after_the_other_come_to_what_a_fresh_start_does()
    {
        (string Old, string New)[] edits =
        [
            ("return 6;", "return 66;"), ("Fee = 3", "Fee = 31"), ("return 66;", "return 6;"), ("Fee = 31", "Fee = 3"), ("Use(first);", "Use(price);\nUse(1);"), ("tip = 5", "tip = 6"), ("Use(price);\n", ""),
            ("public string First", "public char First"), ("return \"soup\";", "return 's';"), ("Serve(Co co, string client)", "Serve(Co co, object client)"), ("return 's';", "return 't';"), ("Use(1);", "Use(2)"), ("Use(2)", "Use(2);"),
        ];
        foreach (var (old, replacement) in edits)
        {
            _run.Edit(old, replacement);
            Assert.Equal(_run.FilesOfFreshRun, _run.Files);
        }
    }

    /// <summary>Tokens are taken away, doubled, and replaced by others anywhere, and half of the edits are undone, so that the code is whole now and then.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_is_typed_comes_to_what_a_fresh_start_does(int seed)
    {
        var run = new IncrementalRun(Kitchen, Menu, Robustness.RichSource.Text);
        var random = new Random(seed);
        for (var i = 0; i < 12; i++)
        {
            var tree = run.Trees[random.Next(run.Trees.Count)];
            var (path, text) = (tree.FilePath, tree.ToString());
            run.Replace(tree, Mutate(tree, random));
            Assert.Equal(run.FilesOfFreshRun, run.Files);
            if (random.Next(2) == 0)
            {
                run.Replace(run.Trees.Single(edited => edited.FilePath == path), text);
                Assert.Equal(run.FilesOfFreshRun, run.Files);
            }
        }
    }

    [Fact]
    public void An_added_file_concerns_all()
    {
        var before = Compiled();
        _run.Add("namespace Shop { static class Console { public static void WriteLine(object o) { } } }");

        Assert.NotSame(before, Compiled());
        Assert.Equal(_run.FilesOfFreshRun, _run.Files);
    }

    private static string Mutate(SyntaxTree tree, Random random)
    {
        var tokens = tree.GetRoot().DescendantTokens().ToList();
        var token = tokens[random.Next(tokens.Count)];
        var replacement = random.Next(3) switch
        {
            0 => "",
            1 => $"{token.Text} {token.Text}",
            _ => tokens[random.Next(tokens.Count)].Text,
        };
        return tree.ToString().Remove(token.SpanStart, token.Span.Length).Insert(token.SpanStart, replacement);
    }

    /// <summary>What is kept of <c>Serve</c>, of the first file.</summary>
    private GeneratedFile Compiled()
    {
        var signature = _run.Outputs(WellKnownTrackingNames.Signatures).Select(output => (SignatureModel)output.Value).Single(signature => signature.Name == "Serve");
        var declarations = (Declarations)_run.Outputs(WellKnownTrackingNames.Declarations).Single().Value;
        return Assert.IsType<GeneratedFile>(CompiledMethods.Find(new Candidate(signature, _run.Method("Serve")), declarations));
    }
}
