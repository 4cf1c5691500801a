using Mono.Cecil;

namespace CoroGen.BlockingMembers.Framework;

/// <summary>Assemblies with their IL, and the references between them.</summary>
internal sealed class Implementation : IAssemblyResolver
{
    private readonly Dictionary<string, AssemblyDefinition> _assemblies = new(StringComparer.Ordinal);
    private readonly Dictionary<MethodReference, MethodDefinition?> _methods = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TypeReference, TypeDefinition?> _types = new(ReferenceEqualityComparer.Instance);

    /// <summary>What the assemblies of the files define; files that are no assemblies are left out.</summary>
    public Implementation(IEnumerable<string> files)
    {
        var parameters = new ReaderParameters { AssemblyResolver = this, InMemory = true };
        foreach (var file in files)
        {
            try
            {
                var assembly = AssemblyDefinition.ReadAssembly(file, parameters);
                _assemblies[assembly.Name.Name] = assembly;
            }
            catch (BadImageFormatException)
            {
                // Native code lies beside it.
            }
        }

        Types = [.. _assemblies.Values.SelectMany(assembly => assembly.MainModule.GetTypes())];
    }

    public IReadOnlyList<TypeDefinition> Types { get; }

    public AssemblyDefinition Resolve(AssemblyNameReference name) => _assemblies.TryGetValue(name.Name, out var assembly) ? assembly : throw new AssemblyResolutionException(name);

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters) => Resolve(name);

    public MethodDefinition? Find(MethodReference reference)
    {
        var element = reference.GetElementMethod();
        if (!_methods.TryGetValue(element, out var found))
            _methods[element] = found = element as MethodDefinition ?? (element.DeclaringType is ArrayType ? null : Try(element.Resolve));
        return found;
    }

    public TypeDefinition? Find(TypeReference? reference)
    {
        if (reference is null or GenericParameter or FunctionPointerType)
            return null;
        if (reference is TypeDefinition definition)
            return definition;
        var element = reference.GetElementType();
        if (!_types.TryGetValue(element, out var found))
            _types[element] = found = element is GenericParameter ? null : Try(element.Resolve);
        return found;
    }

    public void Dispose()
    {
        foreach (var assembly in _assemblies.Values)
            assembly.Dispose();
    }

    /// <summary>What is not among the assemblies is nobody's member.</summary>
    private static T? Try<T>(Func<T> resolve)
        where T : class
    {
        try
        {
            return resolve();
        }
        catch (AssemblyResolutionException)
        {
            return null;
        }
    }
}
