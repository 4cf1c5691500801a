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
        var captured = new Variable(2, "captured", "object", null) { Scope = new ClosureScope("M__Scope1", holder) };
        var keyword = new Variable(3, "@class", "string?", null);
        var saved = new Variable(4, "saved", "object", null);
        var inFinally = new Variable(5, "inFinally", "object", null);
        var result = new Variable(6, "result", "object", null);
        var unknown = new Variable(7, "unk", "object", null);
        Code[] body =
        [
            new StatementCode("if (p is { } x) { __scope1.captured = @class; unknown(); }", null, [], Checked: false),
            new TryCode(1, [new SuspendCode(1, "S__Run()", "result", "object", ["saved"], [], [], Checked: false, new SourceSpan(0, 0, 0, 1))], [], new BlockCode("{inFinally++;}", [], null)),
        ];
        Assert.Equal(
            ["M__Scope1 __scope1 = default!;", "string? @class = default!;", "object saved = default!;", "object inFinally = default!;", "object result = default!;"],
            LocalDeclarations.Of([parameter, holder, captured, keyword, saved, inFinally, result, unknown], body, hasScoped: true));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp9, "")]
    [InlineData(LanguageVersion.Preview, "scoped ")]
    public void What_refers_to_the_stack_is_scoped_where_the_language_has_it(LanguageVersion version, string scoped)
    {
        var int32 = _compilation.GetSpecialType(SpecialType.System_Int32);
        var span = _compilation.GetTypeByMetadataName("System.Span`1")!.Construct(int32);
        Variable[] variables =
        [
            new(0, "s", "System.Span<int>", span),
            new(1, "r", "int", int32) { RefPrefix = "ref " },
            new(2, "q", "int", int32) { RefPrefix = "ref readonly " },
            new(3, "n", "int", int32),
            new(4, "p", "int*", _compilation.CreatePointerTypeSymbol(int32)),
        ];
        const string Body = "s = stackalloc int[2]; r = ref s[0]; q = ref s[1]; n = r + q; p = null;";
        var declarations = LocalDeclarations.Of(variables, [new StatementCode(Body, null, [], Checked: false)], hasScoped: scoped.Length > 0);
        Assert.Equal(
            [
                $"{scoped}System.Span<int> s = default;",
                $"{scoped}ref int r = ref global::CoroGen.CompilerServices.CoroutineServices.NoReference<int>();",
                $"{scoped}ref readonly int q = ref global::CoroGen.CompilerServices.CoroutineServices.NoReference<int>();",
                "int n = default;",
                "int* p = default;",
            ],
            declarations);

        // Before C# 11, a local that was declared as `default` cannot take stackalloc.
        var body = scoped.Length > 0 ? Body : Body.Replace("stackalloc", "new");
        var source = $"class C {{ static unsafe void M() {{ {string.Join(" ", declarations)} {body} }} }}";
        Assert.Empty(Sources.Compile(CSharpParseOptions.Default.WithLanguageVersion(version), source).Errors());
    }
}
