using System.Runtime.CompilerServices;

namespace CoroGen;

/// <content>
/// Quiet passes: no timer runs, no socket is open, nothing is left to write or to report. What could change that is either a step, and then it says so here, or a post. So the
/// next pass begins right where the last one ends, without a look round, and a coroutine that yields and is alone pays for its step only.
/// </content>
public sealed partial class EventLoop
{
    /// <summary>After how many quiet passes there is a look round nevertheless: for who traces the process, or counts.</summary>
    private const int MostQuietPasses = 64;

    /// <summary>How many passes may still begin without a look round.</summary>
    private int _quietPasses;

    /// <summary>Whether a look round would find nothing, until something says that it would.</summary>
    private bool IsQuiet => _timers.Count == 0 && _sockets is null && _unflushed.Count == 0 && _stubborn is null && (_unobservedError is null || _unobserved.Count == 0);

    /// <summary>Called when there is something that each pass, or the next one, has to look after.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void LookRound() => _quietPasses = 0;

    /// <summary>Begins the next pass if it is a quiet one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool BeginQuietPass()
    {
        if (_quietPasses == 0 || _ready.Count == 0 || _posts.Count != 0)
            return false;
        _quietPasses--;
        Passes++;
        BeginSteps();
        _stop = _passEnd;
        return true;
    }

    private void BeginSteps()
    {
        var count = _ready.Count;
        _steps += count;
        _passEnd = _ready.Head + count;
    }
}
