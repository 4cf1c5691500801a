using Mono.Cecil;

namespace CoroGen.BlockingMembers.Calls;

/// <summary>What is known of a value on the evaluation stack.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Source">Where it was read: a field, a method's result, <c>this</c>.</param>
/// <param name="Function">The method that a delegate calls.</param>
/// <param name="IsNew">Whether it was just made, and so is exactly of its type.</param>
/// <param name="IsZero">Whether it is the constant 0.</param>
internal readonly record struct StackValue(TypeReference? Type = null, string? Source = null, MethodDefinition? Function = null, bool IsNew = false, bool IsZero = false);
