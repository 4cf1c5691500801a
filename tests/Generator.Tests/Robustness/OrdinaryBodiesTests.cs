using CoroGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Tests.Robustness;

/// <summary>The bodies of ordinary members are nothing to a coroutine beside them, and are not bound for it; the few that mean something outside are.</summary>
public sealed class OrdinaryBodiesTests
{
    private const string Coroutine = "[Coroutine] static string Work(Co co, Shop shop) { co.Yield(); return $\"{shop}{Fee}{default(Shop) is null}\"; }";

    public static TheoryData<string> Members =>
    [
        "int Plain() { /* one */ var x = 1; // two\n\n return x + Fee; }",
        "int Arrow() => /* one */ Fee // two\n + 1;",
        "int Field { get { return field; } set; } = 5;",
        "int ArrowField { get => field; } = 5;",
        "int Lazy => field++;",
        "int Both { get { return Fee; } init { } }",
        "int this[int at] => at; int this[string at] { get { return Fee; } set { Fee = value; } }",
        "event Action Done { add { } remove => Fee = 1; }",
        "ref int Place() => ref Fee; ref int Other { get { return ref Fee; } }",
        "IEnumerable<int> Many() { yield return 1; }",
        "async System.Threading.Tasks.Task Later() { await System.Threading.Tasks.Task.Yield(); }",
        "public static Shop operator +(Shop one, Shop other) { return one; } public static implicit operator int(Shop shop) => 1;",
        "Shop(int fee) : this() { Fee = fee; } Shop() { } ~Shop() { Fee = 0; } static Shop() => Fee = 2;",
        "unsafe int* Pointer() { fixed (int* fee = &Fee) return fee; }",
        "void Warned() {\n#pragma warning disable CS0168\n int x;\n#pragma warning restore CS0168\n }",
        "void Conditional() {\n#if DEBUG\n Missing();\n#else\n Plain();\n#endif\n } void Plain() { }",
        "void Oblivious() {\n#nullable disable\n string s = null;\n }",
        "void Elsewhere() {\n#line 200 \"Other.cs\"\n Fee++;\n#line default\n }",
        "void Wrong() { return 5; }",
        "int Unfinished() { return Fee +; }",
        "void Raw() { var text = \"\"\"\n  {}\n  \"\"\"; }",
        "partial void Hook(); partial void Hook() { Fee++; }",
        "class Inner(int fee) { public int Fee() { return fee; } public record R(int F) { public int G() { return F; } } }",
        "interface IInner { int Default() { return 1; } static int Static() => 2; }",
        "public override string ToString() { return base.ToString() + Fee; }",
        "[System.Runtime.CompilerServices.ModuleInitializer] internal static void Start() { Fee = 7; }",
        "[System.Diagnostics.CodeAnalysis.SetsRequiredMembers] Shop(string name) { Name = name; } required public string Name { get; set; }",
    ];

    [Theory]
    [MemberData(nameof(Members))]
    public void A_coroutine_is_compiled_as_without_them(string member)
    {
        var alone = GeneratorRun.Of(Shop(""));
        var beside = GeneratorRun.OfAny(Shop(member));
        Assert.Null(beside.Exception);
        beside.AssertNo(beside.Failures);
        Assert.Equal(alone.File, beside.File);
        Assert.All(beside.Output.Errors(), error => Assert.StartsWith("Test.cs", error, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void The_text_and_the_places_stay(string member)
    {
        var tree = CSharpSyntaxTree.ParseText(Shop(member), Sources.Preview, "Test.cs");
        var work = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First(method => method.Identifier.ValueText == "Work");
        var emptied = EmptiedBodies.Except(tree, [work], CancellationToken.None);
        Assert.Equal(tree.ToString(), emptied.ToString());
        Assert.Equal(Heads(tree), Heads(emptied));
        Assert.Equal(
            tree.GetRoot().DescendantNodes().Select(node => tree.GetMappedLineSpan(node.Span)).Where(span => span.HasMappedPath),
            tree.GetRoot().DescendantNodes().Select(node => emptied.GetMappedLineSpan(node.Span)).Where(span => span.HasMappedPath));
    }

    /// <summary>Which parameters of its constructor are fields of a struct is told by the bodies that use them: without any, all of them would be assigned at once.</summary>
    [Fact]
    public void The_fields_of_a_struct_are_known()
    {
        var run = GeneratorRun.OfAny("""
            using CoroGen;
            struct Point(int x) { public int X() { return x; } }
            record struct Pair(int A, int B) { public int Sum() { return A + B; } }
            static partial class Shop
            {
                [Coroutine] static int Work(Co co) { Point point; co.Yield(); return point.X(); }
            }
            """);
        Assert.Null(run.Exception);
        Assert.Contains("CS0165", Assert.Single(run.Output.Errors()), StringComparison.Ordinal);
    }

    private static string Shop(string member) => $$"""
        using System;
        using System.Collections.Generic;
        using CoroGen;
        partial class Shop
        {
            {{Coroutine}}
            static int Fee;
            {{member}}
        }
        """;

    private static IEnumerable<(SyntaxKind, Microsoft.CodeAnalysis.Text.TextSpan)> Heads(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>().Select(member => (member.Kind(), member.FullSpan));
}
