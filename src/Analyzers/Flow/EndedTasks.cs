using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>Which expressions are tasks that have ended, and where tasks are kept: in a variable, in a collection, in a member of what is there.</summary>
internal static class EndedTasks
{
    private static readonly string[] s_answers = ["IsCompleted", "IsCompletedSuccessfully", "IsFaulted", "IsCanceled"];
    private static readonly string[] s_made = ["FromResult", "FromException", "FromCanceled"];
    private static readonly string[] s_same = ["GetAwaiter", "ConfigureAwait", "AsTask", "Preserve", "WaitAsync", "GetEnumerator", "GetAsyncEnumerator", "ToList", "ToArray", "ToImmutableArray", "ToImmutableList", "AsSpan", "AsReadOnly", "AsEnumerable"];
    private static readonly string[] s_some = ["Where", "Take", "Skip", "TakeWhile", "SkipWhile", "OfType", "Cast", "OrderBy", "OrderByDescending", "Reverse", "Distinct", "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "ElementAt", "Find", "Dequeue", "Pop", "Peek", "Chunk", "Index"];

    /// <summary>Whether the property tells that a task has ended.</summary>
    public static bool IsAnswer(IPropertySymbol property) => s_answers.Contains(property.Name);

    /// <summary>Whether the value is a task that has ended, an awaiter of one, or a collection of such.</summary>
    public static bool IsEnded(IOperation value, FlowState state) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => IsEnded(conversion.Operand, state),
        // To ask null for a result throws.
        ILiteralOperation { ConstantValue: { HasValue: true, Value: null } } => true,
        IInvocationOperation { TargetMethod: { IsStatic: true, Name: var name } } call when s_made.Contains(name) => IsTask(call.TargetMethod.ContainingType),
        IInvocationOperation call when KeepsEnded(call) => true,
        IInvocationOperation { TargetMethod: { Name: "ToList" or "ToArray", ContainingType.Name: nameof(Enumerable) }, Arguments: [{ Value: var all }, ..] } => IsEnded(all, state),
        IPropertyReferenceOperation { Property: { Name: "CompletedTask", ContainingType: var type } } => IsTask(type),
        IInvocationOperation { TargetMethod.Name: "Await", Arguments: [{ Value: var argument }] } call when CoroutineSymbols.IsHandle(call.TargetMethod.ContainingType) => GivesEnded(argument, state),
        IAwaitOperation { Operation: var awaited } => GivesEnded(awaited, state),
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } => GivesEnded(task, state),
        IArrayCreationOperation { Initializer: var elements } => elements is null || elements.ElementValues.All(element => IsEnded(element, state)),
        ICollectionExpressionOperation { Elements: var elements } => elements.All(element => IsEnded(element is ISpreadOperation { Operand: var spread } ? spread : element, state)),
        IObjectCreationOperation { Arguments: var arguments } creation when IsCollection(creation.Type) => arguments.All(argument => !IsCollection(argument.Value.Type) || IsEnded(argument.Value, state)),
        _ => PlaceOf(value, state) is { } place && state.Has(FactKind.Completed, place),
    };

    /// <summary>Whether what the task gives is one that has ended: the winner of <c>Task.WhenAny</c>.</summary>
    public static bool GivesEnded(IOperation task, FlowState state) => Variables.Value(task, state) switch
    {
        IInvocationOperation { TargetMethod: { Name: "WhenAny", ContainingType: var type } } => IsTask(type),
        _ => PlaceOf(task, state) is { } place && state.Has(FactKind.GivesCompleted, place),
    };

    /// <summary>Where the task is kept that an expression is made of: <c>task.ConfigureAwait(false).GetAwaiter()</c>, <c>tasks[0]</c>, <c>job.Task</c>.</summary>
    public static Place? PlaceOf(IOperation? value, FlowState state)
    {
        if (value is null)
            return null;
        if (value is IFlowCaptureReferenceOperation capture && PlaceOf(state.ValueOf(capture), state) is { } captured)
            return captured;
        if (Variables.Of(value, state) is { } variable)
            return new Place(variable);
        return Variables.Value(value, state) switch
        {
            IInvocationOperation { TargetMethod.Name: var name } call when s_same.Contains(name) => PlaceOf(call.Instance ?? call.Arguments.FirstOrDefault()?.Value, state),
            IInvocationOperation { TargetMethod.Name: var name } call when s_some.Contains(name) => ElementOf(call.Instance ?? call.Arguments.FirstOrDefault()?.Value, index: null, state),
            IObjectCreationOperation { Arguments: [{ Value: var copied }] } creation when IsCollection(creation.Type) && IsCollection(copied.Type) => PlaceOf(copied, state),
            IPropertyReferenceOperation { Property.Name: "Current" } current => ElementOf(current.Instance, index: null, state),
            IPropertyReferenceOperation { Property: { Name: "Values" or "Value", ContainingType.Name: not nameof(Nullable) } } part when IsPartOfMap(part.Property) => PlaceOf(part.Instance, state),
            IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value: var index }] } element => ElementOf(element.Instance, index, state),
            IArrayElementReferenceOperation { Indices: [var index] } element => ElementOf(element.ArrayReference, index, state),
            IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol, Instance: { } instance } member when PlaceOf(instance, state) is { Member: null } place => place with { Member = KeyOf(member.Member) },
            _ => null,
        };
    }

    /// <summary>The places of the tasks that have ended when this one has: itself, those of <c>Task.WhenAll</c>, what it continues; those in a collection.</summary>
    public static IEnumerable<Place> EndedWith(IOperation task, FlowState state) => Variables.Value(task, state) switch
    {
        IInvocationOperation { TargetMethod: { Name: "WhenAll", ContainingType: var type }, Arguments: [{ Value: var tasks }, ..] } when IsTask(type) => EndedWith(tasks, state),
        IInvocationOperation { TargetMethod.Name: "ContinueWith", Instance: { } first } => EndedWith(first, state),
        IInvocationOperation { TargetMethod: { Name: "Concat" or "Append" or "Prepend" or "Union", ContainingType.Name: nameof(Enumerable) } } call => call.Arguments.SelectMany(argument => EndedWith(argument.Value, state)),
        IInvocationOperation { TargetMethod: { Name: "Select", ContainingType.Name: nameof(Enumerable) }, Arguments: [{ Value: var items }, { Value: var selector }] } => SelectedBy(selector) is { } member && PlaceOf(items, state) is { Member: null } place
            ? [place with { Member = member }]
            : [],
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.SelectMany(element => EndedWith(element, state)),
        ICollectionExpressionOperation collection => collection.Elements.SelectMany(element => EndedWith(element is ISpreadOperation spread ? spread.Operand : element, state)),
        _ => PlaceOf(task, state) is { } place ? [place] : [],
    };

    /// <summary>What a member is called in facts. A tuple's element has several names.</summary>
    public static object KeyOf(ISymbol member) => member is IFieldSymbol { ContainingType.IsTupleType: true, CorrespondingTupleField: { } field } ? field.Name : member;

    public static bool IsTask(ITypeSymbol? type) => type is { Name: nameof(Task) or nameof(ValueTask), ContainingNamespace.Name: "Tasks" };

    public static bool IsCollection(ITypeSymbol? type) => type is not null && type.SpecialType != SpecialType.System_String && type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable);

    private static Place? ElementOf(IOperation? collection, IOperation? index, FlowState state) => PlaceOf(collection, state) is not { Element: null } place ? null : place with
    {
        Element = index is null ? Place.SomeElement : index.ConstantValue is { HasValue: true, Value: { } constant } ? constant : Variables.Of(index, state) ?? Place.SomeElement,
    };

    private static bool IsPartOfMap(IPropertySymbol property) => property.ContainingType.Name.EndsWith("Dictionary", StringComparison.Ordinal) || property.ContainingType.Name == "KeyValuePair";

    /// <summary>The member of <c>job => job.Task</c>.</summary>
    private static object? SelectedBy(IOperation selector)
    {
        var function = selector.DescendantsAndSelf().OfType<IFlowAnonymousFunctionOperation>().FirstOrDefault();
        return function is { Syntax: SimpleLambdaExpressionSyntax { ExpressionBody: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax of, Name: var name } }, Symbol.Parameters: [{ Type: INamedTypeSymbol type } parameter] }
            && of.Identifier.ValueText == parameter.Name
            && MemberOf(type, name.Identifier.ValueText) is { } member
            ? KeyOf(member)
            : null;
    }

    private static ISymbol? MemberOf(INamedTypeSymbol type, string name) => type.IsTupleType ? type.TupleElements.FirstOrDefault(element => element.Name == name) : type.GetMembers(name).FirstOrDefault();

    /// <summary><c>tasks.Where(task => task.IsCompleted)</c>.</summary>
    private static bool KeepsEnded(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "Where" or "First" or "FirstOrDefault" or "Single" or "TakeWhile", ContainingType.Name: nameof(Enumerable) }, Arguments: [_, { Value.Syntax: SimpleLambdaExpressionSyntax { Parameter: var parameter, ExpressionBody: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax asked, Name: var property } } }] }
        && asked.Identifier.ValueText == parameter.Identifier.ValueText
        && s_answers.Contains(property.Identifier.ValueText);
}
