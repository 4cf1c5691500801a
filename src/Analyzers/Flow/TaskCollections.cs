using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>What changes a collection of tasks, or a member that keeps one: what was known of it holds for what is new only when that has ended, too.</summary>
internal static class TaskCollections
{
    private static readonly string[] s_adding = ["Add", "Insert", "Enqueue", "Push", "TryAdd", "Append", "SetValue"];

    private static readonly string[] s_reading =
    [
        "Get", "Contains", "Index", "LastIndex", "Find", "To", "As", "Peek", "TryPeek", "TryGet", "Exists", "TrueForAll", "ForEach", "Slice", "BinarySearch", "ConvertAll", "CopyTo", "Ensure", "Trim", "Equals",
        "Wait", "ContinueWith", "ConfigureAwait", "MoveNext", "Dispose", "Reset", "Preserve",
    ];

    private static readonly string[] s_removing = ["Remove", "Clear", "Dequeue", "TryDequeue", "Pop", "TryPop", "Sort", "Reverse"];

    /// <summary>Takes away what does not hold after the operation, and adds what the new element tells.</summary>
    public static void Change(IOperation operation, FlowState state)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: not null and not IInstanceReferenceOperation, Member: not IPropertySymbol { IsIndexer: true } and var member } }:
                state.ForgetMember(EndedTasks.KeyOf(member));
                break;
            case ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true }, Value: var value } assignment when EndedTasks.PlaceOf(assignment.Target, state) is { } place:
                state.Remove(place.Variable, fact => fact.Then is not null && Equals(fact.Place.Variable, place.Variable));
                Put(place.Variable, value, state);
                break;
            case IInvocationOperation { Instance: { } instance, TargetMethod.Name: var name, Arguments: [.., { Value: var added }] } when StartsWith(name, s_adding) && TaskRules.MayHoldTasks(added.Type) && Variables.Of(instance, state) is { } filled:
                Put(filled, added, state);
                break;
            case IInvocationOperation { Instance: { } instance, TargetMethod.Name: var name } when Variables.Of(instance, state) is { } collection && IsKnown(collection, state):
                if (StartsWith(name, s_removing))
                    state.Remove(collection, fact => fact.Then is not null || (Equals(fact.Place.Variable, collection) && fact.Place.Element is not null));
                else if (EndedTasks.IsCollection(instance.Type) && !StartsWith(name, s_reading))
                    Lose(collection, state);
                break;
            case IArgumentOperation { Value: var passed, Parameter: { } parameter } when IsChanging(parameter) && Variables.Of(passed, state) is { } given && IsKnown(given, state):
                Lose(given, state);
                break;
        }
    }

    /// <summary>Whether the operation may change what is in a variable, for the functions inside a body.</summary>
    public static IOperation? ChangedBy(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation { ArrayReference: var array } } => array,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } indexed } } => indexed,
        IInvocationOperation { Instance: { } instance, TargetMethod.Name: var name } when StartsWith(name, s_adding) => instance,
        _ => null,
    };

    /// <summary>Something new is in the collection.</summary>
    private static void Put(object collection, IOperation value, FlowState state)
    {
        var isEnded = EndedTasks.IsEnded(value, state);
        var places = EndedTasks.EndedWith(value, state).Where(place => place.Element != Place.SomeElement && !place.Mentions(collection)).ToList();
        if (!isEnded)
            Lose(collection, state, keepsParts: true);
        foreach (var place in places)
            state.Add(new Fact(FactKind.Completed, new Place(collection), new Fact(FactKind.Completed, place)));
    }

    /// <summary>Not all that is in the collection has ended any more; nor in what is the same one by another name.</summary>
    private static void Lose(object collection, FlowState state, bool keepsParts = false)
    {
        var same = SameAs(collection, state);
        foreach (var one in same)
            state.Remove(one, IsOver);

        bool IsOver(Fact fact) => fact.Then is null || !keepsParts
            ? same.Contains(fact.Place.Variable) || (fact.Then is { } then && same.Contains(then.Place.Variable))
            : same.Contains(fact.Then.Place.Variable) && !Equals(fact.Place.Variable, collection);
    }

    /// <summary>The collection, and those of which one follows from the other: another name of it, or a copy.</summary>
    private static HashSet<object> SameAs(object collection, FlowState state)
    {
        var same = new HashSet<object>();
        var open = new Queue<object>([collection]);
        while (open.Count > 0)
        {
            var next = open.Dequeue();
            if (!same.Add(next))
                continue;
            foreach (var fact in state.About(next).Where(fact => fact.Then is not null))
            {
                foreach (var other in new[] { fact.Place.Variable, fact.Then!.Place.Variable }.Where(IsOfCollection))
                    open.Enqueue(other);
            }
        }

        return same;
    }

    private static bool IsOfCollection(object variable) => variable switch
    {
        ILocalSymbol local => EndedTasks.IsCollection(local.Type),
        IParameterSymbol parameter => EndedTasks.IsCollection(parameter.Type),
        IFieldSymbol field => EndedTasks.IsCollection(field.Type),
        IPropertySymbol property => EndedTasks.IsCollection(property.Type),
        _ => true,
    };

    /// <summary>Whether a method may put something into what it is given for the parameter. .NET's own do not, but for those of arrays.</summary>
    private static bool IsChanging(IParameterSymbol parameter) =>
        EndedTasks.IsCollection(parameter.Type)
        && parameter.Type is not INamedTypeSymbol { Name: "IEnumerable" or "IReadOnlyCollection" or "IReadOnlyList" or "IReadOnlyDictionary" or "IReadOnlySet" or "ImmutableArray" or "ImmutableList" }
        && parameter.ContainingSymbol is IMethodSymbol method
        && (!IsOfSystem(method.ContainingNamespace) || (method.ContainingType.SpecialType == SpecialType.System_Array && method.Name is "Fill" or "Copy" or "ConstrainedCopy"));

    private static bool IsOfSystem(INamespaceSymbol space)
    {
        while (space.ContainingNamespace is { IsGlobalNamespace: false } outer)
            space = outer;
        return space.Name == "System";
    }

    private static bool IsKnown(object variable, FlowState state) => state.About(variable).Count > 0;

    private static bool StartsWith(string name, string[] beginnings) => beginnings.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal));
}
