namespace CoroGen;

/// <summary>
/// Marks what blocks its thread, for the analyzers: a call of it in a coroutine is reported (CORO112), also when it is made by a method that the coroutine calls. On a type it means all
/// members. Overrides and implementations of what is marked count as well.
/// </summary>
/// <remarks>It does nothing at run time. Methods whose bodies are in the same project need no mark: the analyzers look into them.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class BlockingAttribute : Attribute
{
    /// <summary>
    /// The name of the member that does the same without blocking, in the same type, or its documentation id: <c>M:Shop.Store.LoadAsync</c>. It returns a task, or is a coroutine. The
    /// code fix writes it. Without a name, the method with <c>Async</c> after the name is taken, if there is one.
    /// </summary>
    public string? Replacement { get; init; }
}
