using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Rendering;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// Members that C# lets only an initializer set, although their values come after the constructor:
/// <code>
/// new T(a) { Required = x, Init = S(co), Late = y }
/// becomes
/// t1 = new T(a) { Required = x, Late = default! };
/// t2 = S(co);
/// t1 = t1 with { Init = t2 };          of a struct or a record; Initialize(t1, "Init", t2) of another class
/// t1.Late = y;
/// </code>
/// </summary>
internal static class InitOnly
{
    public static bool NeedsInitializer(ISymbol member) => IsRequired(member) || member is IPropertySymbol { SetMethod.IsInitOnly: true };

    /// <summary>Makes the object, with what has to stand in its creation; the rest of the initializer's elements is still to be applied.</summary>
    public static (Fragment Made, IEnumerable<ExpressionSyntax> Later) Create(
        BaseObjectCreationExpressionSyntax creation, InitializerExpressionSyntax initializer, ITypeSymbol type, LoweringContext context)
    {
        var arguments = creation.ArgumentList is { } list ? context.Render(list) : Fragment.Plain($"({string.Join(", ", CallerInfo.ArgumentsToAdd(creation, null, context))})");
        var made = Fragment.Of($"new {TypeFacts.Text(type).TrimEnd('?')}{arguments}");
        var required = initializer.Expressions.OfType<AssignmentExpressionSyntax>().Where(a => IsRequired(context.Model.GetSymbolInfo(a.Left).Symbol)).ToList();
        if (required.Count == 0)
            return (made, initializer.Expressions);

        var first = initializer.Expressions.TakeWhile(element => !context.Suspends(element)).ToList();
        var late = required.Except(first.OfType<AssignmentExpressionSyntax>()).ToList();
        foreach (var assignment in late.Where(a => !QuietCode.IsStored(context.Model.GetSymbolInfo(a.Left).Symbol!)))
            context.Refuse(Rules.UnsupportedForm, assignment, "the initializer of a required member whose accessor would run twice", "compute its value before");
        var elements = first.Select(context.Render).Concat(late.Select(assignment => Fragment.Of($"{assignment.Left.ToString()} = default!")));
        return (Fragment.Of($"{made} {{ {Fragment.Join(elements, ", ")} }}"), initializer.Expressions.Skip(first.Count));
    }

    /// <summary>The expression that sets the member of an object that exists.</summary>
    public static Fragment Set(Fragment target, IPropertySymbol property, Fragment value, AssignmentExpressionSyntax assignment, LoweringContext context)
    {
        var type = property.ContainingType;
        if (type.IsValueType || type.IsRecord && QuietCode.CanBeCopied(type))
            return With(target, property, value, assignment, context);
        if (property.IsIndexer)
            context.Refuse(Rules.UnsupportedForm, assignment, "the initializer of an init-only indexer", "compute its value before");
        return Fragment.Of($"{GeneratedNames.Services}.Initialize<{TypeFacts.Text(type)}, {TypeFacts.Text(property.Type)}>({target}, \"{property.Name}\", {value})");
    }

    private static Fragment With(Fragment target, IPropertySymbol property, Fragment value, AssignmentExpressionSyntax assignment, LoweringContext context)
    {
        if (!property.ContainingType.IsRecord && ((CSharpParseOptions)assignment.SyntaxTree.Options).LanguageVersion < LanguageVersion.CSharp10)
            context.Refuse(Rules.UnsupportedForm, assignment, "the initializer of an init-only member of a struct", "use C# 10, or compute its value before");
        return Fragment.Of($"{target} = {target} with {{ {VariableName(property)} = {value} }}");
    }

    private static string VariableName(IPropertySymbol property) => Locals.VariableTable.Escaped(property.Name);

    private static bool IsRequired(ISymbol? member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };
}
