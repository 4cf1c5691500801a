namespace CoroGen;

/// <summary>What stands behind a delegate that generated code has made: it knows how to make the state machine.</summary>
internal sealed class CoroutineFunction
{
    private readonly Func<Coroutine> _factory;

    public CoroutineFunction(Func<Coroutine> factory)
    {
        _factory = factory;
        Body = Run;
    }

    /// <summary>The delegate.</summary>
    public CoAction Body { get; }

    /// <summary>A coroutine that runs the delegate. Delegates that are combined of several are none of ours.</summary>
    public static Coroutine Make(CoAction body) =>
        body.Target is CoroutineFunction function && function.Body == body ? function._factory() : new DelegateCoroutine(body);

    private void Run(Co co) => co.Call(_factory());
}

/// <inheritdoc cref="CoroutineFunction"/>
internal sealed class CoroutineFunction<T>
{
    private readonly Func<Coroutine<T>> _factory;

    public CoroutineFunction(Func<Coroutine<T>> factory)
    {
        _factory = factory;
        Body = Run;
    }

    /// <inheritdoc cref="CoroutineFunction.Body"/>
    public CoFunc<T> Body { get; }

    /// <inheritdoc cref="CoroutineFunction.Make"/>
    public static Coroutine<T> Make(CoFunc<T> body) =>
        body.Target is CoroutineFunction<T> function && function.Body == body ? function._factory() : new DelegateCoroutine<T>(body);

    private T Run(Co co) => co.Call(_factory());
}
