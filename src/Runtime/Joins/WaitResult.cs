namespace CoroGen;

/// <summary>How several coroutines ended: see <see cref="Co.Wait"/>.</summary>
public readonly struct WaitResult
{
    private readonly Coroutine[]? _coroutines;

    internal WaitResult(Coroutine[] coroutines)
    {
        _coroutines = coroutines;
        foreach (var coroutine in coroutines)
        {
            coroutine.Observe();
            if (coroutine.Status == CoroutineStatus.Finished)
                Finished++;
            else
                Failed++;
        }
    }

    /// <summary>How many returned.</summary>
    public int Finished { get; }

    /// <summary>How many ended by an exception or were cancelled.</summary>
    public int Failed { get; }

    /// <summary>The coroutines, in the order in which they were given.</summary>
    public IReadOnlyList<Coroutine> Coroutines => _coroutines ?? [];

    /// <summary>The figures as text: <c>2 finished, 1 failed</c>.</summary>
    public override string ToString() => $"{Finished} finished, {Failed} failed";
}
