using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>The suspended calls of a coroutine.</summary>
internal static class CallChain
{
    /// <summary>The frames of the user's methods, innermost first. While the coroutine runs, or when it has ended, there is nothing to see.</summary>
    public static IEnumerable<Frame> Of(Coroutine coroutine)
    {
        for (var frame = coroutine.Leaf; frame is not null; frame = frame == coroutine ? null : frame.Caller)
        {
            if (IsUsers(frame))
                yield return frame;
        }
    }

    /// <summary>The system calls are coroutines too, but none that anybody has written.</summary>
    private static bool IsUsers(Frame frame) => frame.GetType().Assembly != typeof(Frame).Assembly || frame.Info.File.Length == 0;
}
