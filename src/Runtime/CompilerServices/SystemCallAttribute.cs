using System.ComponentModel;

namespace CoroGen.CompilerServices;

/// <summary>
/// Marks a method that suspends by itself, without a coroutine body: calls of it with a handle are suspension points, and a
/// method <c>Name__Run</c> stands beside it, which generated code calls instead.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SystemCallAttribute : Attribute;
