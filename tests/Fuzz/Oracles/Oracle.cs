using CoroGen.Fuzz.Execution;
using CoroGen.Fuzz.Programs;
using CoroGen.Fuzz.World;

namespace CoroGen.Fuzz.Oracles;

/// <summary>Runs a program in all ways, and compares what must be the same.</summary>
internal sealed class Oracle(GeneratedProgram program, IReadOnlyDictionary<Marking, Executable> executables)
{
    private const ulong FirstSeed = 1;
    private const ulong LastSeed = 2;

    public int Executions { get; private set; }

    /// <summary>The first thing that is wrong, or null.</summary>
    public Finding? Judge()
    {
        var marked = executables[Marking.AsMarked];
        var plain = Count(marked.Try());
        if (plain.IsEndless)
            return null;
        return Machine(marked, plain) ?? Variants(plain);
    }

    private Finding? Machine(Executable executable, Outcome plain) =>
        Compare("machine, never suspending", plain, () => executable.RunMachine(Suspending.Never)) ?? Always(executable) ?? Sometimes(executable);

    private Finding? Always(Executable executable)
    {
        var plain = Count(executable.RunBlocking(Suspending.Always));
        return Compare("machine, always suspending", plain, () => executable.RunMachine(Suspending.Always))
            ?? Compare("dead fields poisoned", plain, () => executable.RunMachine(Suspending.Always, 0, (root, _) => Poison.Fill(root, executable.Fields)))
            ?? Compare("collected at suspensions", plain, () => executable.RunMachine(Suspending.Always, 0, Collected.Check), when: Collected.Concerns(program));
    }

    private Finding? Sometimes(Executable executable)
    {
        for (var seed = FirstSeed; seed <= LastSeed; seed++)
        {
            var plain = Count(executable.RunBlocking(Suspending.Sometimes, seed));
            var found = Compare("machine, suspending sometimes", plain, () => executable.RunMachine(Suspending.Sometimes, seed, (root, _) => Poison.Fill(root, executable.Fields)));
            if (found is not null)
                return found;
        }

        return null;
    }

    /// <summary>Suspensions change nothing: the program without and with all of them does the same.</summary>
    private Finding? Variants(Outcome plain)
    {
        if (!executables.TryGetValue(Marking.None, out var none) || !executables.TryGetValue(Marking.All, out var all))
            return null;
        // It says more, and may be stopped for it.
        var suspending = Count(all.Try());
        if (suspending.IsEndless)
            return null;
        var expected = plain.WithoutSuspensions;
        return Compare("variant without suspensions", expected, () => none.RunMachine(Suspending.Always).WithoutSuspensions, when: !program.IsConcurrent)
            ?? OfAll(Machine(all, suspending))
            ?? Compare("variant with all suspensions", expected, () => all.RunMachine(Suspending.Always).WithoutSuspensions, when: !program.IsConcurrent);
    }

    /// <summary>What is wrong with that variant alone is wrong with a program that is written so.</summary>
    private Finding? OfAll(Finding? found) => found is null ? null : found with { Program = program.Suspending };

    private Finding? Compare(string name, Outcome expected, Func<Outcome> run, bool when = true) =>
        when && expected.DifferenceTo(Count(run())) is { } difference ? new Finding(name, program, difference) : null;

    private Outcome Count(Outcome outcome)
    {
        Executions++;
        return outcome;
    }
}
