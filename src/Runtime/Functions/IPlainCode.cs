using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>Plain code that is part of a coroutine. It has no state machine: when it has to wait, it blocks its thread.</summary>
internal interface IPlainCode
{
    /// <summary>Blocks until the wait that a system call has begun is over, and takes its outcome.</summary>
    void Wait();

    /// <summary>Runs a state machine, at once, as a call of the plain code, and blocks until it has completed. The outcome is still to be taken.</summary>
    void Call(Frame callee);
}
