namespace CoroGen;

/// <content>Steps that somebody watches, or that take place in an order of their own.</content>
public sealed partial class EventLoop
{
    private readonly StepObserver _observer;

    /// <summary>Plain code whose turn is not over: it goes on before all others, whatever the seed.</summary>
    private Coroutine? _goesOn;

    /// <summary>Runs what is left of the pass.</summary>
    /// <param name="limit">How many steps at the most.</param>
    private void RunPass(int limit)
    {
        if (_observer.IsNeeded)
        {
            LookRound();
            RunObserved(limit);
        }
        else
        {
            RunSteps(limit);
        }
    }

    private void RunObserved(int limit)
    {
        for (; limit > 0 && PassLeft > 0 && !_break; limit--)
        {
            if (_ready.Next != _goesOn)
                _ready.BringForward(_observer.Choose(PassLeft));
            _goesOn = null;
            var beginning = _observer.Begin(_ready.Next);
            RunSteps(1);
            _observer.End(beginning);
        }
    }
}
