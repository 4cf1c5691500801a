using CoroGen.Generator.Model;
using CoroGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static CoroGen.Generator.Tests.Emission.HandMadeMachine;

namespace CoroGen.Generator.Tests.Emission;

/// <summary>The resume method: it compiles under the oldest and the latest language version, and resumes where it should.</summary>
public sealed class RunMethodTests
{
    private const string Log = "static string _log = \"\";\nstatic void Say(object what) => _log += what + \" \";\n";

    public static TheoryData<LanguageVersion> Versions => new(LanguageVersion.CSharp9, LanguageVersion.Preview);

    [Theory, MemberData(nameof(Versions))]
    public void Straight_line(LanguageVersion version)
    {
        var machine = Machine(
            Signature("Serve", parameters: ["string client", "int times"]),
            Do("Say(client);"),
            Suspend(1, ["client", "times"]),
            Do("int twice = times * 2;\n        Say(twice);"),
            Suspend(2, ["client"]),
            Do("Say(client);"),
            Do("return true;"));
        Assert.Equal("A 6 A ", Run(version, Log + """static string Test() { new EventLoop().Run(Serve("A", 3)); return _log; }""", machine));
    }

    [Theory, MemberData(nameof(Versions))]
    public void A_result_of_a_coroutine_that_calls_itself_deeply(LanguageVersion version)
    {
        var body = new Code[]
        {
            Do("if (depth == 0) { __result = 0; return true; }"),
            Suspend(1, [], "Count__Run(ref __callee, out below, co, depth - 1)", result: "below", type: "int"),
            Do("__result = below + 1;"),
            Do("return true;"),
        };
        var machine = Machine(Signature("Count", "int", parameters: ["int depth"]), body) with { CallsCoroutines = true, Locals = ["int below = default;"] };
        Assert.Equal("20000", Run(version, """static string Test() => new EventLoop().Run(Count(20000)).ToString();""", machine));
    }

    [Theory, MemberData(nameof(Versions))]
    public void A_finally_runs_once_and_not_at_a_suspension(LanguageVersion version)
    {
        var machine = Machine(
            Signature("Serve", "string", parameters: ["string client"]),
            new TryCode(
                1,
                [Do("Say(\"try\");"), Suspend(1, ["client"]), Do("Say(\"on\");"), Do("__result = client;"), Do("return true;")],
                [],
                Block("Say(\"finally\"); Say(\"all\");")));
        Assert.Equal("try on finally all A ", Run(version, Log + """static string Test() { Say(new EventLoop().Run(Serve("A"))); return _log; }""", machine));
    }

    [Theory, MemberData(nameof(Versions))]
    public void Resume_points_in_nested_tries_in_a_loop(LanguageVersion version)
    {
        var inner = new TryCode(
            2,
            [Do("Say(\"inner\" + i);"), Suspend(2, ["i"]), Do("if (i == 1) throw new InvalidOperationException();"), new LabelCode("__end_1")],
            [Catch("catch (InvalidOperationException)", Block("{ Say(\"caught\"); }"))],
            Block("{ Say(\"f\" + i); }"));
        var machine = Machine(
            Signature("Serve"),
            new LabelCode("__loop_1"),
            new TryCode(
                1,
                [Suspend(1, ["i"]), Do("Say(\"outer\" + i);"), inner, Suspend(3, ["i"])],
                [Catch("catch (Exception)", Block("{ Say(\"never\"); }"))],
                Block("{ Say(\"F\"); }")),
            Do("i++;"),
            Do("if (i < 2) goto __loop_1;"),
            Do("return true;")).With("int", "i");
        Assert.Equal(
            "outer0 inner0 f0 F outer1 inner1 caught f1 F ",
            Run(version, Log + "static string Test() { new EventLoop().Run(Serve()); return _log; }", machine));
    }

    [Theory, MemberData(nameof(Versions))]
    public void An_instance_method_goes_on_in_its_instance(LanguageVersion version)
    {
        var machine = Machine(Signature("Serve", isStatic: false), Suspend(1), Do("_log += \" on\";"), Do("return true;"));
        Assert.Equal(
            "my on",
            Run(version, """string _log = "my"; static string Test() { var k = new Kitchen(); new EventLoop().Run(k.Serve()); return k._log; }""", machine));
    }

    [Theory, MemberData(nameof(Versions))]
    public void A_parameter_called_this_is_not_the_instance(LanguageVersion version)
    {
        var machine = Machine(
            Signature("Serve", isStatic: false, parameters: ["string @this"]),
            Suspend(1, ["@this"]),
            Do("_log += @this;"),
            Do("return true;"));
        Assert.Equal(
            "my tip",
            Run(version, """string _log = "my "; static string Test() { var k = new Kitchen(); new EventLoop().Run(k.Serve("tip")); return k._log; }""", machine));
    }

