using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Refusals;

/// <summary>What goes in and out of a coroutine is kept in its frame: values that a field and a type argument can hold, and that another file can name.</summary>
internal static class ByValueRules
{
    /// <summary>CORO006 for parameters.</summary>
    public static IEnumerable<Refusal> Parameters(CoroutineMethod method)
    {
        foreach (var parameter in method.Symbol.Parameters.Where(p => !CoroutineSymbols.IsHandle(p.Type)))
        {
            var syntax = method.ParameterSyntax(parameter);
            if (parameter.RefKind != RefKind.None)
                yield return new(Rules.ByReference, ReferenceModifier(syntax).GetLocation(), method.Name, $"the reference '{parameter.Name}'");
            else if (IsRefLike(parameter.Type))
                yield return new(Rules.ByReference, syntax.Type!.GetLocation(), method.Name, $"the ref struct '{parameter.Name}'");
        }

        if (method.Symbol.IsVararg)
            yield return new(Rules.ByReference, method.Syntax.ParameterList.Parameters.Last().GetLocation(), method.Name, "'__arglist'");
    }

    /// <summary>CORO006 and CORO009 for the result.</summary>
    public static IEnumerable<Refusal> Result(CoroutineMethod method)
    {
        var (result, place) = (method.Symbol.ReturnType, method.Syntax.ReturnType.GetLocation());
        if (method.Symbol.RefKind != RefKind.None)
            yield return new(Rules.ByReference, place, method.Name, "the reference that it returns");
        else if (IsNoTypeArgument(result))
            yield return new(Rules.ByReference, place, method.Name, $"the '{result.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' that it returns");
        else if (CovariantPart(result) is { } covariant)
            yield return new(Rules.CovariantResult, place, method.Name, covariant.Name);
    }

    /// <summary>CORO008, and CORO006 for the instance of a ref struct.</summary>
    public static IEnumerable<Refusal> This(CoroutineMethod method)
    {
        var type = method.Symbol.ContainingType;
        if (method.Symbol.IsStatic || type.TypeKind != TypeKind.Struct)
            yield break;
        if (type.IsRefLikeType)
            yield return new(Rules.ByReference, method.NameLocation, method.Name, $"an instance of the ref struct '{type.Name}'");
        else if (!method.Symbol.IsReadOnly)
            yield return new(Rules.MutatingStructMember, method.NameLocation, method.Name, type.Name);
    }

    /// <summary>CORO014 for types in the signature.</summary>
    public static IEnumerable<Refusal> FileLocal(CoroutineMethod method) =>
        from part in method.Symbol.Parameters.Select(p => (p.Type, Place: (SyntaxNode)(method.ParameterSyntax(p).Type ?? (SyntaxNode)method.Syntax)))
            .Prepend((Type: method.Symbol.ReturnType, Place: method.Syntax.ReturnType))
        let local = TypeFacts.FileLocalPart(part.Type)
        where local is not null
        select new Refusal(Rules.FileLocalType, part.Place.GetLocation(), local.Name);

    /// <summary>Whether <c>Coroutine&lt;T&gt;</c> cannot be made of the type.</summary>
    public static bool IsNoTypeArgument(ITypeSymbol type) =>
        IsRefLike(type) || type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer || (type.IsStatic && type.SpecialType != SpecialType.System_Void);

    /// <summary>Whether a value of the type lives on the stack only.</summary>
    public static bool IsRefLike(ITypeSymbol type) =>
        type.IsRefLikeType
        || type is ITypeParameterSymbol { AllowsRefLikeType: true }
        || type.SpecialType is SpecialType.System_TypedReference or SpecialType.System_ArgIterator or SpecialType.System_RuntimeArgumentHandle;

    private static ITypeParameterSymbol? CovariantPart(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol { Variance: not VarianceKind.None } parameter => parameter,
        IArrayTypeSymbol array => CovariantPart(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Select(CovariantPart).FirstOrDefault(part => part is not null),
        _ => null,
    };

    private static SyntaxToken ReferenceModifier(ParameterSyntax parameter) => parameter.Modifiers.First(modifier =>
        modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword);
}
