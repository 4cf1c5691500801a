using System.Runtime.InteropServices;
using CoroGen.BlockingMembers.Blocking;
using CoroGen.BlockingMembers.Calls;
using CoroGen.BlockingMembers.Data;
using CoroGen.BlockingMembers.Framework;

namespace CoroGen.BlockingMembers.Tests;

/// <summary>The framework's core library, with the data files as they are. The whole framework takes longer: the program itself is the test of it.</summary>
public sealed class FrameworkTests : IDisposable
{
    private readonly Implementation _core = new([Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "System.Private.CoreLib.dll")]);

    public void Dispose() => _core.Dispose();

    [Fact]
    public void What_waits_is_reached_and_what_computes_is_not()
    {
        var graph = new CallGraph(_core, Data("primitives"), Data("cuts"));
        var walk = new Walk(graph);
        var methods = graph.Methods.ToLookup(MemberIds.Of);

        Assert.Empty(graph.Unknown);
        Assert.All(s_waits, id => Assert.True(walk.Reaches(Assert.Single(methods[id])), id));
        Assert.All(s_computes, id => Assert.False(walk.Reaches(Assert.Single(methods[id])), id));
        Assert.StartsWith("Interop.Sys.", walk.Path(Assert.Single(methods["M:System.IO.File.ReadAllText(System.String)"])).Last(), StringComparison.Ordinal);
    }

    private static readonly string[] s_waits =
    [
        "M:System.IO.File.ReadAllText(System.String)",
        "M:System.IO.File.Exists(System.String)",
        "M:System.IO.FileStream.Flush(System.Boolean)",
        "M:System.IO.StreamReader.ReadLine",
        "M:System.Threading.Thread.Sleep(System.Int32)",
        "M:System.Threading.Thread.Join",
        "M:System.Threading.Monitor.Enter(System.Object)",
        "M:System.Threading.SemaphoreSlim.Wait",
        "M:System.Threading.ManualResetEventSlim.Wait(System.Int32)",
        "M:System.Threading.Tasks.Task.Wait",
        "M:System.Threading.Tasks.Task`1.get_Result",
    ];

    private static readonly string[] s_computes =
    [
        "M:System.String.Concat(System.String,System.String)",
        "M:System.Int32.Parse(System.String)",
        "M:System.Collections.Generic.Dictionary`2.Add(`0,`1)",
        "M:System.IO.MemoryStream.Write(System.Byte[],System.Int32,System.Int32)",
        "M:System.IO.StringReader.ReadLine",
        "M:System.Threading.Tasks.Task.Run(System.Action)",
        "M:System.Threading.CancellationTokenSource.Cancel",
        "M:System.Text.StringBuilder.Append(System.String)",
    ];

    private static RuleFile Data(string name) => new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", name + ".txt")));
}
