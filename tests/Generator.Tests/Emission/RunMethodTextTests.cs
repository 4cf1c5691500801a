using CoroGen.Generator.Emission;
using CoroGen.Generator.Model;
using static CoroGen.Generator.Tests.Emission.HandMadeMachine;

namespace CoroGen.Generator.Tests.Emission;

/// <summary>The resume method as one reads it.</summary>
public sealed class RunMethodTextTests
{
    [Fact]
    public void A_call_with_a_result()
    {
        var machine = Machine(
            Signature("Serve", "string", parameters: ["string client"]),
            Suspend(1, ["client"], "Prepare__Run(ref __callee, out soda, co, client)", line: 7, result: "soda", type: "string") with { Released = ["client"] },
            Do("{ __result = soda + client; return true; }", new SourceSpan(7, 8, 7, 29))) with { Locals = ["string soda = default!;"], CallsCoroutines = true };
        Assert.Equal(
            """
            [global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]
            public static bool Serve__Run(ref global::CoroGen.CompilerServices.Frame? __frame, out string __result, global::CoroGen.Co co, string client)
            {
                global::CoroGen.CompilerServices.Frame? __callee = null;
                string soda = default!;

                if (__frame is not null)
                {
                    var __f = (Serve__Frame)__frame;
                    switch (global::CoroGen.CompilerServices.CoroutineServices.State(__f))
                    {
                        case 0: client = __f.client_; break;
                        case 1: client = __f.client_; __f.client_ = default!; goto __resume_1;
                    }
                }
                else if (global::CoroGen.CompilerServices.CoroutineServices.TooDeep(co, ref __frame))
                {
                    var __f = Serve__Frame.Of(co, ref __frame);
                    __f.client_ = client;
                    __result = default!;
                    return global::CoroGen.CompilerServices.CoroutineServices.Trampoline(co, __f);
                }

            #line (7,9)-(7,20) 5 "/shop/Kitchen.cs"
                if (Prepare__Run(ref __callee, out soda, co, client))
            #line hidden
                    goto __done_1;
                {
                    var __f = Serve__Frame.Of(co, ref __frame);
                    __f.client_ = client;
                    __result = default!;
                    return global::CoroGen.CompilerServices.CoroutineServices.Suspend(co, __f, 1, __callee);
                }
            __resume_1:
                soda = global::CoroGen.CompilerServices.CoroutineServices.End<string>(co);
            __done_1:
            #line (8,9)-(8,29) 5 "/shop/Kitchen.cs"
                { __result = soda + client; return true; }
            #line hidden
            }

            """,
            EmitRun(machine),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_try()
    {
        var inner = new TryCode(2, [Suspend(2), Suspend(3)], [], null);
        var machine = Machine(
            Signature("Serve"),
            new TryCode(
                1,
                [Suspend(1), inner],
                [Catch("catch (Exception e)", Block("{ Say(e); }", new SourceSpan(20, 28, 20, 39)))],
                Block("{\n            Say(1);\n        }", new SourceSpan(22, 8, 24, 9))),
            Do("return true;")) with { SpanLines = false };
        var text = EmitRun(machine);
        Assert.Contains(
            """
                        case 1: case 2: case 3: goto __try_1;
            """,
            text);
        Assert.Contains(
            """
            __try_1:
                try
                {
                    switch (__state)
                    {
                        case 1: goto __resume_1;
                        case 2: case 3: goto __try_2;
                    }
            #line 1 "/shop/Kitchen.cs"
                    if (co.Yield__Run(ref __callee))
            #line hidden
                        goto __done_1;
                    {
                        var __f = Serve__Frame.Of(co, ref __frame);
                        __suspended = true;
                        return global::CoroGen.CompilerServices.CoroutineServices.Suspend(co, __f, 1, __callee);
                    }
                __resume_1:
                    __state = 0;
            """,
            text);
        Assert.EndsWith(
            """
                catch (Exception e)
            #line 21 "/shop/Kitchen.cs"
                { Say(e); }
            #line hidden
                finally
                {
                    if (!__suspended)
            #line 23 "/shop/Kitchen.cs"
                    {
                        Say(1);
                    }
            #line hidden
                }
                return true;
            }

            """,
            text);
    }

    [Fact]
    public void A_dispatched_body_is_private_and_a_label_at_an_end_has_its_statement()
    {
        var machine = Machine(Signature("Serve", isStatic: false) with { IsDispatched = true }, Suspend(1));
        var text = EmitRun(machine);
        Assert.StartsWith("private bool Serve__Body(", text);
        Assert.EndsWith("__done_1: ;\n}\n", text);
        Assert.Contains($"__f.{GeneratedNames.This} = this;", text);
    }

    [Fact]
    public void One_resume_point_in_a_try_and_one_statement_in_its_finally()
    {
        var machine = Machine(Signature("Serve"), new TryCode(1, [Suspend(1)], [], Block("Say(1);")), Do("return true;"));
        var text = EmitRun(machine);
        Assert.Contains(
            """
                try
                {
                    if (__state == 1) goto __resume_1;
            """,
            text);
        Assert.Contains(
            """
                finally
                {
                    if (!__suspended)
                        Say(1);
                }
            """,
            text);
    }

    [Fact]
    public void All_but_the_users_code_is_hidden()
    {
        var lines = Emit(Machine(Signature("Serve"), Suspend(1), Do("return true;", new SourceSpan(1, 8, 1, 15)))).Split('\n');
        var isHidden = false;
        foreach (var line in lines.SkipWhile(line => !line.StartsWith("#line", StringComparison.Ordinal)))
        {
            if (line.StartsWith("#line", StringComparison.Ordinal))
                isHidden = line == LineDirectives.Hidden;
            else
                Assert.Equal(isHidden, !(line.Contains("co.Yield__Run(", StringComparison.Ordinal) || line.Contains("return true;", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("done")]
    [InlineData("done_")]
    [InlineData("resume")]
    [InlineData("try")]
    public void A_label_of_the_user_is_none_of_the_plumbing(string hint)
    {
        string[] plumbing = [GeneratedNames.DoneLabel(1), GeneratedNames.ResumeLabel(1), GeneratedNames.TryLabel(1)];
        Assert.DoesNotContain(GeneratedNames.Label(hint, 1), plumbing);
    }
}
