using System.Runtime.InteropServices;

namespace CoroGen.CompilerServices;

/// <content>Delegates with a handle.</content>
public static partial class CoroutineServices
{
    /// <summary>The delegate that a lambda with a handle becomes, when it has a state machine.</summary>
    /// <param name="factory">Makes that state machine, as a coroutine.</param>
    public static CoAction Function(Func<Coroutine> factory) => new CoroutineFunction(factory).Body;

    /// <inheritdoc cref="Function(Func{Coroutine})"/>
    public static CoFunc<T> Function<T>(Func<Coroutine<T>> factory) => new CoroutineFunction<T>(factory).Body;

    /// <summary>Calls a delegate in the coroutine that runs: <c>body(co)</c>.</summary>
    public static bool Invoke__Run(ref Frame? callee, CoAction body, Co co) => Begin(ref callee, CoroutineFunction.Make(body), co);

    /// <inheritdoc cref="Invoke__Run(ref Frame?, CoAction, Co)"/>
    public static bool Invoke__Run<T>(ref Frame? callee, out T result, CoFunc<T> body, Co co)
    {
        var frame = CoroutineFunction<T>.Make(body);
        var isCompleted = Begin(ref callee, frame, co);
        result = isCompleted ? frame.ReturnValue! : default!;
        return isCompleted;
    }

    /// <summary>
    /// Lets a lambda return a reference to a variable that it captures, <c>() => ref Capture(ref x)</c>: C# keeps such a variable in an object, and knows it not to
    /// be on the stack, but does not allow it.
    /// </summary>
    public static ref T Capture<T>(scoped ref T variable) => ref MemoryMarshal.GetReference(MemoryMarshal.CreateSpan(ref variable, 1));

    private static bool Begin(ref Frame? callee, Frame frame, Co co)
    {
        if (TooDeep(co, ref callee))
            Trampoline(co, frame);
        else if (frame.ResumeFrom(co))
            return true;
        co.Task.Loop.Frames.MakeRoomFor(frame);
        callee = frame;
        return false;
    }
}
