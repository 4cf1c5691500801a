namespace CoroGen.Generator.Model;

/// <summary>A coroutine method lowered: all that emission needs, as text.</summary>
/// <param name="Signature">The method's signature.</param>
/// <param name="Fields">The frame's fields, the parameters' among them.</param>
/// <param name="Locals">The locals of the resume method, with their declarations.</param>
/// <param name="Scopes">The classes that hold captured variables.</param>
/// <param name="Functions">The functions inside the body that have become members.</param>
/// <param name="DelegateMakers">Members that make delegates of such functions.</param>
/// <param name="Body">The lowered body.</param>
/// <param name="Released">The parameters whose fields are cleared once they are loaded.</param>
/// <param name="File">The path of the user's file.</param>
/// <param name="Lines">The 1-based source line of each resume point, by state; the method's own line at state 0.</param>
/// <param name="SpanLines">Whether the language version has the span form of <c>#line</c>.</param>
/// <param name="HidesFrames">Whether there is an attribute that keeps frames out of stack traces.</param>
/// <param name="CallsCoroutines">Whether it can be part of a deep recursion.</param>
/// <param name="IsUnsafe">Whether the body needs an unsafe context.</param>
internal sealed record StateMachineModel(
    SignatureModel Signature,
    EquatableArray<FrameField> Fields,
    EquatableArray<string> Locals,
    EquatableArray<ScopeModel> Scopes,
    EquatableArray<FunctionModel> Functions,
    EquatableArray<string> DelegateMakers,
    EquatableArray<Code> Body,
    EquatableArray<string> Released,
    string File,
    EquatableArray<int> Lines,
    bool SpanLines,
    bool HidesFrames,
    bool CallsCoroutines,
    bool IsUnsafe)
{
    /// <summary>Whether calls in it tell the user's file.</summary>
    public bool TellsFile { get; init; }
}

/// <summary>A field of the frame.</summary>
/// <param name="Type">Its fully qualified type, with nullability.</param>
/// <param name="Name">The field's name.</param>
/// <param name="HoldsReferences">Whether it must be cleared when the coroutine completes.</param>
internal sealed record FrameField(string Type, string Name, bool HoldsReferences)
{
    /// <summary>Whether the variable's own type has no name, so that it is loaded with a cast.</summary>
    public bool IsUntyped { get; init; }
}

/// <summary>A class for captured variables.</summary>
/// <param name="ClassName">Its name with type parameters.</param>
/// <param name="Constraints">The constraint clauses of those that are not the method's, or empty.</param>
/// <param name="Fields">The variables.</param>
internal sealed record ScopeModel(string ClassName, string Constraints, EquatableArray<FrameField> Fields);

/// <summary>A function of a body that has become a member.</summary>
internal abstract record FunctionModel
{
    private FunctionModel()
    {
    }

    /// <summary>A coroutine.</summary>
    public sealed record Coroutine(StateMachineModel Machine) : FunctionModel;

    /// <summary>Any other function.</summary>
    /// <param name="Head">The declaration without the body.</param>
    /// <param name="Body">The body: a block, or an expression after an arrow.</param>
    /// <param name="Functions">The functions inside it that have become members.</param>
    /// <param name="DelegateMakers">Members that make delegates of such functions.</param>
    public sealed record Copied(string Head, PlacedText Body, EquatableArray<FunctionModel> Functions, EquatableArray<string> DelegateMakers) : FunctionModel;
}
