namespace CoroGen;

/// <summary>
/// Thrown to those who wait for a <see cref="CoLock"/>, or want it later, when the coroutine that held it ended without releasing it: what
/// the lock protects may be half changed.
/// </summary>
public class LockAbandonedException : InvalidOperationException
{
    /// <summary>Makes one with a default message.</summary>
    public LockAbandonedException()
        : this("The coroutine that held the lock ended without releasing it.")
    {
    }

    /// <summary>Makes one with a message.</summary>
    public LockAbandonedException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and a cause.</summary>
    public LockAbandonedException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal LockAbandonedException(Coroutine owner)
        : base($"The coroutine '{owner.Name}' ended without releasing the lock it held: what the lock protects may be half changed. Take it with 'using (co.Lock(…))'.")
    {
        Owner = owner;
    }

    /// <summary>The coroutine that held the lock.</summary>
    public Coroutine? Owner { get; }
}
