using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Lowering.Functions;

/// <summary>What a lifted function gets of the functions round it, in front of its own parameters.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Type">Its type.</param>
internal abstract record Capture(string Name, WrittenType Type)
{
    /// <summary>The value of a variable that does not change.</summary>
    public sealed record Value(string Name, WrittenType Type, ISymbol Symbol, ITypeSymbol SymbolType) : Capture(Name, Type);

    /// <summary>The object that holds variables of a scope, or a reference that was captured further out: with the variables that the function uses of it, each with its name in the object.</summary>
    public sealed record Holder(string Name, WrittenType Type, bool IsReference, IReadOnlyList<(ISymbol Symbol, ITypeSymbol Type, string Member)> Members) : Capture(Name, Type);

    /// <summary>A reference to a variable of a scope that is copied as it is.</summary>
    public sealed record Reference(string Name, WrittenType Type, ISymbol Symbol, ITypeSymbol SymbolType) : Capture(Name, Type);

    /// <summary>Nothing of anybody's: what its type arguments are inferred from, for a function that is called with some that have no name.</summary>
    public sealed record Types(WrittenType Type) : Capture(GeneratedNames.Types, Type);
}

/// <summary>
/// A function inside a coroutine that becomes a member of the type (lambda lifting: T. Johnsson, "Lambda lifting", 1985): what it captures becomes its
/// first parameters.
/// </summary>
/// <param name="function">The function.</param>
/// <param name="name">The member's name.</param>
/// <param name="outerTypeParameters">The type parameters of the coroutine round it, which it has in front of its own.</param>
/// <param name="captures">What it captures.</param>
internal sealed class LiftedFunction(InnerFunction function, string name, IReadOnlyList<string> outerTypeParameters, IReadOnlyList<Capture> captures)
{
    public InnerFunction Function { get; } = function;

    public string Name { get; } = name;

    public IReadOnlyList<Capture> Captures { get; } = captures;

    /// <summary>The constants of the functions round it, with their values as C#.</summary>
    public IReadOnlyList<(ISymbol Symbol, string Text)> Constants { get; } = [.. function.Constants.All.Select(c => (c.Symbol, ConstantOf((ILocalSymbol)c.Symbol)))];

    public bool IsCoroutine => Function.IsCoroutine;

    /// <summary>The anonymous types that a lambda's result is made of.</summary>
    public IReadOnlyList<INamedTypeSymbol> ResultParts { get; } = TypeFacts.AnonymousParts(function.Symbol.ReturnType);

    /// <summary>Those of the functions round it, its own, and one for each anonymous type in its result.</summary>
    public IReadOnlyList<string> TypeParameters => [.. outerTypeParameters, .. Function.Symbol.TypeParameters.Select(TypeFacts.Text), .. ResultParts.Select((_, index) => ResultParameter(index))];

    /// <summary>Its result's type as it is inside the function.</summary>
    public string ResultType => TypeFacts.Text(Function.Symbol.ReturnType, ResultParts, ResultParameter);

    /// <summary>The constraints of the type parameters that only its result has.</summary>
    public IEnumerable<string> ResultConstraints => ResultParts.Select((_, index) => $"where {ResultParameter(index)} : class");

    /// <summary>The type arguments of a use of it: <c>&lt;T, int&gt;</c>, or empty.</summary>
    public string TypeArguments(IMethodSymbol use) => Captures.OfType<Capture.Types>().Any() ? "" : TypeArguments(use, []);

    /// <summary>The type arguments where the given anonymous types have type parameters.</summary>
    public string TypeArguments(IMethodSymbol use, IReadOnlyList<INamedTypeSymbol> anonymous) => List(Arguments(use, anonymous));

    /// <summary>The type that the type arguments of a use are inferred from.</summary>
    public WrittenType CarrierOf(IMethodSymbol use)
    {
        var anonymous = TypeFacts.AnonymousParts(use.TypeArguments);
        return new(WrittenType.Carrier(Arguments(use, anonymous)), anonymous);
    }

    /// <summary>The list in angle brackets, or empty.</summary>
    public static string List(IReadOnlyList<string> types) => types.Count == 0 ? "" : $"<{string.Join(", ", types)}>";

    private IReadOnlyList<string> Arguments(IMethodSymbol use, IReadOnlyList<INamedTypeSymbol> anonymous) =>
        [.. outerTypeParameters, .. use.TypeArguments.Concat(ResultParts).Select(type => TypeFacts.Text(type, anonymous))];

    private string ResultParameter(int index) => GeneratedNames.ResultTypeParameter(outerTypeParameters.Count + index + 1);

    /// <summary>The value, of the constant's own type, as an operand of anything.</summary>
    private static string ConstantOf(ILocalSymbol constant)
    {
        var text = DefaultValue.Text(constant.Type, constant.ConstantValue);
        return constant is { Type.SpecialType: SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Char, ConstantValue: not null } ? text : $"(({TypeFacts.Text(constant.Type)})({text}))";
    }
}
