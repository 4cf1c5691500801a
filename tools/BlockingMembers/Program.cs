using System.Runtime.InteropServices;
using CoroGen.Analyzers.Catalogue;
using CoroGen.BlockingMembers.Blocking;
using CoroGen.BlockingMembers.Calls;
using CoroGen.BlockingMembers.Data;
using CoroGen.BlockingMembers.Framework;
using CoroGen.BlockingMembers.Report;

// Which public members of the framework block, and are neither in the analyzers' catalogue nor exempt? Prints them with the calls that block, and fails when there are any.
// The argument is a folder with other data files than those of the build.
var data = args is [var folder] ? folder : Path.Combine(AppContext.BaseDirectory, "Data");
var primitives = new RuleFile(File.ReadAllText(Path.Combine(data, "primitives.txt")));
var cuts = new RuleFile(File.ReadAllText(Path.Combine(data, "cuts.txt")));
var exemptions = new Exemptions(File.ReadAllText(Path.Combine(data, "exempt.txt")));

using var implementation = new Implementation(Directory.EnumerateFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll").Order(StringComparer.Ordinal));
var graph = new CallGraph(implementation, primitives, cuts);
var walk = new Walk(graph);
var net10 = PublicSurface.Net10();
var catalogue = new CoroGen.Analyzers.Catalogue.BlockingMembers(net10);
var findings = new Findings(PublicSurface.Of(net10), graph, walk, member => catalogue.Find(member) is not null, exemptions);

return Summary.Print(Console.Out, RuntimeInformation.FrameworkDescription, findings, exemptions, [.. graph.Unknown], [.. primitives.Unused, .. cuts.Unused]);
