using System.Runtime.CompilerServices;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <content>One step of one coroutine.</content>
public sealed partial class EventLoop
{
    /// <summary>How many waits that need not wait (a free lock) a step may pass before it has to let others run.</summary>
    private const int StepBudget = 1000;

    private Coroutine? _running;
    private int _budget = StepBudget;

    /// <summary>The free frames.</summary>
    internal FramePool Frames = new();

    /// <summary>Whether the code that runs now is a coroutine's own. Outside of all steps, that is plain code.</summary>
    internal bool IsRunning(Coroutine task) => _running is null ? task is BlockingCoroutine && !IsOnThisThread : _running == task;

    /// <summary>Whether the step has passed so many waits without waiting that others must have their turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool SpendBudget() => --_budget < 0;

    /// <summary>
    /// Runs a coroutine to its next suspension. The innermost frame is resumed; when its method completes, or throws, its caller goes on, which takes
    /// the outcome in <see cref="CoroutineServices.End"/>. So nobody descends through the chain of calls.
    /// </summary>
    private void Step(Coroutine task)
    {
        _running = task;
        _budget = StepBudget;
        var co = new Co(task);
        var frame = task.Leaf;
        Exception? failure = null;
        while (true)
        {
            try
            {
                while (frame.ResumeFrom(co))
                {
                    if (frame == task)
                        goto ended;
                    // The leaf is stale now: the next suspension says where to go on.
                    task.Returned = frame;
                    frame = frame.Caller!;
                }
                if (!task.IsTrampolined)
                    return;
                task.IsTrampolined = false;
                frame = task.Leaf;
            }
            catch (Exception e)
            {
                if (frame == task)
                {
                    failure = e;
                    goto ended;
                }
                var caller = frame.Caller!;
                frame.ClearResult();
                Frames.Return(frame);
                task.Thrown = e;
                frame = caller;
            }
        }
    ended:
        End(task, failure);
    }

    private void End(Coroutine task, Exception? failure)
    {
        _live.Remove(task);
        task.SetEnded(failure);
        task.IsErrorSeen = task == _target || task.Rare?.Bridge is not null;
        if (task.Joiner is null)
            KeepError(task);
        CoLock.AbandonAll(task);
        task.TellEnd();
        _break |= task == _target;
    }
}
