namespace CoroGen.Execution.Tests.Harness;

/// <summary>When the suspension points of a body suspend.</summary>
public enum Suspending
{
    Never,
    Always,
    Sometimes,
}

/// <summary>What a body does that can be observed, and the suspension points that it uses.</summary>
public sealed partial class Trace(Suspending suspending, int seed = 0)
{
    private readonly List<string> _lines = [];
    private readonly Random _random = new(seed);

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Logs, suspends or not, logs again, and returns the value.</summary>
    [Coroutine]
    public T S<T>(Co co, T value)
    {
        Log($"suspend {value}");
        if (Suspends())
            co.Yield();
        Log($"resume {value}");
        return value;
    }

    /// <summary>As <see cref="S{T}"/>, without a value.</summary>
    [Coroutine]
    public void S(Co co)
    {
        Log("suspend");
        if (Suspends())
            co.Yield();
        Log("resume");
    }

    /// <summary>Suspends or not, and throws.</summary>
    [Coroutine]
    public T Throw<T>(Co co, string message)
    {
        Log($"will throw {message}");
        if (Suspends())
            co.Yield();
        throw new InvalidOperationException(message);
    }

    /// <summary>Logs, and returns the value.</summary>
    public T V<T>(T value)
    {
        Log($"value {value}");
        return value;
    }

    public void Log(object? what) => _lines.Add(what?.ToString() ?? "null");

    private bool Suspends() => suspending switch
    {
        Suspending.Never => false,
        Suspending.Always => true,
        _ => _random.Next(2) == 0,
    };
}
