using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>Where a coroutine is suspended, in the user's code: <c>in 'Prepare', Kitchen.cs:12</c>.</summary>
internal static class SuspensionPoint
{
    /// <summary>The innermost of its calls that is the user's own: the runtime has coroutines, too.</summary>
    public static string Of(Coroutine task)
    {
        for (var frame = task.Leaf; frame is not null; frame = frame == task ? null : frame.Caller)
        {
            if (frame.GetType().Assembly != typeof(Frame).Assembly)
                return $"in '{frame.Info.Name}', {frame.Info.File}:{frame.Info.LineOf(frame.State)}";
        }
        return "in code without a state machine";
    }
}
