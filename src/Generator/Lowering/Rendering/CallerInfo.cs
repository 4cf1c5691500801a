using System.Collections.Immutable;
using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Rendering;

/// <summary>
/// What C# would fill in at a call from the source text, and generated code would change: the calling member's name and arguments' texts become
/// explicit arguments. So do file and line, for the parts of a statement may be written where no <c>#line</c> is.
/// </summary>
internal static class CallerInfo
{
    /// <summary>The arguments to add to a call, a creation or the use of an indexer, each <c>name: value</c>.</summary>
    public static IReadOnlyList<string> ArgumentsToAdd(SyntaxNode call, BaseArgumentListSyntax? given, LoweringContext context)
    {
        var target = context.Model.GetSymbolInfo(call).Symbol;
        return !IsTold(target) ? [] : Named(Unsaid(target, parameter => IsGiven(parameter, given)), call, of => TextOf(of, target!, call, given), context);
    }

    /// <summary>
    /// What an element of a collection initializer is added with, besides what is written: arguments without names, for there they cannot have any. It is empty when C# fills in nothing.
    /// </summary>
    public static IReadOnlyList<string> ArgumentsToAdd(ExpressionSyntax element, LoweringContext context)
    {
        var given = Elements(element);
        if (context.Model.GetCollectionInitializerSymbolInfo(element).Symbol is not IMethodSymbol target || !Unsaid(target, parameter => parameter.Ordinal < given.Count).Any())
            return [];
        return target.Parameters.Skip(given.Count)
            .Select(parameter => ValueOf(parameter, element, of => target.Parameters.FirstOrDefault(p => p.Name == of) is { } said && said.Ordinal < given.Count ? given[said.Ordinal] : null, context) ?? Default(parameter))
            .ToList();
    }

    /// <summary>What a handler of an interpolated string is told of a hole or of the string itself.</summary>
    public static IReadOnlyList<string> ArgumentsToAdd(IMethodSymbol target, SyntaxNode part, ExpressionSyntax? hole, LoweringContext context) =>
        Named(Unsaid(target, _ => false), part, of => target.Parameters[0].Name == of ? hole : null, context);

    /// <summary>Whether a method or indexer is told something of who calls it. Asked of every call, hence without a delegate.</summary>
    public static bool IsTold(ISymbol? target)
    {
        foreach (var parameter in ParametersOf(target))
        {
            if (IsTold(parameter))
                return true;
        }

        return false;
    }

    /// <summary>Writes an argument list with what has to be added, or returns false when that is nothing.</summary>
    public static bool TryWrite(BaseArgumentListSyntax arguments, Renderer renderer)
    {
        var added = ArgumentsToAdd(arguments.Parent!, arguments, renderer.Context);
        if (added.Count == 0)
            return false;
        var closing = arguments.ChildNodesAndTokens().Last();
        foreach (var child in arguments.ChildNodesAndTokens())
        {
            if (child == closing)
                renderer.Text.AppendLiteral((arguments.Arguments.Count > 0 ? ", " : "") + string.Join(", ", added));
            Write(child, renderer);
        }

        return true;
    }

    /// <summary>Writes a creation without an argument list that gets one: <c>new T { … }</c> → <c>new T(line: 5) { … }</c>.</summary>
    public static bool TryWrite(ObjectCreationExpressionSyntax creation, Renderer renderer)
    {
        var added = ArgumentsToAdd(creation, null, renderer.Context);
        if (added.Count == 0)
            return false;
        foreach (var child in creation.ChildNodesAndTokens())
        {
            Write(child, renderer);
            if (child.AsNode() == creation.Type)
                renderer.Text.AppendLiteral($"({string.Join(", ", added)})");
        }

        return true;
    }

    /// <summary>Writes a collection initializer, <c>{ a, { b, c } }</c> → <c>{ { a, "Caller" }, { b, c, "Caller" } }</c>, or returns false when nothing has to be added.</summary>
    public static bool TryWrite(InitializerExpressionSyntax initializer, Renderer renderer)
    {
        var added = initializer.Expressions.ToDictionary(element => (SyntaxNode)element, element => ArgumentsToAdd(element, renderer.Context));
        if (added.Values.All(arguments => arguments.Count == 0))
            return false;
        foreach (var child in initializer.ChildNodesAndTokens())
        {
            if (child.AsNode() is not ExpressionSyntax element || added[element] is not { Count: > 0 } arguments)
                Write(child, renderer);
            else
                renderer.Around(element, () => renderer.Text.AppendFormatted(Fragment.Of($"{{ {new FragmentBuilder().AppendList(Elements(element).Select(renderer.RenderPart).Concat(arguments.Select(Fragment.Plain))).Build()} }}")));
        }

        return true;
    }

