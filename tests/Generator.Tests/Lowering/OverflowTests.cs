using System.Reflection;
using CoroGen.Generator.Tests.Harness;

namespace CoroGen.Generator.Tests.Lowering;

/// <summary>What is unchecked stays so in a project that checks for overflow, also round a suspension.</summary>
public sealed class OverflowTests
{
    [Theory]
    [InlineData("return S(co, int.MaxValue) + S(co, 1);", "overflow")]
    [InlineData("return unchecked(S(co, int.MaxValue) + S(co, 1));", "-2147483648")]
    [InlineData("unchecked { var x = S(co, int.MaxValue); x += S(co, 1); return x; }", "-2147483648")]
    [InlineData("unchecked { var x = int.MaxValue; foreach (var n in new[] { 1, 2 }) { x++; S(co, n); } return x; }", "-2147483647")]
    [InlineData("unchecked { var x = int.MaxValue; checked { x += S(co, 1); } return x; }", "overflow")]
    [InlineData("unchecked { checked { return S(co, 1) + unchecked(S(co, int.MaxValue) + S(co, 3)); } }", "-2147483645")]
    [InlineData("unchecked { return (byte)S(co, 257); }", "1")]
    [InlineData("unchecked { var x = int.MaxValue; try { S(co, 1); throw null!; } catch when (x + 1 < 0) { return x + 2; } }", "-2147483647")]
    [InlineData("unchecked { Func<int, int> next = n => n + 1; return next(S(co, int.MaxValue)); }", "-2147483648")]
    public void The_context_stays(string statements, string outcome)
    {
        var input = Sources.Compile($$"""
            using System; using CoroGen;
            public static partial class C
            {
                [Coroutine] static int S(Co co, int value) { co.Yield(); return value; }
                [Coroutine] static int M(Co co) { {{statements}} }
                public static string Run()
                {
                    try { return new EventLoop().Run(M()).ToString(); } catch (OverflowException) { return "overflow"; }
                }
            }
            """);
        var run = GeneratorRun.Of(input.WithOptions(input.Options.WithOverflowChecks(true)));
        run.AssertNo(run.Output.Errors());
        using var assembly = new MemoryStream();
        Assert.True(run.Output.Emit(assembly).Success);
        Assert.Equal(outcome, Assembly.Load(assembly.ToArray()).GetType("C")!.GetMethod("Run")!.Invoke(null, null));
    }
}
