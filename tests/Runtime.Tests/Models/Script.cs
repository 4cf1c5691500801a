namespace CoroGen.Runtime.Tests.Models;

/// <summary>What a coroutine of a random program does.</summary>
public enum Kind
{
    Yield,
    Sleep,
    Cancel,
    Lock,
    TryLock,
    Unlock,
    Wait,
    Notify,
    NotifyAll,
    Acquire,
    TryAcquire,
    Release,
    Send,
    TrySend,
    Receive,
    TryReceive,
    Close,
    SetEvent,
    ResetEvent,
    WaitEvent,
    Arrive,
    Select,
}

/// <summary>A step of a script; what the argument means depends on the kind.</summary>
public readonly record struct Op(Kind Kind, int Argument)
{
    /// <summary>A number of permits, of waiters, of seconds.</summary>
    public int Count => 1 + Argument % 3;

    public override string ToString() => $"{Kind}({Argument})";
}

/// <summary>What may be a case of a select.</summary>
public enum Choice
{
    Receive,
    Send,
    Event,
    Time,
}

/// <summary>A random program: coroutines that share a lock with a condition, a semaphore, a channel, an event and a barrier.</summary>
public sealed record Script(int Capacity, Op[][] Coroutines)
{
    public const int Permits = 3;

    public const int Participants = 3;

    public int Operations => Coroutines.Sum(ops => ops.Length);

    /// <summary>The item that a coroutine sends with its nth operation: no other does.</summary>
    public static int Item(int coroutine, int place) => coroutine * 1000 + place;

    /// <summary>The cases of a select: some of all four, in some order.</summary>
    public static List<Choice> Cases(int argument)
    {
        var mask = 1 + argument / 4 % 15;
        return Enumerable.Range(0, 4).Select(i => (argument + i) % 4).Where(i => (mask & (1 << i)) != 0).Select(i => (Choice)i).ToList();
    }

    public override string ToString() =>
        string.Join("\n", Coroutines.Select((ops, i) => $"{i}: {string.Join(" ", ops)}").Prepend($"capacity {Capacity}"));
}
