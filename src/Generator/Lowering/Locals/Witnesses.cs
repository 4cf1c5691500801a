using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Lowering.Locals;

/// <summary>
/// Says types that have no name, for they are made of anonymous types, by expressions that C# infers them from and that never run:
/// <code>
/// var x = false ? new { A = default(int)! } : default!;
/// static List&lt;T&gt; __witness_1&lt;T&gt;(T t) where T : class => throw null!;
/// var list = false ? __witness_1(new { A = default(int)! }) : default!;
/// </code>
/// Anonymous types with the same members in one assembly are one type, so this is the one of the user's code.
/// </summary>
internal sealed class Witnesses
{
    private readonly Dictionary<string, string> _names = [];

    /// <summary>Functions that witnesses call, by name.</summary>
    public IEnumerable<(string Name, string Declaration)> Functions => _names.Select(f => (f.Value, $"static {f.Key.Insert(f.Key.IndexOf('\0'), f.Value).Replace("\0", "")}"));

    /// <summary>The expression for a type, or null when the type has a name.</summary>
    public string? Of(ITypeSymbol type) => TypeFacts.IsUnspeakable(type) ? Idle(Expression(type)) : null;

    /// <summary>Casts a value.</summary>
    public Fragment Cast(ITypeSymbol type, Fragment value) => Of(type) is { } witness
        ? Fragment.Of($"{GeneratedNames.Services}.Cast({value}, {witness})")
        : Fragment.Of($"(({TypeFacts.Text(type)}){value.AsOperand()})");

    /// <summary>The expression for a generated class or delegate that is generic in anonymous types, or null when it has a name.</summary>
    public string? Of(WrittenType type) => type.IsNamed ? null : Idle(Call(type.Text, type.Anonymous));

    /// <summary>A lambda that becomes a delegate of the type.</summary>
    public string Convert(WrittenType type, string lambda) => type.IsNamed ? lambda : $"false ? {Call(type.Text, type.Anonymous)} : {lambda}";

    private static string Idle(string witness) => $"false ? {witness} : default!";

    private string Expression(ITypeSymbol type)
    {
        if (type is { IsAnonymousType: true, TypeKind: not TypeKind.Delegate })
            return $"new {{ {string.Join(", ", type.GetMembers().OfType<IPropertySymbol>().Select(p => $"{VariableTable.Escaped(p.Name)} = {Expression(p.Type)}"))} }}";
        var anonymous = TypeFacts.AnonymousParts(type);
        return anonymous.Count == 0 ? $"default({TypeFacts.Text(type)})!" : Call(TypeFacts.Text(type, anonymous), anonymous);
    }

    /// <summary>Only as an argument does a lambda tell its natural type everywhere.</summary>
    private string Argument(INamedTypeSymbol anonymous) => anonymous.DelegateInvokeMethod is { } invoke ? Lambda(invoke) : Expression(anonymous);

    /// <summary>A lambda whose natural type is the delegate that has no name, as those with <c>ref</c> or optional parameters have none.</summary>
    private string Lambda(IMethodSymbol invoke)
    {
        var parameters = $"({string.Join(", ", invoke.Parameters.Select(ParameterReader.Declaration))})";
        var isReference = invoke.ReturnsByRef || invoke.ReturnsByRefReadonly;
        if (!TypeFacts.IsUnspeakable(invoke.ReturnType))
            return $"{(invoke.ReturnsByRefReadonly ? "ref readonly " : isReference ? "ref " : "")}{TypeFacts.Text(invoke.ReturnType)} {parameters} => throw null!";
        var result = Expression(invoke.ReturnType);
        return isReference ? $"{parameters} => ref {GeneratedNames.Services}.NoReference({result})" : $"{parameters} => {result}";
    }

    private string Call(string type, IReadOnlyList<INamedTypeSymbol> anonymous)
    {
        var parameters = anonymous.Select((_, index) => GeneratedNames.TypeParameter(index)).ToList();
        var constraints = string.Concat(parameters.Select(p => $" where {p} : class"));
        var head = $"{type} \0<{string.Join(", ", parameters)}>({string.Join(", ", parameters.Select(p => $"{p} {p.ToLowerInvariant()}"))}){constraints} => throw null!;";
        if (!_names.TryGetValue(head, out var name))
            _names.Add(head, name = GeneratedNames.Witness(_names.Count + 1));
        return $"{name}({string.Join(", ", anonymous.Select(Argument))})";
    }
}
