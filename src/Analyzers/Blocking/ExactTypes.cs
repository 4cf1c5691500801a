using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>
/// The class of an object that is known by a base class or an interface, where it is made in sight: <c>IStore store = new Disk();</c>, also in a field that nobody else writes. So what a virtual call
/// leads to is known.
/// </summary>
internal sealed class ExactTypes(Compilation compilation)
{
    private readonly MethodBodies _bodies = new(compilation);
    private readonly ConcurrentDictionary<ISymbol, INamedTypeSymbol?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The member that is used when the object has the class that it is made with.</summary>
    public ISymbol Target(ISymbol member, IOperation? instance) =>
        member is { IsStatic: false, IsSealed: false } and ({ IsVirtual: true } or { IsAbstract: true } or { IsOverride: true }) && instance is not null && Of(instance) is { } type ? Implementation(member, type) ?? member : member;

    /// <summary>The class of a value, or null when it may be another one.</summary>
    public INamedTypeSymbol? Of(IOperation value) => value switch
    {
        IObjectCreationOperation creation => creation.Type as INamedTypeSymbol,
        IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => _known.GetOrAdd(local, _ => OfLocal(local, value)),
        IFieldReferenceOperation { Field: { IsReadOnly: true } or { DeclaredAccessibility: Accessibility.Private } } field => _known.GetOrAdd(field.Field.OriginalDefinition, OfMember),
        IPropertyReferenceOperation { Property: { SetMethod: null, IsVirtual: false, IsAbstract: false, IsOverride: false, IsIndexer: false } property } => _known.GetOrAdd(property.OriginalDefinition, OfMember),
        _ => null,
    };

    private static ISymbol? Implementation(ISymbol member, INamedTypeSymbol type)
    {
        if (member.ContainingType.TypeKind == TypeKind.Interface)
            return type.FindImplementationForInterfaceMember(member);
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var other in current.GetMembers(member.Name))
            {
                if (Declarations(other).Contains(member.OriginalDefinition, SymbolEqualityComparer.Default))
                    return other;
            }
        }

        return null;
    }

    private static IEnumerable<ISymbol> Declarations(ISymbol? member)
    {
        for (; member is not null; member = (member as IMethodSymbol)?.OverriddenMethod ?? (ISymbol?)(member as IPropertySymbol)?.OverriddenProperty)
            yield return member.OriginalDefinition;
    }

    /// <summary>That of its initializer, when nothing else is assigned.</summary>
    private INamedTypeSymbol? OfLocal(ILocalSymbol local, IOperation use)
    {
        var root = use;
        while (root.Parent is not null)
            root = root.Parent;
        var uses = root.Descendants().Where(operation => operation is IVariableDeclaratorOperation declarator ? IsLocal(declarator.Symbol) : operation is ILocalReferenceOperation reference && IsLocal(reference.Local)).ToList();
        return uses.OfType<IVariableDeclaratorOperation>().FirstOrDefault() is { } declared
            && (declared.Initializer ?? (declared.Parent as IVariableDeclarationOperation)?.Initializer)?.Value is { } made
            && uses.OfType<ILocalReferenceOperation>().All(IsRead)
                ? Of(made)
                : null;

        bool IsLocal(ILocalSymbol other) => SymbolEqualityComparer.Default.Equals(other, local);
    }

    private static bool IsRead(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IAssignmentOperation { Target: var target } => target != reference,
        IArgumentOperation { Parameter.RefKind: not RefKind.None } or ITupleOperation or IAddressOfOperation => false,
        ISimpleAssignmentOperation { IsRef: true } or IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => false,
        _ => true,
    };

    /// <summary>That of all that the code of the type puts there.</summary>
    private INamedTypeSymbol? OfMember(ISymbol member)
    {
        var types = MemberWrites.ValuesOf(member, _bodies).Select(value => value is IObjectCreationOperation or IConversionOperation { Operand: IObjectCreationOperation } ? Of(value) : null).Distinct<INamedTypeSymbol?>(SymbolEqualityComparer.Default).ToList();
        return types.Count == 1 ? types[0] : null;
    }
}
