using System.Runtime.CompilerServices;

namespace CoroGen.Execution.Tests.References;

/// <summary>How a coroutine ends.</summary>
public enum Ending
{
    Finished,
    Failed,
    Canceled,
}

/// <summary>Makes objects, holds none of them, and knows which ones something else still holds.</summary>
public sealed partial class Objects(Ending ending)
{
    private readonly List<(string Name, WeakReference Reference)> _made = [];

    public int Count => _made.Count;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public Thing New(string name)
    {
        var made = new Thing(name);
        _made.Add((name, new WeakReference(made)));
        return made;
    }

    /// <summary>What garbage collection leaves.</summary>
    public IReadOnlyList<string> Held(string prefix = "")
    {
        GC.Collect();
        return [.. _made.Where(made => made.Reference.IsAlive && made.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(made => made.Name)];
    }

    /// <summary>Suspends, and returns, throws, or waits to be cancelled.</summary>
    [Coroutine]
    public Thing End(Co co)
    {
        co.Yield();
        if (ending == Ending.Canceled)
            co.Sleep(TimeSpan.FromDays(1));
        return ending == Ending.Failed ? throw new InvalidOperationException("failed") : New("result");
    }
}

/// <summary>An object that is made by <see cref="Objects"/>.</summary>
public sealed class Thing(string name) : IDisposable
{
    public int Number;

    public readonly Thing?[] Array = [null];

    public Thing? Other { get; set; }

    public void Use(params object?[] others) => Number += others.Length;

    public void Dispose() => Number = -1;

    public override string ToString() => name;
}
