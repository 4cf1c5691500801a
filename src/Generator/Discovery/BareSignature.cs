using CoroGen.Generator.Lowering;
using CoroGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Discovery;

/// <summary>
/// What is left of a signature in which the compiler finds errors: what C# accepts whatever stands in the head. No error is repeated, and the callers stay quiet.
/// <code>
/// [Coroutine, Obsolete, Obsolete] protected virtual Pair&lt;T&gt; Serve&lt;T&gt;(Co co, [CallerLineNumber] string line) where T : Nothing
/// becomes
/// private Coroutine&lt;dynamic&gt; Serve&lt;T&gt;(string line)
/// </code>
/// </summary>
internal static class BareSignature
{
    /// <summary>The signature in a bare place: the method's own head is right, but not all round it.</summary>
    public static SignatureModel InBareHome(SignatureModel signature, CoroutineMethod method)
    {
        var isExtension = signature.IsExtension && IsPlaceOfExtensions(method) && IsReceiver(method.Symbol.Parameters[0].Type);
        return signature with
        {
            Home = HomeReader.ReadBare(method),
            Block = signature.Block is { Arity: 0 } && IsPlaceOfExtensions(method) && IsReceiver(ExtensionBlocks.Receiver(method.Block)!.Type) ? signature.Block : null,
            IsExtension = isExtension,
            Parameters = isExtension ? signature.Parameters : signature.Parameters.Select(p => p with { Prefix = p.Prefix.Replace("this ", "") }).ToEquatable(),
            Cref = "",
        };
    }

    /// <summary>The signature without all that its head may have wrong. What overrides or implements explicitly gets no members: its callers have those of what it overrides.</summary>
    public static SignatureModel Of(SignatureModel signature, CoroutineMethod method)
    {
        var bare = InBareHome(signature, method);
        return bare with
        {
            IsBare = true,
            HasMembers = method.Symbol.OverriddenMethod is null && method.Syntax.ExplicitInterfaceSpecifier is null,
            ExplicitInterface = "",
            Attributes = "",
            Modifiers = Modifiers(method.Symbol),
            ReturnType = signature.ReturnType is null ? null : TypeText(method.Declared.ReturnType, method.Symbol),
            Constraints = "",
            FrameConstraints = "",
            Parameters = Parameters(bare, method),
            IsStatic = IsStatic(method.Symbol),
            HasBody = true,
            IsDispatched = false,
            TypeParameterAttributes = [],
            CanSuppress = false,
            Block = bare.Block is { } block ? block with { Constraints = "" } : null,
        };
    }

    /// <summary>Nothing but who sees it, and whether there is <c>this</c>. It is never public, so that it implements nothing.</summary>
    private static string Modifiers(IMethodSymbol method)
    {
        var access = method.DeclaredAccessibility switch
        {
            Accessibility.Public or Accessibility.Internal => "internal ",
            Accessibility.Protected or Accessibility.ProtectedOrInternal when method.ContainingType is { TypeKind: TypeKind.Class, IsStatic: false } => "protected ",
            _ => "private ",
        };
        return access + (IsStatic(method) ? "static " : "");
    }

    private static bool IsStatic(IMethodSymbol method) => method.IsStatic || method.ContainingType.IsStatic;

    private static EquatableArray<ParameterModel> Parameters(SignatureModel signature, CoroutineMethod method)
    {
        var names = new HashSet<string>(signature.TypeParameterNames);
        var parameters = new List<ParameterModel>();
        for (var i = 0; i < signature.Parameters.Count; i++)
        {
            var (model, symbol) = (signature.Parameters[i], method.Symbol.Parameters[i]);
            var type = TypeText(symbol.Type, method.Symbol);
            var isParams = symbol.IsParams && symbol.Type is IArrayTypeSymbol { Rank: 1 } && i == signature.Parameters.Count - 1;
            var isThis = i == 0 && signature.IsExtension;
            var hasDefault = symbol.RefKind == RefKind.None && !isParams && method.Symbol.Parameters.Skip(i).All(p => p.IsOptional || p.IsParams);
            parameters.Add(model with
            {
                Type = type,
                Name = Unique(model.Name, names),
                Prefix = (isThis ? "this " : "") + ParameterReader.ByReference(symbol.RefKind) + (isParams ? "params " : ""),
                Default = !hasDefault ? "" : type == "dynamic" ? " = null" : model.Default.Length > 0 ? model.Default : " = default!",
            });
        }

        return parameters.ToEquatable();
    }

    private static string Unique(string name, HashSet<string> names) => name.Length > 0 && names.Add(name) ? name : Unique(name + "_", names);

    private static string TypeText(ITypeSymbol type, IMethodSymbol method) => IsAlwaysAllowed(type) ? ParameterReader.TypeText(type, method) : "dynamic";

    /// <summary>Whether C# accepts the type as that of a parameter, of a result and of a type argument, with no constraint in sight.</summary>
    private static bool IsAlwaysAllowed(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => parameter.Variance == VarianceKind.None && parameter.NullableAnnotation != NullableAnnotation.Annotated,
        IArrayTypeSymbol array => IsAlwaysAllowed(array.ElementType),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => nullable.TypeArguments[0] is INamedTypeSymbol { IsValueType: true } value && IsAlwaysAllowed(value),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Select(element => element.Name).Distinct().Count() == tuple.TupleElements.Length && tuple.TypeArguments.All(IsAlwaysAllowed),
        INamedTypeSymbol { SpecialType: not (SpecialType.System_Void or SpecialType.System_TypedReference or SpecialType.System_ArgIterator or SpecialType.System_RuntimeArgumentHandle) } named =>
            !named.IsStatic
            && (!named.IsRefLikeType || CoroutineSymbols.IsHandle(named))
            && named.TypeParameters.All(IsUnconstrained)
            && named.TypeArguments.All(IsAlwaysAllowed)
            && (named.ContainingType is null || IsAlwaysAllowed(named.ContainingType)),
        _ => false,
    };

    private static bool IsUnconstrained(ITypeParameterSymbol parameter) => parameter is
    {
        HasConstructorConstraint: false, HasNotNullConstraint: false, HasReferenceTypeConstraint: false, HasUnmanagedTypeConstraint: false, HasValueTypeConstraint: false, ConstraintTypes.IsEmpty: true,
    };

    /// <summary>Whether the method stands where C# has extension methods.</summary>
    public static bool IsPlaceOfExtensions(CoroutineMethod method) => method.Symbol is { IsStatic: true, ContainingType: { IsStatic: true, Arity: 0, ContainingType: null } };

    private static bool IsReceiver(ITypeSymbol type) => type is not IDynamicTypeSymbol && !HalfTyped.HasError(type) && IsAlwaysAllowed(type);
}
