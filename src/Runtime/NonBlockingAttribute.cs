namespace CoroGen;

/// <summary>
/// Marks what coroutines may call although it looks as if it blocked: it holds a lock for a moment, or reads a stream that is in memory. The analyzers do not report calls of it, and do
/// not look into it. On a type it means all members.
/// </summary>
/// <remarks>It does nothing at run time.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class NonBlockingAttribute : Attribute;
