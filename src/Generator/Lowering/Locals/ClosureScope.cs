namespace CoroGen.Generator.Lowering.Locals;

/// <summary>
/// An object for the variables of one C# scope that lambdas capture. A new one is made each time the scope is entered, so that each
/// iteration has its own, as in plain C#.
/// </summary>
/// <param name="className">The generated class.</param>
/// <param name="variable">The local that holds the current object.</param>
internal sealed class ClosureScope(string className, Variable variable)
{
    public string ClassName { get; } = className;

    public Variable Variable { get; } = variable;

    public List<Variable> Members { get; } = [];

    /// <summary>
    /// The name by which a lambda reaches the object: a local of its own statement. The shared local would be captured itself and
    /// would show a later object.
    /// </summary>
    public string CopyName => Variable.Name + "_";
}
