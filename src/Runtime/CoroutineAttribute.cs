namespace CoroGen;

/// <summary>
/// Marks a method with a handle (<see cref="Co"/>) as a coroutine: the generator compiles it to a state machine, and adds a
/// method of the same name without the handle, which makes a <see cref="Coroutine"/> to launch or to wait for.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class CoroutineAttribute : Attribute;
