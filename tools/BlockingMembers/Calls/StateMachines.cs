using Mono.Cecil;

namespace CoroGen.BlockingMembers.Calls;

/// <summary>What compilers make of iterators and async methods.</summary>
internal static class StateMachines
{
    public static bool IsAsync(TypeDefinition type) => Implements(type, "System.Runtime.CompilerServices.IAsyncStateMachine");

    /// <summary>The body of the iterator whose object the type is.</summary>
    public static MethodDefinition? IteratorBody(TypeDefinition type) =>
        type.Name.StartsWith('<') && Implements(type, "System.Collections.IEnumerator") ? type.Methods.First(method => method.Name == "MoveNext") : null;

    public static MethodDefinition AsyncBody(TypeDefinition type) => type.Methods.First(method => method.Name.EndsWith("MoveNext", StringComparison.Ordinal));

    /// <summary>The state machine that the call starts.</summary>
    public static TypeReference? Started(MethodReference reference) =>
        reference is GenericInstanceMethod { Name: "Start", GenericArguments: [var machine] } && reference.DeclaringType.Name.Contains("MethodBuilder", StringComparison.Ordinal) && machine is not GenericParameter
            ? machine
            : null;

    /// <summary>The result of what is awaited is there already.</summary>
    public static bool IsResultOfAwaiter(MethodDefinition method) => method.Name == "GetResult";

    private static bool Implements(TypeDefinition type, string name) => type.Interfaces.Any(each => each.InterfaceType.FullName == name);
}
