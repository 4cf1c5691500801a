namespace CoroGen;

/// <summary>A coroutine as a delegate: <c>co => Serve(co, "A")</c>, or the name of a coroutine method. It runs in whichever coroutine calls it.</summary>
/// <remarks>
/// A lambda with a handle that stands in a coroutine is compiled to a state machine, as the coroutine is. One that stands anywhere else has none, and neither
/// has the name of a method there: as soon as a coroutine runs it, it is given a thread of its own, which takes turns with the loop's, so that still
/// only one of them runs at a time, in the same order. That costs a switch of threads for each suspension, and what belongs to a thread is that thread's: what is
/// <c>[ThreadStatic]</c>, or held by <c>lock</c>. An <see cref="AsyncLocal{T}"/> has the value it had at the beginning; what is assigned inside stays inside.
/// The thread ends with the delegate; <see cref="EventLoop.Dispose"/> ends what is left.
/// </remarks>
/// <param name="co">The handle of the coroutine that runs it.</param>
public delegate void CoAction(Co co);
