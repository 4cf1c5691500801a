using CoroGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>The receiver and the arguments of the call that an operand belongs to, as they have been evaluated: a string handler may take them, too.</summary>
internal static class CallSite
{
    public static Fragment Receiver(IOperation operand, LoweringContext context) => operand.Parent?.Parent switch
    {
        IInvocationOperation { Instance: { } instance } => Instance(instance, operand.Syntax, context),
        IPropertyReferenceOperation { Instance: { } instance } => Instance(instance, operand.Syntax, context),
        _ => Fragment.Plain("this"),
    };

    /// <param name="operand">An argument.</param>
    /// <param name="index">The number of another parameter.</param>
    /// <param name="context">The body.</param>
    public static Fragment Argument(IOperation operand, int index, LoweringContext context)
    {
        var arguments = operand.Parent?.Parent switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            IPropertyReferenceOperation indexer => indexer.Arguments,
            _ => [],
        };
        var argument = arguments.First(other => other.Parameter?.Ordinal == index);
        return Value(argument.Syntax is ArgumentSyntax written ? written.Expression : argument.Value.Syntax, context);
    }

    private static Fragment Instance(IOperation instance, SyntaxNode place, LoweringContext context)
    {
        if (instance is IInstanceReferenceOperation { IsImplicit: true })
            return Fragment.Plain("this");
        if (instance is not IConditionalAccessInstanceOperation)
            return Value(instance.Syntax, context);
        var access = place.Ancestors().OfType<ConditionalAccessExpressionSyntax>().First(outer => outer.WhenNotNull.Span.Contains(place.Span));
        return context.Receivers[ConditionalAccess.Binding(access.WhenNotNull)];
    }

    private static Fragment Value(SyntaxNode expression, LoweringContext context)
    {
        while (!context.Replacements.ContainsKey(expression) && expression.Parent is ParenthesizedExpressionSyntax outer)
            expression = outer;
        return context.Replacements.TryGetValue(expression, out var value) ? value : context.Render(expression);
    }
}
