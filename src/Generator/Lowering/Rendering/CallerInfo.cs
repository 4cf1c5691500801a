using CoroGen.Generator.Discovery;
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
    /// <summary>The arguments to add to a call, each <c>name: value</c>.</summary>
    public static IReadOnlyList<string> ArgumentsToAdd(SyntaxNode call, BaseArgumentListSyntax? given, LoweringContext context)
    {
        if (context.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol target || !MayNeed(target))
            return [];
        var added = new List<string>();
        foreach (var parameter in target.Parameters.Where(p => p.IsOptional && !IsGiven(p, given)))
        {
            if (ValueOf(parameter, target, call, given, context) is { } value)
                added.Add($"{parameter.Name}: {value}");
        }

        return added;
    }

    /// <summary>Writes a call with the arguments that have to be added, or returns false when there are none.</summary>
    public static bool TryWrite(SyntaxNode call, ArgumentListSyntax arguments, Renderer renderer)
    {
        var added = ArgumentsToAdd(call, arguments, renderer.Context);
        if (added.Count == 0)
            return false;
        foreach (var child in call.ChildNodesAndTokens())
        {
            if (child.IsToken)
                renderer.WriteToken(child.AsToken());
            else if (child.AsNode() != arguments)
                renderer.Write(child.AsNode()!);
            else
                WriteArguments(arguments, added, renderer);
        }

        return true;
    }

    private static void WriteArguments(ArgumentListSyntax arguments, IReadOnlyList<string> added, Renderer renderer)
    {
        foreach (var child in arguments.ChildNodesAndTokens())
        {
            if (child.AsToken() is var token && token == arguments.CloseParenToken && child.IsToken)
                renderer.Text.AppendLiteral((arguments.Arguments.Count > 0 ? ", " : "") + string.Join(", ", added));
            if (child.IsToken)
                renderer.WriteToken(token);
            else
                renderer.Write(child.AsNode()!);
        }
    }

    private static bool MayNeed(IMethodSymbol target) => target.Parameters.Any(p => p.IsOptional && p.GetAttributes().Length > 0);

    private static bool IsGiven(IParameterSymbol parameter, BaseArgumentListSyntax? given)
    {
        var arguments = given?.Arguments ?? default;
        return arguments.Any(a => a.NameColon?.Name.Identifier.ValueText == parameter.Name)
            || parameter.Ordinal < arguments.Count && arguments[parameter.Ordinal].NameColon is null;
    }

    private static string? ValueOf(IParameterSymbol parameter, IMethodSymbol target, SyntaxNode call, BaseArgumentListSyntax? given, LoweringContext context)
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
                    return TextOf(of, target, call, given) is { } text ? Literal(text) : null;
            }
        }

        return null;
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>The line of the call as C# sees it, that of its parenthesis.</summary>
    private static int LineOf(SyntaxNode call)
    {
        var token = call is InvocationExpressionSyntax invocation ? invocation.ArgumentList.OpenParenToken : call.GetFirstToken();
        return token.GetLocation().GetMappedLineSpan().StartLinePosition.Line + 1;
    }

    private static string? TextOf(string parameterName, IMethodSymbol target, SyntaxNode call, BaseArgumentListSyntax? given)
    {
        var parameter = target.Parameters.FirstOrDefault(p => p.Name == parameterName);
        if (parameter is null)
            return (target.ReducedFrom?.Parameters[0] ?? ExtensionBlocks.Receiver(target))?.Name == parameterName && call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
                ? Text(access.Expression)
                : null;
        var arguments = given?.Arguments ?? default;
        var argument = arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == parameterName)
            ?? (parameter.Ordinal < arguments.Count && arguments[parameter.Ordinal].NameColon is null ? arguments[parameter.Ordinal] : null);
        return argument is null ? null : Text(argument.Expression);
    }

    /// <summary>To C# neither parentheses nor <c>!</c> round an argument are part of it.</summary>
    private static string Text(ExpressionSyntax argument) => argument switch
    {
        ParenthesizedExpressionSyntax inner => Text(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => Text(inner.Operand),
        _ => argument.ToString(),
    };
}
