using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Lowering.Locals;

/// <summary>A variable of the resume method: a parameter, a hoisted local of the user's, a temporary, or a scope object.</summary>
internal sealed class Variable(int index, string name, string type, ITypeSymbol? symbol)
{
    /// <summary>Its number among the coroutine's variables, dense from 0.</summary>
    public int Index { get; } = index;

    public string Name { get; } = name;

    /// <summary>Its type as generated code writes it, unless that has no name.</summary>
    public string Type { get; } = type;

    /// <summary>Its type's symbol, or null for a generated class.</summary>
    public ITypeSymbol? Symbol { get; } = symbol;

    public bool IsParameter { get; init; }

    /// <summary>The parameter that it comes in by, when that cannot be of its type.</summary>
    public string? Untyped { get; init; }

    /// <summary>An expression of its type, when that has no name.</summary>
    public string? Witness { get; set; }

    /// <summary><c>ref </c> or <c>ref readonly </c> for a ref local, else empty.</summary>
    public string RefPrefix { get; init; } = "";

    /// <summary>Whether it is a reference or a ref struct, which no frame can hold.</summary>
    public bool IsRefLike => RefPrefix.Length > 0 || Symbol is { IsRefLikeType: true };

    public bool HoldsReferences => Symbol is null || TypeFacts.HoldsReferences(Symbol);

    /// <summary>Whether a local function uses it, at times that no analysis sees: it is saved at every suspension.</summary>
    public bool IsPinned { get; set; }

    /// <summary>The object that holds it, when a lambda captures it.</summary>
    public ClosureScope? Scope { get; set; }

    /// <summary>The text that stands for it: its name, or its field in the scope object.</summary>
    public string Access => Scope is { } scope ? scope.Access(scope.Variable.Name, this) : Name;

    /// <summary>The variable that lives across a suspension for it: itself, or its scope object's.</summary>
    public Variable Storage => Scope?.Variable ?? this;

    public override string ToString() => $"{Type} {Name}";
}
