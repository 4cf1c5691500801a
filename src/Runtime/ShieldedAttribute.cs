namespace CoroGen;

/// <summary>
/// Marks a coroutine that waits also where its caller is cancelled, because all that it waits for stands in a shield: it may be called in a <c>finally</c>, and the analyzers do not ask for a
/// shield round it (CORO207). A lambda that is passed to it stands in the shield. Overrides and implementations of what is marked count as well.
/// </summary>
/// <remarks>It does nothing at run time: <c>co.Shield</c> inside does. Coroutines of the same project that only wait in shields need no mark: the analyzers look into them.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShieldedAttribute : Attribute;
