namespace CoroGen.Generator.Model;

/// <summary>A coroutine method's signature, as text: all that its factory, its frame and its call sites need.</summary>
/// <param name="Home">The namespace and the types that contain the method.</param>
/// <param name="Name">The method's name as written (for an explicit implementation, without the interface).</param>
/// <param name="UniqueName">The name, made unique among the type's coroutines: names the frame class and the file.</param>
/// <param name="ExplicitInterface"><c>global::N.I.</c> for an explicit implementation, else empty.</param>
/// <param name="Attributes">The attributes that matter to callers (<c>[Obsolete]</c> …), one a line, or empty.</param>
/// <param name="Modifiers">The modifiers of factory and resume method: <c>public static </c>, <c>protected override </c> …</param>
/// <param name="ReturnType">The result's type with nullability, or null for <c>void</c>.</param>
/// <param name="TypeParameters"><c>&lt;T, U&gt;</c> or empty.</param>
/// <param name="Constraints">The constraint clauses (<c>where T : class</c> …) as the method's own declaration needs them, or empty.</param>
/// <param name="FrameConstraints">The constraint clauses that hold for the type parameters, also those that an override inherits.</param>
/// <param name="Parameters">All parameters in order, the handle included.</param>
/// <param name="IsStatic">Whether there is no <c>this</c>.</param>
/// <param name="IsExtension">Whether the first parameter is <c>this</c>.</param>
/// <param name="HasBody">False for an abstract or an interface member without a body.</param>
/// <param name="HasFactory">False where plain C# calls the name by itself (<c>Dispose</c>, <c>MoveNext</c>) and the type has that method too.</param>
/// <param name="IsDispatched">Whether the resume method is found by virtual dispatch, so that a frame cannot reach its own body by that name.</param>
/// <param name="IsOblivious">Whether the method stands where nullable annotations are disabled.</param>
/// <param name="Cref">The method for an <c>inheritdoc</c>: <c>Prepare(global::CoroGen.Co, string)</c>.</param>
/// <param name="RefusedBy">The rule that refused the signature, or null; the factory is emitted as far as it makes sense.</param>
internal sealed record SignatureModel(
    HomeModel Home,
    string Name,
    string UniqueName,
    string ExplicitInterface,
    string Attributes,
    string Modifiers,
    string? ReturnType,
    string TypeParameters,
    string Constraints,
    string FrameConstraints,
    EquatableArray<ParameterModel> Parameters,
    bool IsStatic,
    bool IsExtension,
    bool HasBody,
    bool HasFactory,
    bool IsDispatched,
    bool IsOblivious,
    string Cref,
    string? RefusedBy)
{
    /// <summary>The name that users know it by.</summary>
    public string DisplayName { get; init; } = Name.TrimStart('@');

    /// <summary>The type parameters, one by one.</summary>
    public IReadOnlyList<string> TypeParameterNames => Names(TypeParameters);

    /// <summary>Whether one of them hides one of the type's: the frame, which has them too, could not name the type of <c>this</c>.</summary>
    public bool HidesThis => !IsStatic && TypeParameterNames.Intersect(Home.TypeParameters).Any();

    /// <summary>The attributes that the trimmer must see wherever the first type parameters are declared, one after the other.</summary>
    public EquatableArray<string> TypeParameterAttributes { get; init; } = [];

    /// <summary>Whether there is an attribute by which generated code can say that a warning of the trimmer's is none.</summary>
    public bool CanSuppress { get; init; }

    /// <summary>The extension block that factory and resume method stand in, or null.</summary>
    public BlockModel? Block { get; init; }

    /// <summary>Whether it is what was left of a head that has errors.</summary>
    public bool IsBare { get; init; }

    /// <summary>Whether it gets members at all.</summary>
    public bool HasMembers { get; init; } = true;

    /// <summary>The type parameters with their attributes.</summary>
    public string DeclaredTypeParameters => Declared(TypeParameterNames.Count, from: 0);

    /// <summary>Those that the coroutine declares itself, and not the block that it stands in.</summary>
    public string OwnTypeParameters => Declared(TypeParameterNames.Count, from: Block?.Arity ?? 0);

    /// <summary>The head of the block, with its type parameters.</summary>
    public string BlockHead => Block is { } block ? $"extension{Declared(block.Arity, from: 0)}({block.Receiver}){(block.Constraints.Length == 0 ? "" : " " + block.Constraints)}" : "";

    public string CoroutineType => ReturnType is null ? "global::CoroGen.Coroutine" : $"global::CoroGen.Coroutine<{ReturnType}>";

    public bool IsRefused => RefusedBy is not null;

    /// <summary>Tells it from all others of the compilation.</summary>
    public string Key => $"{Home.Path}.{UniqueName}";

    /// <summary>The signature with bodies where there are none.</summary>
    /// <param name="rule">The rule that says why those are never run.</param>
    public SignatureModel WithBodies(string rule) => this with { RefusedBy = rule, Modifiers = Modifiers.Replace("abstract ", "virtual ") };

    public bool IsUnsafe => Modifiers.Contains("unsafe ");

    /// <summary>The resume method, by which callers reach the coroutine.</summary>
    public string RunName => GeneratedNames.Run(Name);

    /// <summary>The method that holds the lowered body: the resume method itself, or what it forwards to when it is dispatched.</summary>
    public string BodyName => IsDispatched ? GeneratedNames.Body(UniqueName) : RunName;

    public string FrameName => GeneratedNames.Frame(UniqueName);

    /// <summary>The frame's type inside the containing type, with the method's type arguments.</summary>
    public string FrameType => FrameName + TypeParameters;

    public ParameterModel Handle => Parameters.First(p => p.IsHandle);

    public IEnumerable<ParameterModel> ParametersWithoutHandle => Parameters.Where(p => !p.IsHandle);

    private static IReadOnlyList<string> Names(string typeParameters) => typeParameters.Length == 0 ? [] : [.. typeParameters.Trim('<', '>').Split(',').Select(name => name.Trim())];

    private string Declared(int end, int from) => from >= end
        ? ""
        : $"<{string.Join(", ", TypeParameterNames.Take(end).Select((name, i) => (i < TypeParameterAttributes.Count ? TypeParameterAttributes[i] : "") + name).Skip(from))}>";
}

