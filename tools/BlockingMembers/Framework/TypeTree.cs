using Mono.Cecil;

namespace CoroGen.BlockingMembers.Framework;

/// <summary>Which methods a virtual call can reach, by the types of the assemblies.</summary>
internal sealed class TypeTree
{
    private readonly Implementation _implementation;
    private readonly Dictionary<TypeDefinition, HashSet<TypeDefinition>> _supertypes = [];
    private readonly Dictionary<MethodDefinition, List<(TypeDefinition Type, MethodDefinition Method)>> _overrides = [];
    private readonly Dictionary<(MethodDefinition, TypeDefinition), MethodDefinition[]> _targets = [];

    public TypeTree(Implementation implementation)
    {
        _implementation = implementation;
        foreach (var type in implementation.Types.Where(type => !type.IsInterface))
        {
            AddOverrides(type);
            AddImplementations(type);
        }
    }

    /// <summary>The methods of the receiver's type, and of all types below it, that a virtual call of the method runs.</summary>
    public IReadOnlyList<MethodDefinition> Targets(MethodDefinition method, TypeDefinition receiver)
    {
        if (!_targets.TryGetValue((method, receiver), out var targets))
        {
            var all = _overrides.GetValueOrDefault(method) ?? [];
            _targets[(method, receiver)] = targets =
                [.. all.Where(each => Supertypes(each.Type).Contains(receiver)).Select(each => each.Method).Append(Inherited(method, receiver)).Distinct()];
        }

        return targets;
    }

    /// <summary>The one method that the call runs when the object is exactly of the type.</summary>
    public MethodDefinition Inherited(MethodDefinition method, TypeDefinition receiver)
    {
        var all = _overrides.GetValueOrDefault(method) ?? [];
        for (TypeDefinition? type = receiver; type is not null && type != method.DeclaringType; type = _implementation.Find(type.BaseType))
        {
            if (all.FirstOrDefault(each => each.Type == type).Method is { } found)
                return found;
        }

        return method;
    }

    public bool IsSubtype(TypeDefinition type, TypeDefinition of) => Supertypes(type).Contains(of);

    private HashSet<TypeDefinition> Supertypes(TypeDefinition type)
    {
        if (_supertypes.TryGetValue(type, out var known))
            return known;
        var all = new HashSet<TypeDefinition> { type };
        if (_implementation.Find(type.BaseType) is { } parent)
            all.UnionWith(Supertypes(parent));
        foreach (var each in type.Interfaces)
        {
            if (_implementation.Find(each.InterfaceType) is { } found)
                all.UnionWith(Supertypes(found));
        }

        return _supertypes[type] = all;
    }

    private void AddOverrides(TypeDefinition type)
    {
        foreach (var method in type.Methods.Where(method => method.IsVirtual && !method.IsNewSlot))
        {
            for (var parent = _implementation.Find(type.BaseType); parent is not null; parent = _implementation.Find(parent.BaseType))
            {
                if (parent.Methods.FirstOrDefault(each => each.IsVirtual && IsSame(each, method)) is { } overridden)
                    Add(overridden, type, method);
            }
        }
    }

    private void AddImplementations(TypeDefinition type)
    {
        foreach (var method in type.Methods.Where(method => method.HasOverrides))
        {
            foreach (var declared in method.Overrides.Select(_implementation.Find).OfType<MethodDefinition>())
                Add(declared, type, method);
        }

        foreach (var method in Supertypes(type).Where(each => each.IsInterface).SelectMany(each => each.Methods).Where(each => each.IsVirtual))
        {
            if (Implementing(type, method) is { } found)
                Add(method, type, found);
        }
    }

    private MethodDefinition? Implementing(TypeDefinition type, MethodDefinition declared)
    {
        for (TypeDefinition? each = type; each is not null; each = _implementation.Find(each.BaseType))
        {
            if (each.Methods.FirstOrDefault(method => method.IsVirtual && method.IsPublic && IsSame(method, declared)) is { } found)
                return found;
        }

        return null;
    }

    private void Add(MethodDefinition declared, TypeDefinition type, MethodDefinition method)
    {
        if (!_overrides.TryGetValue(declared, out var all))
            _overrides[declared] = all = [];
        if (!all.Contains((type, method)))
            all.Add((type, method));
    }

    /// <summary>The same name and parameters, where a type parameter may stand for any type.</summary>
    private static bool IsSame(MethodDefinition one, MethodDefinition other) =>
        one.Name == other.Name
        && one.Parameters.Count == other.Parameters.Count
        && one.GenericParameters.Count == other.GenericParameters.Count
        && one.Parameters.Zip(other.Parameters).All(pair => IsSame(pair.First.ParameterType, pair.Second.ParameterType));

    private static bool IsSame(TypeReference one, TypeReference other) => one.ContainsGenericParameter || other.ContainsGenericParameter || one.FullName == other.FullName;
}
