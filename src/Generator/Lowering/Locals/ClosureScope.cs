using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Lowering.Locals;

/// <summary>
/// An object for the variables of one C# scope that functions capture. A new one is made each time the scope is entered, so that each
/// iteration has its own, as in plain C#. Or a reference, by which a coroutine function reaches one variable of a scope that is copied as it is.
/// </summary>
/// <param name="className">The generated class, or the delegate that returns the reference, without the type parameters.</param>
/// <param name="typeParameters">The method's type parameters, which are the class's too.</param>
/// <param name="variable">The local that holds the current object.</param>
internal sealed class ClosureScope(string className, string typeParameters, Variable variable)
{
    private readonly Dictionary<(string Function, string Type), (string Type, string Name)> _delegates = [];

    /// <summary>The type with its type parameters: the method's, and one for each anonymous type that a member's type is made of.</summary>
    public WrittenType Type => Known ?? TypeAmong(Anonymous);

    /// <summary>The type, when the object was made further out.</summary>
    public WrittenType? Known { get; init; }

    /// <summary>The anonymous types that the members' types are made of.</summary>
    private IReadOnlyList<INamedTypeSymbol> Anonymous => TypeFacts.AnonymousParts(Members.Where(member => member.Witness is not null).Select(member => member.Symbol!));

    /// <summary>The type where the given anonymous types have type parameters.</summary>
    public WrittenType TypeAmong(IReadOnlyList<INamedTypeSymbol> anonymous)
    {
        var own = string.Join(", ", Anonymous.Select(part => TypeFacts.Text(part, anonymous)));
        return new(className + (own.Length == 0 ? typeParameters : typeParameters.Length == 0 ? $"<{own}>" : $"{typeParameters.TrimEnd('>')}, {own}>"), anonymous);
    }

    /// <summary>A new object.</summary>
    public string Creation => Variable.Witness is null ? $"new {Type.Text}()" : $"{GeneratedNames.Services}.New({Variable.Name})";

    public Variable Variable { get; } = variable;

    public List<Variable> Members { get; } = [];

    /// <summary>Fields for delegates of local functions.</summary>
    public IEnumerable<(string Type, string Name)> Delegates => _delegates.Values;

    /// <summary>How deep in the source its scope stands.</summary>
    public int Depth { get; init; }

    /// <summary>Whether it is a reference to a single variable.</summary>
    public bool IsReference { get; init; }

    /// <summary>Whether the variable never holds another object: then functions capture it as it is.</summary>
    public bool IsStable { get; init; }

    /// <summary>
    /// The name by which a lambda reaches the object: a local of its own statement. The shared local would be captured itself and
    /// would show a later object.
    /// </summary>
    public string CopyName => IsStable ? Variable.Name : Variable.Name + "_";

    /// <summary>The text that stands for a variable in the object.</summary>
    public string Access(string holder, Variable member) => IsReference ? holder + "()" : $"{holder}.{member.Name}";

    /// <summary>The field that keeps a function's delegate of a type: two conversions of one function are equal.</summary>
    public string DelegateOf(string function, ITypeSymbol type)
    {
        var key = (function, TypeFacts.Text(type));
        if (!_delegates.TryGetValue(key, out var field))
            _delegates.Add(key, field = (WrittenType.Of(type).Stored, GeneratedNames.KeptDelegate(_delegates.Count + 1)));
        return field.Name;
    }
}
