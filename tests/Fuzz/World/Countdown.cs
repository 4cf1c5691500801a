namespace CoroGen.Fuzz.World;

/// <summary>Numbers, between which <c>foreach</c> suspends; as plain C# it does the same without.</summary>
public sealed partial class Countdown(Trace t, int number)
{
    private int _left = Math.Clamp(number & 3, 0, 3);

    public int Current => _left;

    public Countdown GetEnumerator() => this;

    public bool MoveNext()
    {
        t.Log($"left {_left}");
        return _left-- > 0;
    }

    [Coroutine]
    public bool MoveNext(Co co)
    {
        t.Pause(co);
        return MoveNext();
    }
}

/// <summary>Is disposed with a suspension; as plain C# without.</summary>
public sealed partial class SuspendingResource(Trace t, int number) : IDisposable
{
    public void Dispose() => t.Log($"disposed {number}");

    [Coroutine]
    public void Dispose(Co co)
    {
        t.Pause(co);
        Dispose();
    }
}

/// <summary>Makes things enumerable.</summary>
public static class Enumerations
{
    public static IEnumerator<int> GetEnumerator(this Thing thing)
    {
        for (var i = 0; i < 2; i++)
            yield return unchecked(thing.Logged + i);
    }
}
