using CoroGen.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>Whether all streams that a call uses are in memory: then it does not block.</summary>
/// <param name="body">The body that the call is in.</param>
/// <param name="members">What is in memory.</param>
internal sealed class MemoryStreams(IOperation body, MemoryMembers members)
{
    /// <summary>Whether the call has streams, and all of them are in memory.</summary>
    public bool HasOnly(IOperation call)
    {
        var streams = StreamsOf(call).ToList();
        return streams.Count > 0 && streams.All(stream => IsMemory(stream, []));
    }

    private IEnumerable<IOperation> StreamsOf(IOperation call) => call switch
    {
        IInvocationOperation invocation => [.. invocation.Instance is { } instance && members.IsStream(instance.Type) ? [instance] : Array.Empty<IOperation>(), .. StreamsAmong(invocation.Arguments)],
        IObjectCreationOperation creation => StreamsAmong(creation.Arguments),
        IMemberReferenceOperation { Instance: { } instance } => [instance],
        _ => [],
    };

    private IEnumerable<IOperation> StreamsAmong(IEnumerable<IArgumentOperation> arguments) =>
        arguments.Select(argument => WithoutConversion(argument.Value)).Where(value => members.IsStream(value.Type));

    private bool IsMemory(IOperation value, HashSet<ISymbol> asked)
    {
        value = WithoutConversion(value);
        if (members.IsMemory(value.Type))
            return true;
        return value switch
        {
            IFieldReferenceOperation field => members.IsNull(field.Field),
            ILocalReferenceOperation variable => !asked.Add(variable.Local) || AreAllMemory(ValuesOf(variable.Local), asked),
            IObjectCreationOperation { Constructor: { } constructor } creation when members.Wraps(constructor) => AreAllMemory(StreamsAmong(creation.Arguments), asked),
            IInvocationOperation call when members.Wraps(call.TargetMethod) => AreAllMemory(StreamsAmong(call.Arguments), asked),
            IConditionalAccessInstanceOperation instance => IsMemory(ReceiverOf(instance), asked),
            _ => false,
        };
    }

    private bool AreAllMemory(IEnumerable<IOperation> values, HashSet<ISymbol> asked)
    {
        var all = values.ToList();
        return all.Count > 0 && all.All(value => IsMemory(value, asked));
    }

    /// <summary>What is assigned to the variable, anywhere; null stands for what cannot be known.</summary>
    private IEnumerable<IOperation> ValuesOf(ILocalSymbol variable)
    {
        foreach (var operation in body.Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation { Initializer.Value: { } value } declarator when Is(declarator.Symbol):
                    yield return value;
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Is(target.Local):
                    yield return assignment.Value;
                    break;
                case ILocalReferenceOperation { Parent: IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } } reference when Is(reference.Local):
                case ILocalReferenceOperation { IsDeclaration: true } when Is(((ILocalReferenceOperation)operation).Local):
                    yield return operation;
                    break;
            }
        }

        bool Is(ILocalSymbol local) => SymbolEqualityComparer.Default.Equals(local, variable);
    }

    private static IOperation ReceiverOf(IConditionalAccessInstanceOperation instance)
    {
        for (IOperation? operation = instance; operation is not null; operation = operation.Parent)
        {
            if (operation.Parent is IConditionalAccessOperation access && access.WhenNotNull == operation)
                return access.Operation;
        }

        return instance;
    }

    private static IOperation WithoutConversion(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true } or IParenthesizedOperation)
            value = value is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)value).Operand;
        return value;
    }
}
