namespace CoroGen.Generator.Tests.Incremental;

/// <summary>An edit costs what it concerns: nothing else is written again.</summary>
public sealed class RunReasonTests
{
    private const string Kitchen = """
        using CoroGen;
        namespace Shop;
        static partial class Kitchen
        {
            // The kitchen serves.
            [Coroutine]
            public static string Serve(Co co, string client) { co.Yield(); return client; }

            [Coroutine]
            public static int Open(Co co) { return Serve(co, "A").Length; }
        }
        """;

    private const string Other = """
        namespace Shop;
        static class Other
        {
            public static int Tables() => 1;
        }
        """;

    private readonly IncrementalRun _run = new(Kitchen, Other);

    [Fact]
    public void The_first_run_writes_all()
    {
        Assert.Equal(["Shop.Kitchen.Open.g.cs", "Shop.Kitchen.Serve.g.cs"], _run.Written);
        Assert.Equal("New 2", _run.Reasons(WellKnownTrackingNames.Files));
    }

    [Theory]
    [InlineData("=> 1;", "=> 2;")]
    [InlineData("static class Other", "// A comment.\nstatic class Other")]
    [InlineData("static class Other", "static class New { }\nstatic class Other")]
    [InlineData("public static int Tables() => 1;", "public static int Tables() => 1; public static int Chairs() => 4;")]
    public void An_edit_in_another_file_writes_nothing(string old, string replacement)
    {
        _run.Edit(old, replacement);

        Assert.Empty(_run.Written);
        Assert.Equal("Cached 2", _run.Reasons(WellKnownTrackingNames.Signatures));
        Assert.Equal("Cached 1", _run.Reasons(WellKnownTrackingNames.Stubs));
        Assert.Equal("Modified 1", _run.Reasons(WellKnownTrackingNames.Binding));
        Assert.Equal("Unchanged 2", _run.Reasons(WellKnownTrackingNames.Methods));
        Assert.Equal("Cached 2", _run.Reasons(WellKnownTrackingNames.Files));
        Assert.Equal("Cached 2", _run.WritingReasons);
    }

    [Fact]
    public void A_class_in_a_file_of_its_own_writes_nothing()
    {
        _run.Add("class Unrelated { public int Value => 1; }");

        Assert.Empty(_run.Written);
        Assert.Equal("Unchanged 2", _run.Reasons(WellKnownTrackingNames.Methods));
        Assert.Equal("Cached 2", _run.Reasons(WellKnownTrackingNames.Files));
        Assert.Equal("Cached 2", _run.WritingReasons);
    }

    [Fact]
    public void An_edit_of_one_body_writes_one_file()
    {
        _run.Edit("co.Yield(); return client;", "co.Yield(); return client + 1;");

        Assert.Equal(["Shop.Kitchen.Serve.g.cs"], _run.Written);
        Assert.Equal("Unchanged 2", _run.Reasons(WellKnownTrackingNames.Signatures));
        Assert.Equal("Cached 1", _run.Reasons(WellKnownTrackingNames.Stubs));
        Assert.Equal("Cached 1", _run.Reasons(WellKnownTrackingNames.HintNames));
        Assert.Equal("Modified 1, Unchanged 1", _run.Reasons(WellKnownTrackingNames.Methods));
        Assert.Equal("Cached 1, Modified 1", _run.Reasons(WellKnownTrackingNames.Files));
        Assert.Equal("Cached 1, Modified 1", _run.WritingReasons);
    }

    [Fact]
    public void An_edit_of_a_comment_writes_nothing()
    {
        _run.Edit("// The kitchen serves.", "// The kitchen serves food.");

        Assert.Empty(_run.Written);
        Assert.Equal("Unchanged 2", _run.Reasons(WellKnownTrackingNames.Methods));
    }

    [Fact]
    public void A_line_added_below_leaves_what_stands_above_alone()
    {
        _run.Edit("{ return Serve(co, \"A\").Length; }", "{\n return Serve(co, \"A\").Length; }");

        Assert.Equal(["Shop.Kitchen.Open.g.cs"], _run.Written);
    }

    /// <summary>Files of coroutines without a body show no lines, nor do those of other files.</summary>
    [Fact]
    public void A_line_added_above_writes_what_shows_lines_of_that_file()
    {
        _run.Add("using CoroGen; partial class Bar { [Coroutine] void Mix(Co co) { co.Yield(); } }");
        _run.Edit("static partial class Kitchen", "partial interface IMenu { [Coroutine] void Show(Co co); }\nstatic partial class Kitchen");

        _run.Edit("namespace Shop;\npartial interface", "\nnamespace Shop;\npartial interface");

        Assert.Equal(["Shop.Kitchen.Open.g.cs", "Shop.Kitchen.Serve.g.cs"], _run.Written);
        Assert.Equal("Cached 1, Unchanged 3", _run.Reasons(WellKnownTrackingNames.Signatures));
        Assert.Equal("Modified 2, Unchanged 2", _run.Reasons(WellKnownTrackingNames.Methods));
        Assert.Equal("Cached 2, Modified 2", _run.Reasons(WellKnownTrackingNames.Files));
        Assert.Equal("Cached 2, Modified 2", _run.WritingReasons);
    }

    [Fact]
    public void A_changed_signature_writes_its_file_and_its_callers()
    {
        _run.Edit("Serve(Co co, string client)", "Serve(Co co, string? client = null)");

        Assert.Contains("Shop.Kitchen.Serve.g.cs", _run.Written);
        Assert.Equal("Modified 1, Unchanged 1", _run.Reasons(WellKnownTrackingNames.Signatures));
        Assert.Equal("Modified 1", _run.Reasons(WellKnownTrackingNames.Stubs));
    }

    [Fact]
    public void An_added_method_writes_its_own_file()
    {
        _run.Add("using CoroGen; partial class Bar { [Coroutine] void Mix(Co co) { } }");

        Assert.Equal(["Bar.Mix.g.cs"], _run.Written);
        Assert.Equal("Cached 2, New 1", _run.Reasons(WellKnownTrackingNames.Signatures));
        Assert.Equal("New 1, Unchanged 2", _run.Reasons(WellKnownTrackingNames.Files));
    }

    [Fact]
    public void A_body_that_breaks_and_heals_is_written_twice()
    {
        _run.Edit("return client;", "return clien;");
        Assert.Equal(["Shop.Kitchen.Serve.g.cs"], _run.Written);

        _run.Edit("return clien;", "return client;");
        Assert.Equal(["Shop.Kitchen.Serve.g.cs"], _run.Written);
    }

}
