using CoroGen.Fuzz.Programs;
using CoroGen.Fuzz.World;

namespace CoroGen.Fuzz.Oracles;

/// <summary>Collects garbage while all coroutines wait: an object that only dead variables hold must go.</summary>
internal static class Collected
{
    /// <summary>Whether the program says of objects that they must be gone.</summary>
    public static bool Concerns(GeneratedProgram program) => program.Nodes.OfType<Form>().Any(form => form.Name == "dead object");

    public static void Check(Coroutine root, Trace trace)
    {
        if (trace.Gone.Count == 0)
            return;
        GC.Collect();
        foreach (var (name, target) in trace.Gone)
        {
            if (target.IsAlive)
                trace.Log("still alive: " + name);
        }
    }
}
