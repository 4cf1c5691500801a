using CoroGen.Analyzers.Tests.Harness;
using CoroGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Analyzers.Tests;

/// <summary>
/// Where a body gets no state machine because of what is wrong with it or around it, the method throws when it runs. So each such way has an error that says why: the compiler's or CoroGen's.
/// </summary>
public sealed class GivenUpTests
{
    [Theory]
    [InlineData("[Coroutine] static void Serve(Co co) { co.Yield() {|CS1002:}|}")]
    [InlineData("[Coroutine] static void Serve(Co co) { co.Yield(); {|CS0103:Missing|}(); }")]
    [InlineData("[Coroutine] static int {|CS0161:Serve|}(Co co) { co.Yield(); }")]
    [InlineData("[Coroutine] static void Serve(Co co, {|CS0246:Missing|} x) { co.Yield(); }")]
    [InlineData("static {|CS0246:Missing|} s_field; [Coroutine] static void Serve(Co co) { co.Yield(); _ = s_field; }")]
    [InlineData("static List<{|CS0246:Missing|}> Items() => null!; [Coroutine] static void Serve(Co co) { co.Yield(); Items(); }")]
    [InlineData("[Coroutine] static void Serve(Co co) { Cook(co, 1); } [Coroutine] static void Cook(Co co, {|CORO006:in|} int x) { }")]
    [InlineData("[Coroutine] static void Serve(Co co) { Cook(co); } static void {|CORO002:Cook|}(Co co) { }")]
    [InlineData("[Coroutine] static void Serve(Co co) { Cellar.Cook(co); } static class {|CORO004:Cellar|} { [Coroutine] public static void Cook(Co co) { } }")]
    [InlineData("[Coroutine] static void Serve(Co co) { co.Yield(); void {|CORO002:Local|}(Co co) { } }")]
    [InlineData("[Coroutine] static void Serve(Co co) { co.Yield(); Action a = () => {|CORO203:{|CS9108:co|}.Yield()|}; }")]
    public Task Every_way_to_give_up_is_reported(string members) =>
        AnalyzerCheck.Of("using System.Collections.Generic; static partial class Kitchen { " + members + " [Coroutine] static void Good(Co co) { co.Yield(); } }");

    /// <summary>A warning may be switched off in many ways; that the project makes it an error must not cost the state machine.</summary>
    [Fact]
    public void A_warning_that_is_an_error_does_not_stop_the_generator()
    {
        var tree = CSharpSyntaxTree.ParseText("using CoroGen; static partial class Kitchen { [Coroutine] static void Serve(Co co) { co.Yield(); int unused; } }");
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, generalDiagnosticOption: ReportDiagnostic.Error);
        CSharpGeneratorDriver.Create(new CoroutineGenerator())
            .RunGeneratorsAndUpdateCompilation(CSharpCompilation.Create("Test", [tree], AnalyzerCheck.References, options), out var output, out _);
        Assert.Contains(output.GetDiagnostics(), diagnostic => diagnostic is { Id: "CS0168", Severity: DiagnosticSeverity.Error });
        Assert.Contains(output.SyntaxTrees.Last().GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>(), type => type.Identifier.ValueText == "Serve__Frame");
    }
}
