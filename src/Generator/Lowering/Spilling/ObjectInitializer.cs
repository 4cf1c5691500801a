using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Rendering;
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
/// For members that only an initializer may set see <see cref="InitOnly"/>.
/// </summary>
internal static class ObjectInitializer
{
    public static Fragment Lower(BaseObjectCreationExpressionSyntax creation, InitializerExpressionSyntax initializer, LoweringContext context)
    {
        var type = context.Model.GetTypeInfo(creation).Type!;
        var members = Members(initializer, context);
        if (initializer.IsKind(SyntaxKind.ObjectInitializerExpression) && members.Any(InitOnly.NeedsInitializer) && CanBeMadeLast(type, initializer, members))
        {
            Operands.Evaluate([.. Operands.Arguments(creation.ArgumentList, context), .. Values(initializer)], context);
            return context.Render(creation);
        }

        Operands.Evaluate(Operands.Arguments(creation.ArgumentList, context), context);
        var (made, rest) = InitOnly.Create(creation, initializer, type, context);
        var result = Operand.Store(made, type, creation, context);
        Apply(result, rest, initializer, context);
        return result;
    }

    /// <summary><c>r with { P = S(co) }</c>: the copy is made first, and its members are set as their values are there.</summary>
    public static Fragment LowerWith(WithExpressionSyntax with, LoweringContext context)
    {
        var type = context.Model.GetTypeInfo(with.Expression).Type!;
        if (!context.Suspends(with.Initializer) || type.IsAnonymousType)
        {
            Operands.Evaluate([new Operand(with.Expression, OperandKind.Value), .. Values(with.Initializer)], context);
            return context.Render(with);
        }

        var source = ExpressionLowering.Lower(with.Expression, context);
        var copy = Operand.Store(type.IsValueType ? source : Fragment.Of($"{source.AsOperand()} with {{ }}"), type, with.Expression, context);
        if (QuietCode.CanBeCopied(type) && Members(with.Initializer, context).All(QuietCode.IsStored))
        {
            context.Replacements[with.Expression] = copy;
            Operands.Evaluate(Values(with.Initializer), context);
            return context.Render(with);
        }

        Apply(copy, with.Initializer.Expressions, with.Initializer, context);
        return copy;
    }

    /// <summary>Whether nobody can tell that the object is made after the values for its members.</summary>
    private static bool CanBeMadeLast(ITypeSymbol type, InitializerExpressionSyntax initializer, IReadOnlyList<ISymbol> members) =>
        QuietCode.CanBeMade(type)
        && members.All(QuietCode.IsStored)
        && initializer.Expressions.All(e => e is AssignmentExpressionSyntax { Left: IdentifierNameSyntax, Right: not InitializerExpressionSyntax });

    private static void Apply(Fragment target, IEnumerable<ExpressionSyntax> elements, InitializerExpressionSyntax initializer, LoweringContext context)
    {
        foreach (var element in elements)
        {
            var receiver = context.Suspends(element) ? Keep(target, initializer, context) : target;
            switch (element)
            {
                case AssignmentExpressionSyntax assignment:
                    ApplyMember(receiver, assignment, context);
                    break;
                case InitializerExpressionSyntax arguments:
                    Operands.Evaluate([.. arguments.Expressions.Select(e => new Operand(e, OperandKind.Value))], context);
                    var list = new FragmentBuilder().AppendList([.. arguments.Expressions.Select(e => Value(e, context)), .. Told(element, context)]).Build();
                    context.Emit($"{receiver}.Add({list});", element);
                    break;
                default:
                    context.Emit($"{receiver}.Add({new FragmentBuilder().AppendList([ExpressionLowering.Lower(element, context), .. Told(element, context)]).Build()});", element);
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
            Apply(member, nested.Expressions, nested, context);
        else if (context.Model.GetSymbolInfo(assignment.Left).Symbol is IPropertySymbol { SetMethod.IsInitOnly: true } property)
            context.Emit($"{InitOnly.Set(target, property, ExpressionLowering.Lower(assignment.Right, context), assignment, context)};", assignment);
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

    private static IEnumerable<Fragment> Told(ExpressionSyntax element, LoweringContext context) => CallerInfo.ArgumentsToAdd(element, context).Select(Fragment.Plain);

    private static Fragment Value(ExpressionSyntax expression, LoweringContext context) =>
        context.Replacements.TryGetValue(expression, out var value) ? value : context.Render(expression);

    private static IReadOnlyList<ISymbol> Members(InitializerExpressionSyntax initializer, LoweringContext context) =>
        [.. initializer.Expressions.OfType<AssignmentExpressionSyntax>().Select(a => context.Model.GetSymbolInfo(a.Left).Symbol).OfType<ISymbol>()];

    private static IReadOnlyList<Operand> Values(InitializerExpressionSyntax initializer) =>
        [.. initializer.Expressions.OfType<AssignmentExpressionSyntax>().Select(a => new Operand(a.Right, OperandKind.Value))];
}
