using CoroGen.Execution.Tests.Harness;
using Numbers = int[];
using Pair = (int, string);
using unsafe Pointer = int*;

namespace CoroGen.Execution.Tests.Functions;

/// <summary>What a file says above its types.</summary>
public sealed partial class VersionFileBodies : Bodies<VersionFileBodies>
{
    [Coroutine]
    private static string FileScopedNamespace(Co co, Trace t)
    {
        t.S(co);
        return typeof(VersionFileBodies).Namespace!;
    }

    [Coroutine]
    private static unsafe string AliasesOfAnyType(Co co, Trace t)
    {
        Pair pair = (t.S(co, 1), "a");
        Numbers numbers = [t.S(co, 2), pair.Item1];
        Pointer pointer = null;
        Pair other = t.S(co, pair);
        return $"{other} {numbers.Length} {pointer is null} {t.S(co, typeof(Numbers).Name)}";
    }
}
