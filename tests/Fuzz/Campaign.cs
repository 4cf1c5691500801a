using CoroGen.Fuzz.Execution;
using CoroGen.Fuzz.Grammar;
using CoroGen.Fuzz.Oracles;
using CoroGen.Fuzz.Programs;
using CoroGen.Fuzz.Reporting;
using CoroGen.Fuzz.Shrinking;
using Microsoft.CodeAnalysis;

namespace CoroGen.Fuzz;

/// <summary>Generates, compiles, runs and judges programs, batch by batch.</summary>
internal sealed class Campaign(ulong seed)
{
    private const int BatchSize = 50;

    /// <summary>One program in so many is also built without suspensions and with all of them.</summary>
    private const int VariantsOneIn = 8;

    public Coverage Coverage { get; } = new();

    public List<Finding> Findings { get; } = [];

    public int Programs { get; private set; }

    public int Executions { get; private set; }

    /// <summary>Programs that were not run, because the compiler sees an overflow in them, or the like.</summary>
    public int Discarded { get; private set; }

    /// <summary>Judges the programs of the seed from <paramref name="first"/> on.</summary>
    public void Run(int first, int count, Action<string>? report = null)
    {
        foreach (var indexes in Enumerable.Range(first, count).Chunk(BatchSize))
        {
            List<GeneratedProgram> programs = [.. indexes.Select(Program)];
            programs.ForEach(Coverage.Add);
            var found = Judge(programs, indexes[0] / BatchSize % 2 == 0 ? OptimizationLevel.Debug : OptimizationLevel.Release, index => indexes[index] % VariantsOneIn == VariantsOneIn - 1);
            Findings.AddRange(found);
            Programs += programs.Count;
            report?.Invoke($"{Programs} programs, {Executions} executions, {Findings.Count} findings");
        }
    }

    public GeneratedProgram Program(int index) => new ProgramGenerator(RandomSource.Of(seed, index)).Program($"P{index}", $"--seed {seed} --first {index} --count 1");

    /// <summary>Compiles and runs programs.</summary>
    /// <param name="programs">The programs.</param>
    /// <param name="level">How they are compiled.</param>
    /// <param name="hasVariants">Which of them are also built without suspensions and with all of them.</param>
    public IReadOnlyList<Finding> Judge(IReadOnlyList<GeneratedProgram> programs, OptimizationLevel level, Func<int, bool> hasVariants)
    {
        var variants = programs.SelectMany((program, index) => VariantsOf(program, hasVariants(index))).ToList();
        using var batch = Batch.Compile(variants, level);
        List<Finding> found = [.. batch.Errors.Where(error => !error.IsPermitted).DistinctBy(error => error.Variant.Program).Select(OfError)];
        Discarded += batch.Errors.Where(error => error.IsPermitted).DistinctBy(error => error.Variant.Program).Count();
        foreach (var program in batch.Executables.GroupBy(pair => pair.Key.Program))
        {
            var executables = program.ToDictionary(pair => pair.Key.Marking, pair => pair.Value);
            if (!executables.ContainsKey(Marking.AsMarked))
                continue;
            var oracle = new Oracle(program.Key, executables);
            if (oracle.Judge() is { } finding)
                found.Add(finding with { Generated = batch.Generated(program.Key) });
            Executions += oracle.Executions;
        }

        return [.. found.Select(finding => finding with { Level = level })];
    }

    /// <summary>Makes a finding's program smaller.</summary>
    public Finding Shrink(Finding finding) =>
        new Shrinker(programs => Judge(programs, finding.Level, _ => finding.IsOfVariants)).Shrink(finding);

    private static IEnumerable<Variant> VariantsOf(GeneratedProgram program, bool all) =>
        (all ? new[] { Marking.AsMarked, Marking.None, Marking.All } : [Marking.AsMarked]).Select(marking => new Variant(program, marking));

    private static Finding OfError(CompileError error) => new($"{error.Kind}: {error.Code}", error.Variant.Program, error.Message) { Generated = error.Generated };
}
