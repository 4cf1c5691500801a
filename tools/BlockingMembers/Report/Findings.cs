using CoroGen.BlockingMembers.Blocking;
using CoroGen.BlockingMembers.Calls;
using CoroGen.BlockingMembers.Data;
using CoroGen.BlockingMembers.Framework;
using Microsoft.CodeAnalysis;
using Mono.Cecil;

namespace CoroGen.BlockingMembers.Report;

/// <summary>A public member that reaches what waits, and that nobody has said anything about.</summary>
internal sealed record Finding(string Id, IReadOnlyList<string> Path);

/// <summary>The members of a public surface, sorted by what is known of them.</summary>
internal sealed class Findings
{
    public Findings(IEnumerable<PublicMember> surface, CallGraph graph, Walk walk, Func<ISymbol, bool> isListed, Exemptions exemptions)
    {
        var methods = graph.Methods.ToLookup(MemberIds.Of);
        foreach (var member in surface.Where(member => !ReturnsAtOnce(member.Symbol)))
        {
            Examined++;
            var found = member.Methods.SelectMany(id => methods[id]).ToList();
            // The reference assemblies show overrides that the implementation inherits.
            if (found.Count == 0 && member.Methods.Count > 0 && !member.Symbol.IsOverride)
                Missing.Add(member.Id);
            var reaching = found.SelectMany(graph.Entries).Where(walk.Reaches).MinBy(walk.Distance);
            if (reaching is not null)
                Sort(member, [.. (found.Contains(reaching) ? [] : found.Take(1).Select(MemberIds.NameOf)), .. walk.Path(reaching)], isListed, exemptions);
        }
    }

    public int Examined { get; private set; }

    public int Reaching { get; private set; }

    public int Listed { get; private set; }

    public List<Finding> Open { get; } = [];

    /// <summary>Members that the assemblies do not have: nothing is known of them.</summary>
    public List<string> Missing { get; } = [];

    private void Sort(PublicMember member, IReadOnlyList<string> path, Func<ISymbol, bool> isListed, Exemptions exemptions)
    {
        Reaching++;
        if (isListed(member.Symbol))
            Listed++;
        else if (!exemptions.Exempt(member.Id))
            Open.Add(new(member.Id, path));
    }

    /// <summary>What returns something to await, or the first half of a begin/end pair.</summary>
    private static bool ReturnsAtOnce(ISymbol member) =>
        member is IMethodSymbol { ReturnType: { Name: "Task" or "ValueTask" or "IAsyncEnumerable" or "IAsyncEnumerator" or "IAsyncResult" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" } };
}
