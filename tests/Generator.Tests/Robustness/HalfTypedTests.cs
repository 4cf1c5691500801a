using CoroGen.Generator.Tests.Conformance;
using CoroGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Tests.Robustness;

/// <summary>
/// Coroutines as they are while somebody types: tokens of the bodies that Execution.Tests runs, and of their heads, are deleted, repeated, put elsewhere, or all that follows is cut off. The generator
/// neither fails nor writes what does not compile.
/// </summary>
public sealed class HalfTypedTests
{
    private const int Mutations = 20;

    private const string Surroundings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;
        using CoroGen;
        namespace CoroGen.Execution.Tests.Harness
        {
            public abstract class Bodies<TBodies> where TBodies : Bodies<TBodies> { }

            public sealed partial class Trace
            {
                [Coroutine] public T S<T>(Co co, T value) { co.Yield(); return value; }
                [Coroutine] public void S(Co co) => co.Yield();
                [Coroutine] public T Throw<T>(Co co, string message) { co.Yield(); throw new InvalidOperationException(message); }
                public T V<T>(T value) => value;
                public void Log(object? what) { }
            }
        }
        """;

    /// <summary>Those that are alone in their class and use nothing else; small ones, to be quick.</summary>
    private static readonly string[] s_files =
    [
        "Expressions/ArgumentBodies.cs", "Expressions/ConditionalAssignmentBodies.cs", "Expressions/InitializerBodies.cs", "Expressions/LvalueBodies.cs", "Expressions/OperatorBodies.cs",
        "Functions/CoroutineFunctionBodies.cs", "Functions/ExtensionBodies.cs", "Functions/InheritanceBodies.cs", "Functions/LaunchBodies.cs", "Functions/MethodBodies.cs", "Functions/ParameterBodies.cs",
        "Functions/StaticInterfaceBodies.cs", "Statements/ClosureBodies.cs", "Statements/ForEachBodies.cs", "Statements/JumpBodies.cs", "Statements/LocalFunctionBodies.cs", "Statements/LoopBodies.cs",
        "Statements/ReferenceBodies.cs", "Statements/RethrowBodies.cs", "Statements/SwitchBodies.cs", "Statements/TryBodies.cs", "Statements/UsingBodies.cs",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Nothing_generated_is_in_error(int group) =>
        Parallel.For(group * Mutations, (group + 1) * Mutations, seed => Check(Mutate(new Random(seed)), seed));

    private static void Check(string source, int seed)
    {
        var run = GeneratorRun.Of(Sources.Compile(source, Surroundings));
        if (run.Exception is { } exception)
            Assert.Fail($"seed {seed}: {exception}\n\n{source}");
        run.AssertNo(run.Failures.Select(failure => $"seed {seed}: {failure}\n{source}"));
        var generated = run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.SourceTree is { } tree && !run.Input.ContainsSyntaxTree(tree));
        run.AssertNo(generated.Select(error => $"seed {seed}: {error}\n{source}"));
    }

    private static string Mutate(Random random)
    {
        var text = File.ReadAllText(Repository.Full("tests/Execution.Tests/" + s_files[random.Next(s_files.Length)]));
        var methods = CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => method.AttributeLists.Count > 0).ToList();
        var part = Part(methods[random.Next(methods.Count)], isHead: random.Next(4) == 0);
        var tokens = part.DescendantTokens().ToList();
        var (one, other) = (tokens[random.Next(tokens.Count)], tokens[random.Next(tokens.Count)]);
        return random.Next(5) switch
        {
            0 => text.Remove(one.SpanStart, one.Span.Length),
            1 => text.Insert(one.Span.End, " " + one.Text),
            2 => text.Remove(one.SpanStart, part.Span.End - one.SpanStart),
            3 => text.Remove(one.SpanStart, one.Span.Length).Insert(one.SpanStart, other.Text),
            _ => text.Remove(Math.Min(one.SpanStart, other.SpanStart), Math.Abs(one.SpanStart - other.SpanStart)),
        };
    }

    private static SyntaxNode Part(MethodDeclarationSyntax method, bool isHead) => isHead ? method.ParameterList : (SyntaxNode?)method.Body ?? method.ExpressionBody ?? (SyntaxNode)method;
}
