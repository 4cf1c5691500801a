namespace CoroGen.Fuzz.World;

/// <summary>Says when it is disposed.</summary>
public sealed class Resource(Trace t, int number) : IDisposable
{
    public int Number = number;

    public void Dispose() => t.Log($"dispose {Number}");
}

/// <inheritdoc cref="Resource"/>
public struct ValueResource(Trace t, int number) : IDisposable
{
    private readonly Trace _t = t;

    public int Number = number;

    public void Dispose() => _t.Log($"dispose value {Number++}");
}
