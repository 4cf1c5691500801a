namespace CoroGen.Generator.Model;

/// <summary>One file to write.</summary>
/// <param name="HintName">Its name, unique in the compilation.</param>
/// <param name="Signature">The coroutine method.</param>
/// <param name="Machine">The state machine, or null when only signatures are emitted.</param>
/// <param name="Reason">Why there is no state machine: the refusing rule's id, or a phrase.</param>
internal sealed record GeneratedFile(string HintName, SignatureModel Signature, StateMachineModel? Machine, string Reason)
{
    /// <summary>The signature that is emitted instead of one that would repeat errors, or null.</summary>
    public SignatureModel? Instead { get; init; }

    public SignatureModel Emitted => Instead ?? Signature;
}
