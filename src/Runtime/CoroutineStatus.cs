namespace CoroGen;

/// <summary>How far a coroutine has come.</summary>
public enum CoroutineStatus
{
    /// <summary>Made, not launched: nothing of it has run.</summary>
    New,

    /// <summary>Launched and not ended: it runs, is ready to run, or waits.</summary>
    Running,

    /// <summary>Ended by returning.</summary>
    Finished,

    /// <summary>Ended by an exception: see <see cref="Coroutine.Error"/>.</summary>
    Error,

    /// <summary>Ended because it was cancelled.</summary>
    Canceled,
}
