using System.Collections;
using System.Globalization;

namespace CoroGen.Fuzz.World;

/// <summary>When the suspension points of a program suspend.</summary>
public enum Suspending
{
    Never,
    Always,
    Sometimes,
}

/// <summary>A program has done more than any should: one of its executions goes round in circles.</summary>
public sealed class EndlessException() : Exception("endless");

/// <summary>What a program does that can be observed, and the suspension points that it uses.</summary>
public sealed partial class Trace(Suspending suspending, ulong seed = 0)
{
    /// <summary>Begins the entries that a program without suspensions does not have.</summary>
    public const char SuspensionMark = '~';

    private const int MaxLines = 20_000;
    private const int MaxTurns = 40;
    private const int MaxText = 1000;

    /// <summary>A text that is appended to itself in a loop soon takes all memory.</summary>
    public const long MaxAllocated = 200_000_000;

    /// <summary>What the other executions may allocate: frames and loops take some more, and a program that plain C# just finishes is not to end there.</summary>
    private const long AmpleAllocated = 4 * MaxAllocated;

    private readonly List<string> _lines = [];
    private readonly RandomSource _random = new(seed);
    // As plain C#, what a program launches runs on other threads: all are counted.
    private readonly long _allocatedBefore = GC.GetTotalAllocatedBytes();
    private int _turns;

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>How many bytes the program may allocate.</summary>
    public long Allowance { get; init; } = AmpleAllocated;

    /// <summary>Called when all coroutines are suspended, after a suspension point has suspended.</summary>
    public Action<Trace>? Suspended { get; init; }

    /// <summary>What a program says must be collectable by now.</summary>
    public List<(string Name, WeakReference Target)> Gone { get; } = [];

    /// <summary>Returns the value, after a suspension.</summary>
    [Coroutine]
    public T S<T>(Co co, T value)
    {
        Log(SuspensionMark + Text(value));
        if (Suspends(co.Loop))
            co.Yield();
        Log("~");
        return value;
    }

    /// <summary>A suspension without a value.</summary>
    [Coroutine]
    public void S(Co co)
    {
        Log("~");
        if (Suspends(co.Loop))
            co.Yield();
        Log("~");
    }

    /// <summary>A suspension that plain C# does not have: it says nothing, and always suspends.</summary>
    [Coroutine]
    public void Pause(Co co)
    {
        if (suspending == Suspending.Never)
            return;
        Observe(co.Loop);
        co.Yield();
    }

    /// <summary>What stands for <see cref="S{T}"/> in the variant that does not suspend.</summary>
    public T I<T>(T value) => value;

    /// <summary>Throws after a suspension.</summary>
    [Coroutine]
    public T Throw<T>(Co co, string message)
    {
        Log("throw " + message);
        if (Suspends(co.Loop))
            co.Yield();
        throw new BangException(message);
    }

    /// <summary>Always suspends: an object that was given the name must not be reachable meanwhile.</summary>
    [Coroutine]
    public void CheckGone(Co co, WeakReference[] targets)
    {
        foreach (var target in targets)
            Gone.Add(("an object that no live variable holds", target));
        if (suspending != Suspending.Never)
        {
            Observe(co.Loop);
            co.Yield();
        }

        Gone.Clear();
    }

    /// <summary>Logs and returns the value.</summary>
    public T V<T>(T value)
    {
        Log(value);
        return value;
    }

    public void Log(object? what)
    {
        Continue();
        _lines.Add(Text(what));
    }

    /// <summary>Whether a loop may go round once more.</summary>
    public bool Turn()
    {
        Continue();
        return _turns++ < MaxTurns;
    }

    /// <summary>At least four numbers.</summary>
    public static int[] Four(int[]? numbers) => numbers is { Length: >= 4 } ? numbers : [1, 2, 3, 4];

    public static string Text(object? value) => value switch
    {
        null => "null",
        string { Length: > MaxText } text => $"{text.AsSpan(0, MaxText)}… {text.Length}",
        string text => text,
        // Of the two types that a failed cast names, .NET says either first: (int)(x switch { _ => (object)"text" }) is told the wrong way round.
        InvalidCastException cast => cast.GetType().Name,
        Exception e => $"{e.GetType().Name}: {e.Message}",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items and not Delegate => "[" + string.Join(",", items.Cast<object?>().Select(Text)) + "]",
        Delegate => "delegate",
        _ => value.ToString() ?? "",
    };

    /// <summary>Whether the program was stopped because it did too much: then nothing can be said of it.</summary>
    public bool IsEndless { get; private set; }

    private void Continue()
    {
        IsEndless |= _lines.Count > MaxLines || GC.GetTotalAllocatedBytes() - _allocatedBefore > Allowance;
        if (IsEndless)
            throw new EndlessException();
    }

    private bool Suspends(EventLoop loop)
    {
        var suspends = suspending == Suspending.Always || suspending == Suspending.Sometimes && _random.Chance(0.5);
        if (suspends)
            Observe(loop);
        return suspends;
    }

    private void Observe(EventLoop loop)
    {
        if (Suspended is { } suspended)
            loop.Post(() => suspended(this));
    }
}
