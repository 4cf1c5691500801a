namespace CoroGen;

/// <content>Coroutines of delegates.</content>
public abstract partial class Coroutine
{
    /// <summary>Makes a coroutine that runs a delegate, to launch or to wait for: <c>co.WaitAll(Coroutine.From(co => Serve(co, "A")), Bill())</c>. It runs nothing.</summary>
    /// <returns>The coroutine, in state <see cref="CoroutineStatus.New"/>.</returns>
    public static Coroutine From(CoAction body)
    {
        Guard.NotNull(body);
        return CoroutineFunction.Make(body);
    }

    /// <inheritdoc cref="From(CoAction)"/>
    public static Coroutine<T> From<T>(CoFunc<T> body)
    {
        Guard.NotNull(body);
        return CoroutineFunction<T>.Make(body);
    }
}
