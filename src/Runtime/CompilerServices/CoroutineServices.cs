using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace CoroGen.CompilerServices;

/// <summary>What generated code calls: renting frames, suspending, and taking the outcome of a callee at a resume point.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public static partial class CoroutineServices
{
    /// <summary>A free frame of a class, cleared, or null when the pool has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Frame? Rent(Co co, FrameInfo info) => co.Task.Loop.Frames.Rent(info.Slot);

    /// <summary>The resume point of a frame; 0 when it has not begun.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int State(Frame frame) => frame.State;

    /// <summary>Notes where <paramref name="frame"/> goes on, and links it to what it waits for.</summary>
    /// <param name="co">The handle.</param>
    /// <param name="frame">The frame of the method that suspends; its live locals are stored already.</param>
    /// <param name="state">The resume point.</param>
    /// <param name="callee">The frame of the call that did not complete, or null when it has none (a system call).</param>
    /// <returns>Always false: the method did not complete.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Suspend(Co co, Frame frame, int state, Frame? callee)
    {
        frame.State = state;
        if (callee is not null)
            callee.Caller = frame;
        else if (co.Task.Leaf != frame)
            co.Task.Leaf = frame; // A loop that yields stays in its frame: comparing costs less than the collector's write barrier.
        return false;
    }

    /// <summary>Takes the outcome of a call without a result: rethrows what it threw, and frees its frame.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void End(Co co)
    {
        var task = co.Task;
        if (task.Thrown is not null)
            RethrowThrown(task);
        if (task.Returned is { } frame)
        {
            task.Returned = null;
            task.Loop.Frames.Return(frame);
        }
    }

    /// <summary>Takes the outcome of a call with a result: rethrows what it threw, or returns the result and frees its frame.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T End<T>(Co co)
    {
        var task = co.Task;
        if (task.Thrown is not null)
            RethrowThrown(task);
        // A call with a result always has a frame: only the void system calls suspend without one.
        var frame = Unsafe.As<Coroutine<T>>(task.Returned!);
        task.Returned = null;
        var result = frame.ReturnValue;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            frame.ReturnValue = default;
        task.Loop.Frames.Return(frame);
        return result!;
    }

    /// <summary>As <see cref="End{T}(Co)"/>, for a type that has no name: it is that of <paramref name="witness"/>, whose value is not used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T End<T>(Co co, T witness) => End<T>(co);

    /// <summary>Casts a value to a type that has no name: it is that of <paramref name="witness"/>, whose value is not used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cast<T>(object? value, T witness) => (T)value!;

    /// <summary>Makes an object of a type that has no name: it is that of <paramref name="witness"/>, whose value is not used.</summary>
    public static T New<T>(T witness)
        where T : class, new() => new();

    /// <summary>Whether the stack is so deep that the call has to go on from the loop: then see <see cref="Trampoline"/>.</summary>
    /// <param name="co">The handle.</param>
    /// <param name="frame">The caller's local: its address tells the depth.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe bool TooDeep(Co co, ref Frame? frame) =>
        (nuint)Unsafe.AsPointer(ref frame) < co.Task.Loop.StackLimit;

    /// <summary>Lets the loop start <paramref name="frame"/> on its own, shallow stack, at once: no other coroutine runs in between.</summary>
    /// <returns>Always false: the method did not complete.</returns>
    public static bool Trampoline(Co co, Frame frame)
    {
        frame.State = 0;
        co.Task.Leaf = frame;
        co.Task.Loop.IsTrampolined = true;
        return false;
    }

    /// <summary>Throws an exception again, with the stack trace it has. Never returns.</summary>
    [DoesNotReturn]
    public static Exception Rethrow(Exception e)
    {
        ExceptionDispatchInfo.Capture(e).Throw();
        throw e;
    }

    /// <summary>What a switch expression throws when none of its arms matches.</summary>
    /// <param name="input">The value that was switched on.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Exception NoMatch(object? input)
    {
#if NET
        return new SwitchExpressionException(input);
#else
        const string Text = "Non-exhaustive switch expression failed to match its input.";
        return new InvalidOperationException(input is null ? Text : $"{Text}{Environment.NewLine}Unmatched value was {input}.");
#endif
    }

    /// <summary>Assigns a variable inside an expression.</summary>
    /// <returns>Always true.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Bind<T>(out T variable, T value)
    {
        variable = value;
        return true;
    }

    /// <summary>Disposes a value where it is, without copying it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Dispose<T>(ref T value)
        where T : IDisposable => value.Dispose();

    /// <summary>A reference to nothing: what a <c>ref</c> local is declared with until it is assigned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T NoReference<T>() => ref Unsafe.NullRef<T>();

    /// <summary>As <see cref="NoReference{T}()"/>, for a type that has no name: it is that of <paramref name="witness"/>, whose value is not used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T NoReference<T>(T witness) => ref Unsafe.NullRef<T>();

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RethrowThrown(Coroutine task)
    {
        var e = task.Thrown!;
        task.Thrown = null;
        (task.RareState.Passing ??= new PassingException()).Throw(e);
    }
}
