using System.Runtime.CompilerServices;
using CoroGen.CompilerServices;

namespace CoroGen.Fuzz.Oracles;

/// <summary>The frames of all coroutines of a loop that wait.</summary>
internal static class Frames
{
    public static IEnumerable<Frame> Of(Coroutine root)
    {
        foreach (var coroutine in LiveIn(root.Loop).All)
        {
            for (var frame = coroutine.Leaf; frame is not null; frame = frame == coroutine ? null : frame.Caller)
                yield return frame;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_live")]
    private static extern ref CoroutineTable LiveIn(EventLoop loop);
}
