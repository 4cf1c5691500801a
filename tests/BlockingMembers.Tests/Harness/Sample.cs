using CoroGen.BlockingMembers.Blocking;
using CoroGen.BlockingMembers.Calls;
using CoroGen.BlockingMembers.Data;
using CoroGen.BlockingMembers.Framework;
using CoroGen.BlockingMembers.Report;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.BlockingMembers.Tests.Harness;

/// <summary>An invented framework: <c>Os.Wait</c> waits, <c>Os.Enter</c> takes a lock, <c>Os.Queue</c> runs delegates elsewhere. What the program says of it.</summary>
internal static class Sample
{
    private const string System = """
        using System; using System.Collections.Generic; using System.Threading.Tasks;
        internal static class Os
        {
            public static void Wait(int timeout = -1) { }
            public static void Enter(object gate) { }
            public static void Exit(object gate) { }
            public static void Queue(Action action) { }
        }

        """;

    private const string Primitives = """
        waits Os.Wait waits
        lock Os.Enter waits for the holder
        asks Os.Wait zero is a timeout
        """;

    /// <summary>The ids of the members that are open, when the cuts are these.</summary>
    public static IEnumerable<string> Open(string source, string cuts = "queue Os.Queue elsewhere") => Check(source, cuts).Open.Select(finding => finding.Id);

    /// <summary>What is found in the source, where nothing is in the catalogue but the ids, and what the exemptions say is exempt.</summary>
    public static Findings Check(string source, string cuts = "", Exemptions? exemptions = null, string listed = "")
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("sample").FullName, "Sample.dll");
        var compilation = CSharpCompilation.Create(
            "Sample",
            [CSharpSyntaxTree.ParseText(System + source)],
            Basic.Reference.Assemblies.Net100.References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        Assert.Empty(compilation.Emit(file).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        using var implementation = new Implementation([file]);
        var graph = new CallGraph(implementation, new RuleFile(Primitives), new RuleFile(cuts));
        var surface = PublicSurface.Of(compilation).Where(member => member.Symbol.ContainingAssembly.Name == "Sample");
        return new Findings(surface, graph, new Walk(graph), member => member.GetDocumentationCommentId() == listed, exemptions ?? new Exemptions(""));
    }
}
