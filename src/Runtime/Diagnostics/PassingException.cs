using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace CoroGen;

/// <summary>
/// An exception on its way through suspended calls: each call throws it again, and its stack trace grows by that call. In a very deep recursion it stops
/// growing, since otherwise each throw would copy a longer trace, and the time would grow with the square of the depth.
/// </summary>
[StackTraceHidden]
internal sealed class PassingException
{
    private const int LongestTrace = 200;

    private Exception? _exception;
    private int _calls;
    private ExceptionDispatchInfo? _trace;

    /// <summary>Throws the exception from one more call.</summary>
    [DoesNotReturn]
    public void Throw(Exception exception)
    {
        if (_exception != exception)
        {
            _exception = exception;
            _calls = 0;
            _trace = null;
        }
        if (_calls++ < LongestTrace)
            ExceptionDispatchInfo.Capture(exception).Throw();
        (_trace ??= ExceptionDispatchInfo.Capture(exception)).Throw();
        throw exception;
    }
}
