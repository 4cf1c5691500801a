using CoroGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// <code>
/// new T(a) { P = S(co), L = { x, S(co) } }
/// becomes
/// t1 = new T(a);
/// t2 = S(co); t1.P = t2;
/// t3 = t1.L; t3.Add(x); t4 = S(co); t3.Add(t4);
/// t1
/// </code>
/// Members that only an initializer may set (<c>init</c>, <c>required</c>) get their values computed before the object is made. That is the same as long as
/// its constructor does nothing that could be seen; otherwise it is refused.
/// </summary>
internal static class ObjectInitializer
{
    public static Fragment Lower(BaseObjectCreationExpressionSyntax creation, InitializerExpressionSyntax initializer, LoweringContext context)
    {
        if (NeedsInitializer(creation, initializer, context))
            return LowerWhole(creation, initializer, context);

        Operands.Evaluate(Operands.Arguments(creation.ArgumentList, context), context);
        var type = context.Model.GetTypeInfo(creation).Type!;
        var arguments = creation.ArgumentList is { } list ? context.Render(list) : Fragment.Plain("()");
        var result = Operand.Store(Fragment.Of($"new {TypeFacts.Text(type).TrimEnd('?')}{arguments}"), type, creation, context);
        Apply(result, initializer, context);
        return result;
    }

    /// <summary><c>r with { P = S(co) }</c>: the copy is made first, and its members are set when all values are there.</summary>
    public static Fragment LowerWith(WithExpressionSyntax with, LoweringContext context)
    {
        if (!context.Suspends(with.Initializer))
        {
            Operands.Evaluate([new Operand(with.Expression, OperandKind.Value)], context);
            return context.Render(with);
        }

        var type = context.Model.GetTypeInfo(with.Expression).Type!;
        if (HasOwnCopyConstructor(type))
            return ExpressionLowering.Refuse(with, context, "the record has a copy constructor of its own: compute the values before");
        var source = Operand.Store(ExpressionLowering.Lower(with.Expression, context), type, with.Expression, context);
        var copy = Fragment.Of($"{source} with {{ }}");
        context.Replacements[with.Expression] = Operand.Store(copy, type, with.Expression, context);
        Operands.Evaluate(Values(with.Initializer), context);
        return context.Render(with);
    }

    private static Fragment LowerWhole(BaseObjectCreationExpressionSyntax creation, InitializerExpressionSyntax initializer, LoweringContext context)
    {
        var isPlain = initializer.Expressions.All(e => e is AssignmentExpressionSyntax { Left: IdentifierNameSyntax, Right: not InitializerExpressionSyntax });
        if (!isPlain || context.Model.GetSymbolInfo(creation).Symbol is not IMethodSymbol { IsImplicitlyDeclared: true } and not null)
            return ExpressionLowering.Refuse(creation, context, "it sets members that only an initializer may set: compute the values before");
        Operands.Evaluate([.. Operands.Arguments(creation.ArgumentList, context), .. Values(initializer)], context);
        return context.Render(creation);
    }

    private static void Apply(Fragment target, InitializerExpressionSyntax initializer, LoweringContext context)
    {
        foreach (var element in initializer.Expressions)
        {
            var receiver = context.Suspends(element) ? Keep(target, initializer, context) : target;
            switch (element)
            {
                case AssignmentExpressionSyntax assignment:
                    ApplyMember(receiver, assignment, context);
                    break;
                case InitializerExpressionSyntax arguments:
                    Operands.Evaluate([.. arguments.Expressions.Select(e => new Operand(e, OperandKind.Value))], context);
                    var list = new FragmentBuilder().AppendList(arguments.Expressions.Select(e => Value(e, context))).Build();
                    context.Emit($"{receiver}.Add({list});", element);
                    break;
                default:
                    context.Emit($"{receiver}.Add({ExpressionLowering.Lower(element, context)});", element);
                    break;
            }
        }
    }

    /// <summary>The getter of a nested initializer's member runs once for each element, before its value. A field of a struct is no value, but a place.</summary>
    private static Fragment Keep(Fragment target, InitializerExpressionSyntax initializer, LoweringContext context) =>
        !target.IsStable && initializer.Parent is AssignmentExpressionSyntax { Left: var member } && context.Model.GetTypeInfo(member).Type is { IsValueType: false } type
            ? Operand.Store(target, type, member, context)
            : target;

    private static void ApplyMember(Fragment target, AssignmentExpressionSyntax assignment, LoweringContext context)
    {
        var member = Member(target, assignment.Left, context);
        if (assignment.Right is InitializerExpressionSyntax nested)
            Apply(member, nested, context);
        else
            context.Emit($"{member} = {ExpressionLowering.Lower(assignment.Right, context)};", assignment);
    }

    private static Fragment Member(Fragment target, ExpressionSyntax left, LoweringContext context)
    {
        if (left is not ImplicitElementAccessSyntax element)
            return Fragment.Of($"{target}.{left.ToString()}");
        Operands.EvaluateAll(Operands.Arguments(element.ArgumentList, context), [element.Parent!], context);
        return Fragment.Of($"{target}{context.Render(element.ArgumentList)}");
    }

    private static Fragment Value(ExpressionSyntax expression, LoweringContext context) =>
        context.Replacements.TryGetValue(expression, out var value) ? value : context.Render(expression);

    private static IReadOnlyList<Operand> Values(InitializerExpressionSyntax initializer) =>
        [.. initializer.Expressions.OfType<AssignmentExpressionSyntax>().Select(a => new Operand(a.Right, OperandKind.Value))];

    private static bool NeedsInitializer(BaseObjectCreationExpressionSyntax creation, InitializerExpressionSyntax initializer, LoweringContext context) =>
        context.Model.GetTypeInfo(creation).Type is { } type && HasRequiredMembers(type)
        || initializer.Expressions.OfType<AssignmentExpressionSyntax>().Any(a =>
            context.Model.GetSymbolInfo(a.Left).Symbol is IPropertySymbol { SetMethod.IsInitOnly: true } or IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });

    private static bool HasRequiredMembers(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().Any(m => m is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
                return true;
        }

        return false;
    }

    private static bool HasOwnCopyConstructor(ITypeSymbol type) => type is INamedTypeSymbol { IsRecord: true, IsValueType: false } record
        && record.InstanceConstructors.Any(c => !c.IsImplicitlyDeclared && c.Parameters is [var only] && SymbolEqualityComparer.Default.Equals(only.Type, record));
}
