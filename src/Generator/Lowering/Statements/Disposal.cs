using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Lowering.Regions;
using CoroGen.Generator.Lowering.Spilling;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary>
/// The statement that disposes a resource, as C# does it at the end of <c>using</c> and <c>foreach</c>.
/// <code>
/// r.Dispose();
/// becomes, where a coroutine stands in for it
/// if (r is null) goto end;  r.Dispose(co);  end:
/// </code>
/// </summary>
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
            return Fragment.Of($"if ({resource} is not null) (({Disposable}){resource}).Dispose();");
        var dispose = Fragment.Of($"{GeneratedNames.Services}.Dispose(ref {resource});");
        return type.IsValueType ? dispose : Fragment.Of($"if ({resource} is not null) {dispose}");
    }

    /// <summary>Disposes the resource by a coroutine.</summary>
    public static void Lower(Variable resource, IMethodSymbol dispose, SyntaxNode source, LoweringContext context)
    {
        var type = resource.Symbol!;
        var isNullable = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var end = context.NewTarget("end");
        if (isNullable || !type.IsValueType)
            context.EmitIf(Fragment.Of($"{resource} is null"), end);
        var receiver = isNullable ? Fragment.Of($"{resource}.GetValueOrDefault()") : Fragment.Of($"{resource}");
        SuspendingCall.Lower(receiver, dispose, null, source, context);
        context.Mark(end);
    }

    /// <summary>An enumerator whose type does not say that it is disposable may still be. Null when there is nothing to dispose.</summary>
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
