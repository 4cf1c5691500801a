using System.ComponentModel;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <content>Groups and shields.</content>
public readonly ref partial struct Co
{
    /// <summary>
    /// Runs a coroutine as the body of a group, and waits until it has ended and with it all that was launched inside, by it or by what it launched. When one
    /// of them fails, the others are cancelled, in the order of their launches. Nothing of the group is alive when the call ends, in whichever way.
    /// </summary>
    /// <remarks>
    /// <para>One error is thrown as it is, several as one <see cref="AggregateException"/>, in the order in which they occurred.</para>
    /// <para>
    /// What <c>co.Launch</c> has launched fails the group, also when somebody waits for it and catches the error. What was launched by waiting for it (<c>co.Await</c>,
    /// <c>co.WaitAll</c>, <c>co.Timeout</c>, …) throws there; only when nobody waits for it any more, it fails the group. To cancel a single member is no failure; to
    /// cancel the body cancels all. When this coroutine is cancelled, all members are, and are waited for. What is launched into a cancelled group is cancelled at once.
    /// </para>
    /// </remarks>
    /// <param name="body">The coroutine: a new one.</param>
    /// <exception cref="Exception">What the one that failed has thrown.</exception>
    /// <exception cref="AggregateException">Several failed.</exception>
    /// <exception cref="InvalidOperationException">The body has been launched already.</exception>
    /// <exception cref="CoroutineCanceledException">This coroutine is cancelled, or the body was.</exception>
    [SystemCall]
    public void Group(Coroutine body) => Groups.Run(Plain(), body);

    /// <summary>For generated code: <see cref="Group(Coroutine)"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Group__Run(ref Frame? callee, Coroutine body) => Groups.Run__Run(ref callee, this, body);

    /// <returns>The result of the body.</returns>
    /// <inheritdoc cref="Group(Coroutine)"/>
    [SystemCall]
    public T Group<T>(Coroutine<T> body) => Groups.Run(Plain(), body);

    /// <summary>For generated code: <see cref="Group{T}(Coroutine{T})"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Group__Run<T>(ref Frame? callee, out T result, Coroutine<T> body) => Groups.Run__Run(ref callee, out result, this, body);

    /// <summary>Runs a delegate as the body of a group, as <see cref="Group(Coroutine)"/> does: <c>co.Group(co => { co.Launch(…); co.Launch(…); })</c>.</summary>
    /// <param name="body">What to run.</param>
    /// <inheritdoc cref="Group(Coroutine)"/>
    [SystemCall]
    public void Group(CoAction body) => Group(Coroutine.From(body));

    /// <summary>For generated code: <see cref="Group(CoAction)"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Group__Run(ref Frame? callee, CoAction body) => Group__Run(ref callee, Coroutine.From(body));

    /// <returns>The result of the body.</returns>
    /// <inheritdoc cref="Group(CoAction)"/>
    [SystemCall]
    public T Group<T>(CoFunc<T> body) => Group(Coroutine.From(body));

    /// <summary>For generated code: <see cref="Group{T}(CoFunc{T})"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Group__Run<T>(ref Frame? callee, out T result, CoFunc<T> body) => Group__Run(ref callee, out result, Coroutine.From(body));

    /// <summary>
    /// Runs a coroutine to its end also when this one is cancelled, or is so already: for cleanup that has to wait. The cancel of this coroutine then takes
    /// effect at its next suspension.
    /// </summary>
    /// <remarks>
    /// What is launched inside is shielded as well: a cancel of a group around it, or of all coroutines of the loop, does not reach it. It still counts for that
    /// group, which does not end before. A <see cref="Coroutine.Cancel"/> of a shielded coroutine itself, a <c>co.Timeout</c> or a <c>co.Group</c> inside of
    /// the shield cancel as anywhere.
    /// </remarks>
    /// <param name="body">The coroutine: a new one.</param>
    /// <exception cref="Exception">What ended it, unless it finished.</exception>
    /// <exception cref="InvalidOperationException">It has been launched already.</exception>
    [SystemCall, Shielded]
    public void Shield(Coroutine body) => Shields.Run(Plain(), body);

    /// <summary>For generated code: <see cref="Shield(Coroutine)"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Shield__Run(ref Frame? callee, Coroutine body) => Shields.Run__Run(ref callee, this, body);

    /// <returns>The result.</returns>
    /// <inheritdoc cref="Shield(Coroutine)"/>
    [SystemCall, Shielded]
    public T Shield<T>(Coroutine<T> body) => Shields.Run(Plain(), body);

    /// <summary>For generated code: <see cref="Shield{T}(Coroutine{T})"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Shield__Run<T>(ref Frame? callee, out T result, Coroutine<T> body) => Shields.Run__Run(ref callee, out result, this, body);

    /// <summary>Runs a delegate to its end, as <see cref="Shield(Coroutine)"/> does: <c>finally { co.Shield(co => connection.Close(co)); }</c>.</summary>
    /// <param name="body">What to run.</param>
    /// <inheritdoc cref="Shield(Coroutine)"/>
    [SystemCall, Shielded]
    public void Shield(CoAction body) => Shield(Coroutine.From(body));

    /// <summary>For generated code: <see cref="Shield(CoAction)"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Shield__Run(ref Frame? callee, CoAction body) => Shield__Run(ref callee, Coroutine.From(body));

    /// <returns>The result.</returns>
    /// <inheritdoc cref="Shield(CoAction)"/>
    [SystemCall, Shielded]
    public T Shield<T>(CoFunc<T> body) => Shield(Coroutine.From(body));

    /// <summary>For generated code: <see cref="Shield{T}(CoFunc{T})"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Shield__Run<T>(ref Frame? callee, out T result, CoFunc<T> body) => Shield__Run(ref callee, out result, Coroutine.From(body));
}