    private static void Write(SyntaxNodeOrToken child, Renderer renderer)
    {
        if (child.IsToken)
            renderer.WriteToken(child.AsToken());
        else
            renderer.Write(child.AsNode()!);
    }

    private static IReadOnlyList<string> Named(IEnumerable<IParameterSymbol> parameters, SyntaxNode call, Func<string, ExpressionSyntax?> argument, LoweringContext context) =>
    [
        .. parameters.Select(parameter => (parameter.Name, Value: ValueOf(parameter, call, argument, context)))
            .Where(added => added.Value is not null)
            .Select(added => $"{added.Name}: {added.Value}"),
    ];

    private static IReadOnlyList<ExpressionSyntax> Elements(ExpressionSyntax element) => element is InitializerExpressionSyntax several ? [.. several.Expressions] : [element];

    /// <summary>The parameters that C# may fill in by who calls, as far as nothing is said for them.</summary>
    private static IEnumerable<IParameterSymbol> Unsaid(ISymbol? target, Func<IParameterSymbol, bool> isGiven) =>
        ParametersOf(target).Where(parameter => IsTold(parameter) && !isGiven(parameter));

    private static bool IsTold(IParameterSymbol parameter) => parameter.IsOptional && parameter.GetAttributes().Any(IsCallerInfo);

    private static ImmutableArray<IParameterSymbol> ParametersOf(ISymbol? target) => target switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol indexer => indexer.Parameters,
        _ => [],
    };

    private static bool IsCallerInfo(AttributeData attribute) => attribute.AttributeClass is { ContainingNamespace.Name: "CompilerServices" } type && type.Name.StartsWith("Caller", StringComparison.Ordinal);

    private static string Default(IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue ? DefaultValue.Text(parameter.Type, parameter.ExplicitDefaultValue) : "default!";

    private static bool IsGiven(IParameterSymbol parameter, BaseArgumentListSyntax? given)
    {
        var arguments = given?.Arguments ?? default;
        return arguments.Any(a => a.NameColon?.Name.Identifier.ValueText == parameter.Name)
            || parameter.Ordinal < arguments.Count && arguments[parameter.Ordinal].NameColon is null;
    }

    private static string? ValueOf(IParameterSymbol parameter, SyntaxNode call, Func<string, ExpressionSyntax?> argument, LoweringContext context)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            switch (attribute.AttributeClass?.ToDisplayString())
            {
                case "System.Runtime.CompilerServices.CallerMemberNameAttribute":
                    return Literal(context.MemberName);
                case "System.Runtime.CompilerServices.CallerLineNumberAttribute":
                    return LineOf(call).ToString(System.Globalization.CultureInfo.InvariantCulture);
                case "System.Runtime.CompilerServices.CallerFilePathAttribute":
                    return context.FilePath;
                case "System.Runtime.CompilerServices.CallerArgumentExpressionAttribute" when attribute.ConstructorArguments is [{ Value: string of }]:
                    return argument(of) is { } said ? Literal(Text(said)) : null;
            }
        }

        return null;
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>The line of the call as C# sees it, that of its parenthesis or bracket.</summary>
    private static int LineOf(SyntaxNode call)
    {
        var token = call switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList.OpenParenToken,
            ElementAccessExpressionSyntax access => access.ArgumentList.OpenBracketToken,
            _ => call.GetFirstToken(),
        };
        return token.GetLocation().GetMappedLineSpan().StartLinePosition.Line + 1;
    }

    /// <summary>The argument of another parameter, of <c>this</c> in an extension method.</summary>
    private static ExpressionSyntax? TextOf(string parameterName, ISymbol target, SyntaxNode call, BaseArgumentListSyntax? given)
    {
        var parameters = target is IMethodSymbol method ? method.Parameters : ((IPropertySymbol)target).Parameters;
        if (parameters.FirstOrDefault(p => p.Name == parameterName) is not { } parameter)
            return target is IMethodSymbol extension && (extension.ReducedFrom?.Parameters[0] ?? ExtensionBlocks.Receiver(extension))?.Name == parameterName
                && call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Expression : null;
        var arguments = given?.Arguments ?? default;
        return (arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == parameterName)
            ?? (parameter.Ordinal < arguments.Count && arguments[parameter.Ordinal].NameColon is null ? arguments[parameter.Ordinal] : null))?.Expression;
    }

    /// <summary>To C# neither parentheses nor <c>!</c> round an argument are part of it.</summary>
    private static string Text(ExpressionSyntax argument) => argument switch
    {
        ParenthesizedExpressionSyntax inner => Text(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => Text(inner.Operand),
        _ => argument.ToString(),
    };
}
