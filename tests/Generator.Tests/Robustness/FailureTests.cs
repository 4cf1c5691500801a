using CoroGen.Generator.Discovery;
using CoroGen.Generator.Refusals;
using CoroGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Tests.Robustness;

/// <summary>CORO023: should the generator fail on a method, that one method is refused, and no other is concerned.</summary>
public sealed class FailureTests
{
    private const string Kitchen = "using CoroGen; partial class Kitchen { [Coroutine] static void Serve(Co co) { co.Yield(); } }";

    [Fact]
    public void An_exception_becomes_a_refusal_of_the_method()
    {
        var compilation = Sources.Compile(Kitchen);
        var tree = compilation.SyntaxTrees.Single();
        var declaration = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
        var method = CoroutineMethod.Of(compilation.GetTypeByMetadataName("Kitchen")!.GetMembers("Serve").OfType<Microsoft.CodeAnalysis.IMethodSymbol>().Single(), default)!;
        var other = Sources.Compile("class Other;");

        var compiled = MethodCompiler.Compile(
            SignatureReader.Read(method, SignatureRules.Judge(method))!, declaration, other.GetSemanticModel(other.SyntaxTrees.Single()), default);

        Assert.Null(compiled.Machine);
        var refusal = Assert.Single(compiled.Refusals);
        Assert.Equal(Rules.Failure, refusal.Rule);
        Assert.Equal("Serve", tree.GetText().ToString(refusal.Location.SourceSpan));
        Assert.StartsWith("CORO023, ArgumentException in ", compiled.Reason, StringComparison.Ordinal);
    }
}
