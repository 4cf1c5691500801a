using System.Runtime.CompilerServices;

namespace CoroGen.Execution.Tests.Debugging;

/// <summary>Three nested coroutines, of which the innermost throws after all were resumed.</summary>
internal static partial class Nested
{
    /// <summary>The lines where they call and where the last one throws, innermost first.</summary>
    public static readonly int[] Lines = new int[3];

    /// <summary>The line where one waits for another.</summary>
    public static int Waits { get; private set; }

    [Coroutine]
    public static int Outer(Co co, int times)
    {
        co.Yield();
        return Middle(co, times, Here(2)) + 1;
    }

    [Coroutine]
    public static void Waiting(Co co)
    {
        var child = co.Launch(Middle(1, 0));
        co.Yield();
        co.Await(Noted(child));
    }

    [Coroutine]
    private static int Middle(Co co, int times, int line)
    {
        for (var i = line; ; i++)
        {
            co.Yield();
            if (i == line + times)
                Inner(co, Here(1));
        }
    }

    [Coroutine]
    private static void Inner(Co co, int line)
    {
        co.Yield();
        throw new InvalidOperationException($"{line} {Here(0)}");
    }

    private static T Noted<T>(T value, [CallerLineNumber] int line = 0)
    {
        Waits = line;
        return value;
    }

    private static int Here(int depth, [CallerLineNumber] int line = 0) => Lines[depth] = line;
}
