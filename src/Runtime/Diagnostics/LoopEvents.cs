using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Tracing;

namespace CoroGen;

/// <summary>The event source "CoroGen", for <c>dotnet-trace</c> and the like: launches and ends of coroutines, and with the keyword <c>Steps</c> each of their steps.</summary>
[EventSource(Name = "CoroGen")]
internal sealed class LoopEvents : EventSource
{
    public static readonly LoopEvents Log = new();

    private LoopEvents()
    {
    }

    /// <summary>Whether somebody wants to be told of each step.</summary>
    public bool WantsSteps => IsEnabled(EventLevel.Verbose, Keywords.Steps);

    [Event(1, Level = EventLevel.Informational, Message = "'{0}' was launched")]
    public void Launched(string name) => WriteEvent(1, name);

    [Event(2, Level = EventLevel.Informational, Message = "'{0}' has ended: {1}")]
    public void Ended(string name, string status) => WriteEvent(2, name, status);

    [Event(3, Level = EventLevel.Verbose, Keywords = Keywords.Steps, Message = "'{0}' took a step from {1} to {2}")]
    public void Step(string name, string from, string to) => WriteEvent(3, name, from, to);

    [Event(4, Level = EventLevel.Warning, Message = "A step of '{0}' from {1} to {2} held up its loop for {3} ms")]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "All arguments are of primitive types.")]
    public void SlowStep(string name, string from, string to, double milliseconds) => WriteEvent(4, name, from, to, milliseconds);

    [SuppressMessage("Design", "CA1034", Justification = "An event source looks for it here.")]
    public static class Keywords
    {
        public const EventKeywords Steps = (EventKeywords)1;
    }
}
