using CoroGen.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>When a stream is in memory: its type says so, or the variable was given one that is, also wrapped in others. What a call reads and writes must all be.</summary>
internal sealed class StreamRules(MemoryMembers members) : FlowRules
{
    public override FactKind? Of(IOperation value, FlowState state) => members.IsStream(value.Type) && IsMemory(value, state) ? FactKind.InMemory : null;

    public override bool IsHarmless(IOperation call, FlowState state)
    {
        var streams = StreamsOf(call).ToList();
        return streams.Count > 0 && streams.All(stream => IsMemory(stream, state));
    }

    private IEnumerable<IOperation> StreamsOf(IOperation call) => call switch
    {
        IInvocationOperation { Instance: { } instance } invocation when members.IsStream(instance.Type) => [instance, .. StreamsAmong(invocation.Arguments)],
        IInvocationOperation invocation => StreamsAmong(invocation.Arguments),
        IObjectCreationOperation creation => StreamsAmong(creation.Arguments),
        IPropertyReferenceOperation { Instance: { } instance } when members.IsStream(instance.Type) => [instance],
        IMethodReferenceOperation { Instance: { } instance } when members.IsStream(instance.Type) => [instance],
        _ => [],
    };

    private IEnumerable<IOperation> StreamsAmong(IEnumerable<IArgumentOperation> arguments) =>
        arguments.Select(argument => argument.Value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : argument.Value).Where(value => members.IsStream(value.Type));

    private bool IsMemory(IOperation value, FlowState state)
    {
        if (members.IsMemory(value.Type))
            return true;
        return Variables.Value(value, state) switch
        {
            { Type: var type } when members.IsMemory(type) => true,
            IFieldReferenceOperation field when members.IsNull(field.Field) => true,
            IObjectCreationOperation { Constructor: { } constructor } creation when members.Wraps(constructor) => AreMemory(creation.Arguments, state),
            IInvocationOperation call when members.Wraps(call.TargetMethod) => (call.Instance is null || IsMemory(call.Instance, state)) && AreMemory(call.Arguments, state),
            var variable => state.Has(FactKind.InMemory, Variables.Of(variable, state)),
        };
    }

    /// <summary>What is wrapped is in memory: a stream, or anything but a path.</summary>
    private bool AreMemory(IReadOnlyCollection<IArgumentOperation> arguments, FlowState state) =>
        arguments.All(argument => argument.Parameter?.Type.SpecialType != SpecialType.System_String) && StreamsAmong(arguments).All(stream => IsMemory(stream, state));
}
