using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CoroGen.BlockingMembers.Calls;

/// <summary>A call that stands in a body.</summary>
/// <param name="Place">The instruction.</param>
/// <param name="Method">The method as it is named there.</param>
/// <param name="Receiver">The type of the object, for a virtual call; otherwise null.</param>
/// <param name="IsExact">Whether the object is of that very type.</param>
internal readonly record struct Call(Instruction Place, MethodDefinition Method, TypeDefinition? Receiver, bool IsExact);

/// <summary>A lock that a body takes.</summary>
/// <param name="Lock">Which one: the field that holds it, or the next best name.</param>
/// <param name="First">The offset of the taking.</param>
/// <param name="End">The offset after the last instruction that runs with the lock held.</param>
internal readonly record struct LockRegion(string Lock, int First, int End);

/// <summary>What a body does.</summary>
internal sealed record Body(MethodDefinition Method, IReadOnlyList<Call> Calls, IReadOnlyList<LockRegion> Locks);
