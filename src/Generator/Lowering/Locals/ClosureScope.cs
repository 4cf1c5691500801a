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
    private readonly Dictionary<(string Function, string Type), string> _delegates = [];

    /// <summary>The type with its type parameters: the method's, and one for each anonymous type that a member's type is made of.</summary>
    public string Type
    {
        get
        {
            var own = string.Join(", ", Anonymous.Select((_, index) => GeneratedNames.TypeParameter(index)));
            return className + (own.Length == 0 ? typeParameters : typeParameters.Length == 0 ? $"<{own}>" : $"{typeParameters.TrimEnd('>')}, {own}>");
        }
    }

    /// <summary>The anonymous types that the members' types are made of.</summary>
    public IReadOnlyList<INamedTypeSymbol> Anonymous => TypeFacts.AnonymousParts(Members.Where(member => member.Witness is not null).Select(member => member.Symbol!));

    /// <summary>A new object.</summary>
    public string Creation => Variable.Witness is null ? $"new {Type}()" : $"{GeneratedNames.Services}.New({Variable.Name})";

    public Variable Variable { get; } = variable;

    public List<Variable> Members { get; } = [];

    /// <summary>Fields for delegates of local functions.</summary>
    public IEnumerable<(string Type, string Name)> Delegates => _delegates.Select(pair => (pair.Key.Type, pair.Value));

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
    public string DelegateOf(string function, string type)
    {
        if (!_delegates.TryGetValue((function, type), out var name))
            _delegates.Add((function, type), name = GeneratedNames.KeptDelegate(_delegates.Count + 1));
        return name;
    }
}
