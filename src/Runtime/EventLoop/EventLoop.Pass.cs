using System.Runtime.CompilerServices;

namespace CoroGen;

/// <content>The order of things: what a pass is, and when the loop sleeps.</content>
public sealed partial class EventLoop
{
    private ReadyRing _ready = new();
    private TimerHeap _timers = new();

    /// <summary>The place in the ring where the present pass ends. What becomes ready meanwhile is behind it.</summary>
    private int _passEnd;

    /// <summary>How many steps the passes have that are not reported yet.</summary>
    private int _steps;

    private int PassLeft => _passEnd - _ready.Head;

    /// <summary>Ends the call that runs the loop, after the present step.</summary>
    private bool _break;

    /// <summary>Whether the call under way ends when nothing is alive.</summary>
    private bool _untilEmpty;

    /// <summary>How many waits are under way that something outside of the loop ends, through a post.</summary>
    internal int ExternalWaits { get; set; }

    /// <summary>How much of that is work on the thread pool, which takes no virtual time.</summary>
    internal int WorkUnderWay { get; set; }

    /// <summary>Where coroutines wait that sleep without end.</summary>
    internal WaitQueue Forever { get; } = new("its cancellation");

    /// <summary>Joins to be used again.</summary>
    internal Join? FreeJoins { get; set; }

    /// <summary>How many passes have begun.</summary>
    internal long Passes { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void MakeReady(Coroutine task) => _ready.Enqueue(task);

    internal void AddTimer(Coroutine task, TimeSpan duration)
    {
        _timers.Add(task, _clock.DeadlineAfter(duration));
        LookRound();
    }

    internal void RemoveTimer(Coroutine task) => _timers.Remove(task);

    /// <summary>Runs until something sets <see cref="_break"/>. It may stop in the middle of a pass; the next call then goes on there.</summary>
    private void Drive()
    {
        while (!_break)
        {
            if (PassLeft == 0)
                BeginPass(mayWait: true);
            _quietPasses = IsQuiet ? MostQuietPasses : 0;
            RunPass(int.MaxValue);
        }
    }

    /// <summary>
    /// One pass: what was posted runs, timers that are due end their sleeps, sockets that are ready end the waits for them, and then each coroutine that is ready at this
    /// moment takes one step. When none is, the loop waits.
    /// </summary>
    private void BeginPass(bool mayWait)
    {
        _isStepping = false;
        _ready.Release();
        ReportMetrics();
        Passes++;
        ReportUnobserved();
        _sockets?.NoteRun();
        RunPosted();
        EndSleeps();
        FlushWriters();
        if (HasReady || !mayWait)
            PollSockets();
        while (_ready.Count == 0 && mayWait && !_break && !IsEmpty)
        {
            Wait();
            RunPosted();
            EndSleeps();
            FlushWriters();
        }
        BeginSteps();
        _break |= IsEmpty;
        _isStepping = true;
    }

    /// <summary>Whether the run is over: what was written has been sent, too. An <c>async void</c> method posts before it ends; so one looks for its end first. The end of the loop does not wait for it.</summary>
    private bool IsEmpty => _untilEmpty && _live.Count == 0 && (_isClosing || (!_context.HasOperations && UnfinishedOutputs == 0)) && _posts.Count == 0;

    private void RunPosted()
    {
        for (var count = _posts.Count; count > 0; count--)
        {
            _sockets?.NoteRun();
            try
            {
                _posts.Take().Run();
            }
            catch (Exception e)
            {
                ReportError(e);
            }
        }
    }

    private void ReportMetrics()
    {
#if NET
        _metrics.Report(_steps - PassLeft, Passes, _live.Count, _launched);
#endif
        _steps = PassLeft;
    }

    private void EndSleeps()
    {
        if (_timers.Count == 0)
            return;
        var now = _clock.Now;
        while (_timers.Count > 0 && _timers.Next <= now)
            MakeReady(_timers.RemoveNext());
    }

    private void Wait()
    {
        // Neither posts without end nor the jumps of virtual time keep sockets from being served.
        if (_posts.Count > 0 || _clock.IsVirtual)
            PollSockets();
        if (_posts.Count > 0 || HasReady)
            return;
        var hasTimers = _timers.Count > 0;
        if (!hasTimers && ExternalWaits == 0 && !_clock.HasTimers)
            ThrowIfDeadlocked();
        _clock.WaitUntil(hasTimers ? _timers.Next : null, WorkUnderWay > 0);
    }
}
