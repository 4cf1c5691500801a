using System.Diagnostics;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <content>One step of one coroutine.</content>
public sealed partial class EventLoop
{
    /// <summary>How many waits that need not wait (a free lock) a step may pass before it has to let others run.</summary>
    private const int StepBudget = 1000;

    /// <summary>Whether the code that runs now is a coroutine's own, or was called by it.</summary>
    private bool _isStepping;

    /// <summary>What is left of a step's budget, and the place of the step that it belongs to.</summary>
    private int _budget;
    private int _budgetPlace;

    /// <summary>The place in the ring where the steps under way end.</summary>
    private int _stop;

    /// <summary>The free frames.</summary>
    internal FramePool Frames = new();

    /// <summary>Set when a call is too deep on the stack and has to go on from here.</summary>
    internal bool IsTrampolined;

    /// <summary>Whether the code that runs now is a coroutine's own. Outside of all steps, that is plain code.</summary>
    internal bool IsRunning(Coroutine task) => _isStepping ? task == _ready.Current : task is BlockingCoroutine && !IsOnThisThread;

    /// <summary>Whether the step has passed so many waits without waiting that others must have their turn.</summary>
    /// <param name="cost">How many of them this one counts for.</param>
    internal bool SpendBudget(int cost = 1)
    {
        if (_budgetPlace != _ready.Head)
            RenewBudget();
        _budget -= cost;
        return _budget < 0;
    }

    private void RenewBudget()
    {
        _budget = StepBudget;
        _budgetPlace = _ready.Head;
    }

    /// <summary>
    /// Runs coroutines, each to its next suspension. The innermost frame is resumed; when its method completes, or throws, its caller goes on, which takes
    /// the outcome in <see cref="CoroutineServices.End"/>. So nobody descends through the chain of calls.
    /// </summary>
    /// <param name="limit">How many at the most; the end of the pass ends it, too, unless the next one is quiet.</param>
    /// <remarks>The loop stands inside the <c>try</c>, so that the usual step, which only suspends again, neither enters nor leaves one.</remarks>
    [StackTraceHidden]
    private void RunSteps(int limit)
    {
        _stop = _ready.Head + Math.Min(limit, PassLeft);
        while (_ready.Head != _stop && !_break)
        {
            var task = _ready.Dequeue();
            var frame = task.Leaf;
            Exception? failure = null;
        goOn:
            try
            {
                while (true)
                {
                    if (frame.ResumeFrom(new Co(task)))
                    {
                        if (frame == task)
                            break;
                        // The leaf is stale now: the next suspension says where to go on.
                        task.Returned = frame;
                        frame = frame.Caller!;
                    }
                    else if (IsTrampolined)
                    {
                        IsTrampolined = false;
                        frame = task.Leaf;
                    }
                    else
                    {
                        if (_break || (_ready.Head == _stop && !BeginQuietPass()))
                            return;
                        task = _ready.Dequeue();
                        frame = task.Leaf;
                    }
                }
            }
            catch (Exception e)
            {
                if (frame != task)
                {
                    frame = Fail(frame, task, e);
                    goto goOn;
                }
                failure = e;
            }
            End(task, failure);
        }
    }

    /// <summary>Ends a nested call that threw; its caller goes on with the exception.</summary>
    private Frame Fail(Frame frame, Coroutine task, Exception e)
    {
        var caller = frame.Caller!;
        frame.ClearResult();
        Frames.Return(frame);
        task.Thrown = e;
        return caller;
    }

    private void End(Coroutine task, Exception? failure)
    {
        _live.Remove(task);
        task.SetEnded(failure);
        task.IsErrorSeen = task == _target || task.Rare?.Bridge is not null;
        var isWatched = task.Joiner is not null;
        CoLock.AbandonAll(task);
        task.TellEnd();
        if (task.Scope?.NearestGroup is { } group)
            group.Discount(task, isWatched);
        else if (!isWatched)
            KeepError(task);
        _break |= task == _target;
        if (LoopEvents.Log.IsEnabled())
            LoopEvents.Log.Ended(task.Name, task.Status.ToString());
    }
}
