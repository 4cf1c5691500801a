using System.Globalization;

namespace CoroGen.Runtime.Tests;

/// <summary>A loop under virtual time, and a log of what happened on it. The end of a test disposes the loop, which throws errors that nobody has seen.</summary>
public abstract class LoopTest : IDisposable
{
    private readonly List<string> _log = [];

    protected LoopTest(int offloadLimit = 32) => Loop = new EventLoop(new EventLoopOptions { TimeProvider = Clock, OffloadLimit = offloadLimit });

    protected VirtualTime Clock { get; } = new();

    protected EventLoop Loop { get; }

    /// <summary>All that was said, in order, with one space between.</summary>
    protected string Log => string.Join(' ', _log);

    public void Dispose()
    {
        Loop.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void Say(object what) => _log.Add(string.Create(CultureInfo.InvariantCulture, $"{what}"));

    /// <summary>Says something with the time in seconds: <c>soda@2</c>.</summary>
    protected void SayWhen(object what) => Say(string.Create(CultureInfo.InvariantCulture, $"{what}@{Clock.Elapsed.TotalSeconds}"));

    protected void Schedule(params Coroutine[] coroutines)
    {
        foreach (var coroutine in coroutines)
            Loop.Schedule(coroutine);
    }

    /// <summary>Launches them in order, and runs the loop until all that lives has ended.</summary>
    protected void RunAll(params Coroutine[] coroutines)
    {
        Schedule(coroutines);
        Loop.RunUntilEmpty();
    }
}
