using System.Diagnostics;
using System.Runtime.CompilerServices;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>A coroutine with a result.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
public abstract class Coroutine<T> : Coroutine
{
    /// <summary>For generated code: where the state machine stores the result.</summary>
    protected internal T? ReturnValue;

    /// <summary>For generated code.</summary>
    protected Coroutine(FrameInfo info)
        : base(info)
    {
    }

    /// <summary>What it returned. When it ended by an exception, that is thrown.</summary>
    /// <exception cref="InvalidOperationException">It has not ended yet.</exception>
    public T Result
    {
        [StackTraceHidden]
        get
        {
            ThrowIfFailed();
            return ReturnValue!;
        }
    }

    /// <inheritdoc cref="Coroutine.AsTask"/>
    public new Task<T> AsTask() => (Task<T>)base.AsTask();

    /// <inheritdoc cref="Coroutine.GetAwaiter"/>
    public new TaskAwaiter<T> GetAwaiter() => AsTask().GetAwaiter();

    internal override string ResultText => CoroutineText.Of(ReturnValue);

    internal override void ClearResult() => ReturnValue = default;

    private protected override TaskBridge NewBridge() => new TaskBridge<T>();
}
