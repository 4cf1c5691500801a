using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Lowering.Rendering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Generator.Lowering.Patterns;

/// <summary>
/// C# reads what patterns ask for (properties, elements, deconstructions) at most once in a switch, whatever the guards in between change. Where a
/// guard that suspends cuts the switch, what is read on both sides of the cut is kept in a variable, with another one that tells whether it was read:
/// <code>
/// x.P        becomes        (known || Bind(out t, x.P) &amp;&amp; Bind(out known, true)) … t
/// </code>
/// </summary>
internal sealed class CachedReads
{
    private readonly Dictionary<string, (Variable Known, Variable[] Values)> _reads = [];
    private readonly HashSet<ISymbol> _shared = new(SymbolEqualityComparer.Default);
    private readonly LoweringContext _context;

    private CachedReads(LoweringContext context) => _context = context;

    /// <param name="parts">The arms between the cuts.</param>
    /// <param name="context">The body.</param>
    public static CachedReads Of(IReadOnlyList<IReadOnlyList<Arm>> parts, LoweringContext context)
    {
        var reads = new CachedReads(context);
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var part in parts.Count > 1 ? parts : [])
        {
            var members = part.SelectMany(arm => MembersOf(arm.Operation(context))).ToList();
            reads._shared.UnionWith(members.Where(seen.Contains));
            seen.UnionWith(members);
        }

        return reads;
    }

    /// <summary>Whether anything that the pattern reads is read on another side of a cut, too.</summary>
    public bool Concern(IOperation? pattern) => _shared.Count > 0 && MembersOf(pattern).Any(_shared.Contains);

    /// <summary>A condition, always true, after which the values are there.</summary>
    /// <param name="path">What is read, seen from the input.</param>
    /// <param name="types">The types of the values.</param>
    /// <param name="read">The condition that reads them into the variables.</param>
    /// <param name="values">The values.</param>
    public Fragment Once(string path, IEnumerable<ITypeSymbol> types, Func<IReadOnlyList<Variable>, Fragment> read, out List<Fragment> values)
    {
        if (!_reads.TryGetValue(path, out var entry))
        {
            var known = _context.Variables.NewTemp(_context.Model.Compilation.GetSpecialType(SpecialType.System_Boolean));
            _reads.Add(path, entry = (known, [.. types.Select(type => _context.Variables.NewTemp(type))]));
        }

        values = [.. entry.Values.Select(value => Fragment.Of($"{value}"))];
        return Fragment.Of($"({entry.Known} || {read(entry.Values)} && {PatternVariables.Binding(entry.Known, "true", Certainty.Never)})");
    }

    /// <summary>At the start of the switch nothing has been read.</summary>
    /// <param name="index">The place of the start in the code.</param>
    public void Declare(int index)
    {
        foreach (var (known, values) in _reads.Values)
        {
            _context.Code.Insert(index++, Plumbing($"{new Definition(known)} = false;"));
            foreach (var value in values)
                _context.Code.Insert(index++, Plumbing($"{new Definition(value)} = default!;"));
        }
    }

    private static Instruction Plumbing(FragmentBuilder text) => new(text.Build(), isPlumbing: true, fallsThrough: true);

    /// <summary>What the pattern reads, as far as the same may be another value later.</summary>
    private static IEnumerable<ISymbol> MembersOf(IOperation? pattern) =>
        pattern is null ? [] : pattern.DescendantsAndSelf().Select(MemberOf).OfType<ISymbol>().Where(MayChange);

    private static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IMemberReferenceOperation { Parent: IPropertySubpatternOperation } reference => reference.Member,
        IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol method } => method,
        IListPatternOperation list => list.LengthSymbol,
        _ => null,
    };

    private static bool MayChange(ISymbol member) => member switch
    {
        IFieldSymbol { IsReadOnly: true } => false,
        IFieldSymbol { ContainingType.IsTupleType: true } => false,
        _ => member.ContainingType.SpecialType != SpecialType.System_String,
    };
}
