using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Rendering;

/// <summary>
/// Hoisted variables of patterns. C# can declare in a pattern, but not assign:
/// <code>
/// o is int i            becomes   (o is int __t1 &amp;&amp; CoroutineServices.Bind(out i, __t1))
/// o is not int i        becomes   !(o is int __t1 &amp;&amp; CoroutineServices.Bind(out i, __t1))
/// </code>
/// </summary>
internal static class PatternVariables
{
    /// <summary>The hoisted variables that the pattern declares.</summary>
    public static IReadOnlyList<(SingleVariableDesignationSyntax Designation, Variable Variable)> Of(SyntaxNode pattern, LoweringContext context) =>
    [
        .. pattern.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>()
            .Select(designation => (designation, context.Model.GetDeclaredSymbol(designation) is { } symbol ? context.Variables.Of(symbol) : null))
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.designation, pair.Item2!)),
    ];

    /// <summary>Lets the pattern declare fresh names; the result says which one each variable takes its value from.</summary>
    public static IReadOnlyList<(Variable Variable, string Name)> Rename(SyntaxNode pattern, LoweringContext context)
    {
        var renamed = new List<(Variable, string)>();
        foreach (var (designation, variable) in Of(pattern, context))
        {
            var name = context.Variables.NewDesignator();
            context.Replacements[designation] = Fragment.Plain(name);
            renamed.Add((variable, name));
        }

        return renamed;
    }

    /// <summary>The condition, always true, that gives a variable its value.</summary>
    public static Fragment Binding(Variable variable, Fragment value, Certainty certainty)
    {
        var text = new FragmentBuilder();
        WriteBinding(text, variable, value, certainty);
        return text.Build();
    }

    public static Fragment Binding(Variable variable, string value, Certainty certainty) => Binding(variable, Fragment.Plain(value), certainty);

    /// <summary>Writes that condition into a larger one. No type argument can be a ref struct, and no argument may be dynamic.</summary>
    private static void WriteBinding(FragmentBuilder text, Variable variable, Fragment value, Certainty certainty)
    {
        var isPlain = variable is { IsRefLike: false, Symbol.TypeKind: not TypeKind.Dynamic };
        text.AppendLiteral(isPlain ? $"{GeneratedNames.Services}.Bind(out " : "(");
        text.AppendAssigned(variable, certainty);
        text.AppendFormatted(isPlain ? Fragment.Of($", {value})") : Fragment.Of($" = {value}) is var _"));
    }

    /// <summary>Writes an <c>is</c> with hoisted variables; false when there are none.</summary>
    public static bool TryWrite(IsPatternExpressionSyntax test, Renderer renderer)
    {
        if (Of(test.Pattern, renderer.Context).Count == 0)
            return false;

        var (pattern, isNegated) = WithoutNot(test.Pattern);
        var certainty = ConditionalCode.Of(test, renderer.Root, isNegated ? Certainty.WhenFalse : Certainty.WhenTrue);
        var bindings = Rename(pattern, renderer.Context);
        renderer.Around(test, () =>
        {
            renderer.Text.AppendLiteral(isNegated ? "!(" : "(");
            renderer.Text.AppendFormatted(renderer.RenderPart(test.Expression));
            renderer.Text.AppendLiteral(" is ");
            renderer.Text.AppendFormatted(renderer.RenderPart(pattern));
            foreach (var (variable, name) in bindings)
            {
                renderer.Text.AppendLiteral(" && ");
                WriteBinding(renderer.Text, variable, Fragment.Plain(name), renderer.FunctionDepth == 0 ? certainty : Certainty.Never);
            }

            renderer.Text.AppendLiteral(")");
        });
        renderer.Writes = true;
        return true;
    }

    private static (PatternSyntax Pattern, bool IsNegated) WithoutNot(PatternSyntax pattern) => pattern switch
    {
        ParenthesizedPatternSyntax inner => WithoutNot(inner.Pattern),
        UnaryPatternSyntax { RawKind: (int)SyntaxKind.NotPattern } not => WithoutNot(not.Pattern) is var (inner, isNegated) ? (inner, !isNegated) : default,
        _ => (pattern, false),
    };
}
