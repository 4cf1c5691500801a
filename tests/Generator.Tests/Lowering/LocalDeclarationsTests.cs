using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Model;
using CoroGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator.Tests.Lowering;

/// <summary>The locals at the head of a resume method.</summary>
public sealed class LocalDeclarationsTests
{
    private readonly CSharpCompilation _compilation = Sources.Compile();

    [Fact]
    public void What_the_body_mentions_is_declared()
    {
        var parameter = new Variable(0, "p", "object", null) { IsParameter = true };
        var holder = new Variable(1, "__scope1", "M__Scope1", null);
        var captured = new Variable(2, "captured", "object", null) { Scope = new ClosureScope("M__Scope1", "", holder) };
        var keyword = new Variable(3, "@class", "string?", null);
        var saved = new Variable(4, "saved", "object", null);
        var inFinally = new Variable(5, "inFinally", "object", null);
        var result = new Variable(6, "result", "object", null);
        var unknown = new Variable(7, "unk", "object", null);
        Code[] body =
        [
            new StatementCode(new PlacedText("if (p is { } x) { __scope1.captured = @class; unknown(); }"), [], Overflow: null),
            new TryCode(1, [new SuspendCode(1, new PlacedText("if (S__Run())"), "result", "object", ["saved"], [], [], Overflow: null)], [], new BlockCode(new PlacedText("{inFinally++;}"), [])),
        ];
        Assert.Equal(
            ["M__Scope1 __scope1 = default!;", "string? @class = default!;", "object saved = default!;", "object inFinally = default!;", "object result = default!;"],
            LocalDeclarations.Of([parameter, holder, captured, keyword, saved, inFinally, result, unknown], new Witnesses(), body, hasScoped: true));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp9, "", "stackalloc int[0]", "stackalloc char[0]")]
    [InlineData(LanguageVersion.Preview, "scoped ", "default", "default")]
    public void What_refers_to_the_stack_does_not_outlive_the_method(LanguageVersion version, string scoped, string numbers, string letters)
    {
        var int32 = _compilation.GetSpecialType(SpecialType.System_Int32);
        Variable[] variables =
        [
            new(0, "s", "System.Span<int>", Constructed("System.Span`1", SpecialType.System_Int32)),
            new(5, "t", "System.ReadOnlySpan<char>", Constructed("System.ReadOnlySpan`1", SpecialType.System_Char)),
            new(6, "u", "System.Span<string>", Constructed("System.Span`1", SpecialType.System_String)),
            new(1, "r", "int", int32) { RefPrefix = "ref " },
            new(2, "q", "int", int32) { RefPrefix = "ref readonly " },
            new(3, "n", "int", int32),
            new(4, "p", "int*", _compilation.CreatePointerTypeSymbol(int32)),
        ];
        const string Body = "s = stackalloc int[2]; t = stackalloc char[1]; u = new string[1]; r = ref s[0]; q = ref s[1]; n = r + q; p = null;";
        var declarations = LocalDeclarations.Of(variables, new Witnesses(), [new StatementCode(new PlacedText(Body), [], Overflow: null)], hasScoped: scoped.Length > 0);
        Assert.Equal(
            [
                $"{scoped}System.Span<int> s = {numbers};",
                $"{scoped}System.ReadOnlySpan<char> t = {letters};",
                $"{scoped}System.Span<string> u = default;",
                $"{scoped}ref int r = ref global::CoroGen.CompilerServices.CoroutineServices.NoReference<int>();",
                $"{scoped}ref readonly int q = ref global::CoroGen.CompilerServices.CoroutineServices.NoReference<int>();",
                "int n = default;",
                "int* p = default;",
            ],
            declarations);
        var source = $"class C {{ static unsafe void M() {{ {string.Join(" ", declarations)} {Body} }} }}";
        Assert.Empty(Sources.Compile(CSharpParseOptions.Default.WithLanguageVersion(version), source).Errors());
    }
    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.Preview)]
    public void A_span_of_a_body_that_suspends_takes_stackalloc(LanguageVersion version)
    {
        const string Source = """
            using System;
            using CoroGen;
            partial class Kitchen
            {
                [Coroutine] static int Serve<T>(Co co, int n) where T : unmanaged
                {
                    Span<int> all = stackalloc int[n];
                    ReadOnlySpan<int> some = all.Slice(1);
                    Span<T> any = stackalloc T[1];
                    Span<string> names = new string[n];
                    int sum = some[0] + names.Length + any.Length;
                    co.Yield();
                    all = stackalloc int[1];
                    return sum + all[0];
                }
            }
            """;
        var run = GeneratorRun.Of(Sources.Compile(CSharpParseOptions.Default.WithLanguageVersion(version), Source));
        run.AssertNo(run.Output.Errors());
        Assert.DoesNotContain("was not compiled", run.File);
    }

    private INamedTypeSymbol Constructed(string type, SpecialType element) =>
        _compilation.GetTypeByMetadataName(type)!.Construct(_compilation.GetSpecialType(element));
}
