using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>A coroutine, or a call in one, whose code is a delegate that has no state machine.</summary>
internal sealed class DelegateCoroutine(CoAction body) : Coroutine(DelegateInfo.Of(body))
{
    private CoAction _body = body;
    private Fiber? _fiber;

    /// <inheritdoc/>
    protected override bool Resume(Co co) => (_fiber ??= new Fiber(co.Task, this, _body)).Resume();

    /// <inheritdoc/>
    protected override void Clear()
    {
        _body = null!;
        _fiber = null;
    }
}

/// <inheritdoc cref="DelegateCoroutine"/>
internal sealed class DelegateCoroutine<T>(CoFunc<T> body) : Coroutine<T>(DelegateInfo.Of(body))
{
    private CoFunc<T> _body = body;
    private Fiber? _fiber;

    /// <inheritdoc/>
    protected override bool Resume(Co co) => (_fiber ??= new Fiber(co.Task, this, Run)).Resume();

    /// <inheritdoc/>
    protected override void Clear()
    {
        _body = null!;
        _fiber = null;
    }

    private void Run(Co own) => ReturnValue = _body(own);
}
