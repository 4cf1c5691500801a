namespace CoroGen.Generator.Model;

/// <summary>A coroutine method lowered: all that emission needs, as text.</summary>
/// <param name="Signature">The method's signature.</param>
/// <param name="Fields">The frame's fields, the parameters' among them.</param>
/// <param name="Locals">The locals of the resume method, with their declarations.</param>
/// <param name="Scopes">The classes that hold captured variables.</param>
/// <param name="Body">The lowered body.</param>
/// <param name="Released">The parameters whose fields are cleared once they are loaded.</param>
/// <param name="File">The path of the user's file.</param>
/// <param name="Lines">The 1-based source line of each resume point, by state; the method's own line at state 0.</param>
/// <param name="SpanLines">Whether the language version has the span form of <c>#line</c>.</param>
/// <param name="CallsCoroutines">Whether it can be part of a deep recursion.</param>
/// <param name="IsUnsafe">Whether the body needs an unsafe context.</param>
internal sealed record StateMachineModel(
    SignatureModel Signature,
    EquatableArray<FrameField> Fields,
    EquatableArray<string> Locals,
    EquatableArray<ScopeModel> Scopes,
    EquatableArray<Code> Body,
    EquatableArray<string> Released,
    string File,
    EquatableArray<int> Lines,
    bool SpanLines,
    bool CallsCoroutines,
    bool IsUnsafe);

/// <summary>A field of the frame.</summary>
/// <param name="Type">Its fully qualified type, with nullability.</param>
/// <param name="Name">The field's name.</param>
/// <param name="HoldsReferences">Whether it must be cleared when the coroutine completes.</param>
internal sealed record FrameField(string Type, string Name, bool HoldsReferences);

/// <summary>A class for captured variables.</summary>
internal sealed record ScopeModel(string ClassName, EquatableArray<FrameField> Fields);
