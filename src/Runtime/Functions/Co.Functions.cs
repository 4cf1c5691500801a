using CoroGen.CompilerServices;

namespace CoroGen;

/// <content>Delegates with a handle.</content>
public readonly ref partial struct Co
{
    /// <summary>Launches a delegate as a coroutine: <c>co.Launch(co => Serve(co, "A"))</c>. It goes on at once: the first step of the new one comes in the next pass.</summary>
    /// <returns>The coroutine.</returns>
    /// <exception cref="ObjectDisposedException">The loop is being disposed.</exception>
    public Coroutine Launch(CoAction body) => Launch(Coroutine.From(body));

    /// <inheritdoc cref="Launch(CoAction)"/>
    public Coroutine<T> Launch<T>(CoFunc<T> body) => Launch(Coroutine.From(body));

    /// <summary>For a delegate that generated code has made, called by plain code.</summary>
    internal void Call(Coroutine function)
    {
        var caller = PlainCode();
        Loop.Frames.MakeRoomFor(function);
        caller.Call(function);
        CoroutineServices.End(this);
    }

    /// <inheritdoc cref="Call(Coroutine)"/>
    internal T Call<T>(Coroutine<T> function)
    {
        var caller = PlainCode();
        Loop.Frames.MakeRoomFor(function);
        caller.Call(function);
        return CoroutineServices.End<T>(this);
    }
}
