using CoroGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Lowering.Locals;

/// <summary>Declares the variables of a lowered body that it mentions, all at its beginning: resume points are jumped to past everything else.</summary>
internal static class LocalDeclarations
{
    private const string NoReference = "global::CoroGen.CompilerServices.CoroutineServices.NoReference";

    /// <param name="variables">All variables.</param>
    /// <param name="witnesses">The functions that say types without a name.</param>
    /// <param name="body">The lowered body.</param>
    /// <param name="hasScoped">Whether the language version knows <c>scoped</c>.</param>
    public static IEnumerable<string> Of(IEnumerable<Variable> variables, Witnesses witnesses, IEnumerable<Code> body, bool hasScoped)
    {
        var mentioned = new HashSet<string>();
        foreach (var text in body.SelectMany(TextsOf))
            AddNames(text, mentioned);
        var declarations = variables
            .Where(variable => variable.Untyped is not null || variable is { IsParameter: false, Scope: null } && mentioned.Contains(variable.Name.TrimStart('@')))
            .Select(variable => Declare(variable, hasScoped))
            .ToList();
        foreach (var declaration in declarations)
            AddNames(declaration, mentioned);
        return [.. witnesses.Functions.Where(function => mentioned.Contains(function.Name)).Select(function => function.Declaration), .. declarations];
    }

    /// <summary>What a copied function needs at its beginning: what it captures of types without a name, and what says those.</summary>
    public static IEnumerable<string> OfCaptured(VariableTable variables) =>
        variables.Witnesses.Functions.Select(function => function.Declaration + " ")
            .Concat(variables.Captured.Where(variable => variable.Untyped is not null).Select(variable => $"var {variable.Name} = {Captured(variable)}; "));

    private static string Captured(Variable variable) => $"{GeneratedNames.Services}.Cast({variable.Untyped}, {variable.Witness})";

    /// <summary>
    /// What refers to the stack must not be taken for something that outlives the method. Before <c>scoped</c>, the compiler tells that from the
    /// value that a span is declared with.
    /// </summary>
    private static string Declare(Variable variable, bool hasScoped)
    {
        var scoped = hasScoped && variable.IsRefLike ? "scoped " : "";
        if (variable.Untyped is not null)
            return $"var {variable.Name} = {GeneratedNames.FrameParameter} is null ? {Captured(variable)} : default!;";
        if (variable.Witness is { } witness)
            return $"{scoped}{variable.RefPrefix}var {variable.Name} = {(variable.RefPrefix.Length > 0 ? $"ref {NoReference}({witness})" : witness)};";
        var value = variable.RefPrefix.Length > 0 ? $"ref {NoReference}<{variable.Type}>()"
            : !hasScoped && SpanElement(variable.Symbol) is { } element ? $"stackalloc {TypeFacts.Text(element)}[0]"
            : variable.Symbol is { IsValueType: true } or IPointerTypeSymbol or IFunctionPointerTypeSymbol ? "default"
            : "default!";
        return $"{scoped}{variable.RefPrefix}{variable.Type} {variable.Name} = {value};";
    }

    /// <summary>The element type of a span that can take <c>stackalloc</c>, or null.</summary>
    private static ITypeSymbol? SpanElement(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments: [{ IsUnmanagedType: true } element], ContainingNamespace.Name: "System", IsRefLikeType: true }
            ? element
            : null;

    private static IEnumerable<string> TextsOf(Code code) => code switch
    {
        StatementCode statement => [statement.Code.Text, .. OriginalsOf(statement.Copies)],
        SuspendCode suspension => [suspension.Call.Text, suspension.Result ?? "", .. suspension.Saved, .. OriginalsOf(suspension.Copies)],
        TryCode node => node.Body.SelectMany(TextsOf)
            .Concat(node.Handlers.Select(handler => handler.Head.Text))
            .Concat(node.Handlers.Select(handler => handler.Block).Append(node.Finally).SelectMany(TextsOf)),
        _ => [],
    };

    private static IEnumerable<string> TextsOf(BlockCode? block) => block is null ? [] : [block.Code.Text, .. OriginalsOf(block.Copies)];

    private static IEnumerable<string> OriginalsOf(IEnumerable<CopyCode> copies) => copies.Select(copy => copy.Original);

    /// <summary>
    /// Adds all words of a text that may be names. Effects would not do: what a text only may assign is neither used nor defined by it, and
    /// yet has to be declared.
    /// </summary>
    private static void AddNames(string text, HashSet<string> names)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
                end++;
            if (end > start)
                names.Add(text.Substring(start, end - start));
            start = end;
        }
    }
}