    [Theory, MemberData(nameof(Versions))]
    public void A_generic_method_with_captured_variables(LanguageVersion version)
    {
        var signature = Signature("Serve", "T", typeParameters: "<T>", parameters: ["T client"]);
        var copies = new EquatableArray<CopyCode>([new CopyCode("__scope1_", "__scope1")]);
        var machine = Machine(
            signature,
            Do("__scope1 = new Serve__Scope1<T>();"),
            Do("__scope1.kept = client;"),
            new StatementCode(new PlacedText("get = () => __scope1_.kept;"), copies, Overflow: null),
            Suspend(1, ["__scope1", "get"], "Pass__Run(ref __callee, () => __scope1_.kept)") with { Copies = copies },
            Do("__scope1 = null!;"),
            Do("__result = get();"),
            Do("return true;")).With("Func<T>", "get").With("Serve__Scope1<T>", "__scope1") with
            {
                Scopes = [new ScopeModel("Serve__Scope1<T>", "", [new FrameField("T", "kept", true)])],
            };
        const string Pass = "static bool Pass__Run<T>(ref CoroGen.CompilerServices.Frame? callee, Func<T> f) { f(); return true; }\n";
        Assert.Equal("A", Run(version, Pass + """static string Test() => new EventLoop().Run(Serve("A"));""", machine));
    }

    [Theory, MemberData(nameof(Versions))]
    public void Checked_calls_and_statements_pointers_and_constants(LanguageVersion version)
    {
        var machine = Machine(
            Signature("Serve", "int", parameters: ["int n"]),
            Suspend(1, ["n"]) with { Overflow = "unchecked" },
            new StatementCode(new PlacedText("n *= N;"), [], Overflow: "checked"),
            Do("p = &n; n = *p;"),
            Do("{ __result = n; return true; }")) with { IsUnsafe = true, Locals = ["int* p = default;", "const int N = 2;"] };
        const string Test = "static string Test() { try { return new EventLoop().Run(Serve({0})).ToString(); } catch (OverflowException) { return \"overflow\"; } }";
        Assert.Equal("42", Run(version, Test.Replace("{0}", "21"), machine));
        Assert.Equal("overflow", Run(version, Test.Replace("{0}", "int.MaxValue"), machine));
    }

    [Theory, MemberData(nameof(Versions))]
    public void Without_a_suspension_it_still_loads_its_parameters(LanguageVersion version)
    {
        var machine = Machine(Signature("Serve", "string", parameters: ["string client"]), Do("__result = client;"), Do("return true;"));
        Assert.Equal("A", Run(version, """static string Test() => new EventLoop().Run(Serve("A"));""", machine));
    }

    [Theory, MemberData(nameof(Versions))]
    public void The_exception_of_a_callee_shows_the_line_of_the_call(LanguageVersion version)
    {
        var failing = Machine(Signature("Fail"), Suspend(1, line: 10), Do("throw new InvalidOperationException();", new SourceSpan(10, 8, 10, 50)));
        var calling = Machine(Signature("Serve"), Suspend(1, [], "Fail__Run(ref __callee, co)", line: 20), Do("return true;"));
        var trace = Run(
            version,
            "static string Test() { try { new EventLoop().Run(Serve()); return \"\"; } catch (InvalidOperationException e) { return e.StackTrace!; } }",
            failing,
            calling);
        Assert.Matches($"Fail__Run.*{UserFile}:line 11\n(.*\n)*.*Serve__Run.*{UserFile}:line 20\n", trace.Replace("\r", ""));
    }

    [Theory, MemberData(nameof(Versions))]
    public void Errors_are_reported_where_the_user_wrote_the_code(LanguageVersion version)
    {
        var machine = Machine(
            Signature("Serve"),
            Do("Unknown();", new SourceSpan(6, 12, 6, 22)),
            Suspend(1, [], "Nowhere__Run(ref __callee)", line: 31),
            new TryCode(1, [Suspend(2)], [Catch("catch", Block("{\n        Lost();\n    }", new SourceSpan(41, 4, 43, 5)))], null),
            Do("return true;"));
        var errors = Compile(version, "", machine).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Location.GetMappedLineSpan());
        Assert.All(errors, place => Assert.Equal(UserFile, place.Path));
        Assert.Equal([6, 30, 42], errors.Select(place => place.StartLinePosition.Line).Order());
        if (version >= LanguageVersion.CSharp10)
            Assert.Equal([12, 11, 8], errors.OrderBy(place => place.StartLinePosition).Select(place => place.StartLinePosition.Character));
    }
}