/// <summary>The extension block of a coroutine that is called on the type.</summary>
/// <param name="Receiver">The type that it extends.</param>
/// <param name="Arity">How many of the first type parameters are the block's.</param>
/// <param name="Constraints">Their constraint clauses, or empty.</param>
internal sealed record BlockModel(string Receiver, int Arity, string Constraints);

/// <summary>One parameter.</summary>
/// <param name="Type">Its fully qualified type, with nullability.</param>
/// <param name="Name">Its name, escaped (<c>@class</c>) where needed.</param>
/// <param name="Prefix"><c>params </c>, <c>this </c>, attributes that matter to callers (caller info, nullability), or empty.</param>
/// <param name="Default"><c> = 1</c> or empty.</param>
/// <param name="IsHandle">Whether it is the <c>Co</c>.</param>
/// <param name="HoldsReferences">Whether a value of the type can hold a reference to an object, so that a frame must be cleared of it.</param>
internal sealed record ParameterModel(string Type, string Name, string Prefix, string Default, bool IsHandle, bool HoldsReferences)
{
    /// <summary>The variable that it is in the body: another one when its own type cannot be written.</summary>
    public string Variable { get; init; } = Name;

    /// <summary>The declaration in a parameter list.</summary>
    public string Declaration => $"{Prefix}{Type} {Name}{Default}";
}

/// <summary>Where generated members must stand so that they bind as the user's own do.</summary>
/// <param name="FileUsings">Defined symbols, extern aliases and usings of the file, as written, one a line.</param>
/// <param name="Namespaces">The namespaces, outermost first, each with the usings inside it.</param>
/// <param name="Types">The containing types, outermost first, as partial declarations without a body: <c>partial struct S&lt;T&gt;</c>.</param>
/// <param name="ContainingType">The innermost type, the type of <c>this</c>, in full, <c>global::Space.S&lt;T&gt;</c>: a base may have a type of the same name in it.</param>
/// <param name="TypeParameters">Those of all the types.</param>
/// <param name="IsStruct">Whether the innermost type is a struct.</param>
/// <param name="Path">The types for a file's name: <c>Outer+Box{T}</c>, with the namespace.</param>
internal sealed record HomeModel(
    string FileUsings,
    EquatableArray<NamespaceModel> Namespaces,
    EquatableArray<string> Types,
    string ContainingType,
    EquatableArray<string> TypeParameters,
    bool IsStruct,
    string Path);

/// <summary>A namespace declaration and the usings inside it.</summary>
internal sealed record NamespaceModel(string Name, string Usings);
