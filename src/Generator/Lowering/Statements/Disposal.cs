using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary>The statement that disposes a resource, as C# does it at the end of <c>using</c> and <c>foreach</c>; null when there is nothing to dispose.</summary>
internal static class Disposal
{
    private const string Disposable = "global::System.IDisposable";

    public static Fragment Of(Variable resource)
    {
        var type = resource.Symbol!;
        if (type.IsRefLikeType)
            return Fragment.Of($"{resource}.Dispose();");
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || type.TypeKind == TypeKind.Dynamic)
            return Fragment.Of($"(({Disposable}?){resource})?.Dispose();");
        if (type.IsReferenceType)
            return Fragment.Of($"if ({resource} != null) (({Disposable}){resource}).Dispose();");
        var dispose = Fragment.Of($"{GeneratedNames.Services}.Dispose(ref {resource});");
        return type.IsValueType ? dispose : Fragment.Of($"if ({resource} != null) {dispose}");
    }

    /// <summary>An enumerator whose type does not say that it is disposable may still be.</summary>
    public static Fragment? OfEnumerator(Variable enumerator, IMethodSymbol? dispose)
    {
        if (dispose is null)
            return null;
        var type = enumerator.Symbol!;
        var isDisposable = type.IsValueType || type is ITypeParameterSymbol || IsDisposable(type) || type.AllInterfaces.Any(IsDisposable);
        return isDisposable ? Of(enumerator) : Fragment.Of($"({enumerator} as {Disposable})?.Dispose();");
    }

    private static bool IsDisposable(ITypeSymbol type) => type.SpecialType == SpecialType.System_IDisposable;
}
