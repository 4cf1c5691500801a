using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering;

/// <summary>What a body must not contain, whatever form it has.</summary>
internal static class BodyRules
{
    /// <summary>Rules that the source alone decides.</summary>
    public static void Check(LoweringContext context)
    {
        CheckNames(context);
        CallerRules.Check(context);
        foreach (var local in context.Locals.Hoisted)
            CheckType(local.Symbol, context);
    }

    /// <summary>Rules that depend on what is live where.</summary>
    public static void CheckAcrossSuspensions(LoweringContext context)
    {
        foreach (var variable in Suspended(context.Code).SelectMany(s => s.Saved).Distinct())
        {
            var symbol = context.Variables.SymbolOf(variable);
            var held = context.Temps.TryGetValue(variable, out var node) ? node : null;
            var source = symbol is not null ? context.Pointers.SourceOf(symbol) : variable.Symbol is IPointerTypeSymbol && held is not null ? context.Pointers.SourceIn(held) : null;
            var name = symbol?.Name ?? held?.ToString() ?? variable.Name;
            if (source is not null)
                context.Refuse(Rules.AddressTaken, source, name);
            if (variable.IsRefLike)
                context.Refuse(Rules.RefLikeAcrossSuspension, symbol?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() ?? held ?? context.Body, name, "make it again after the suspension, or use 'Memory<T>'");
        }
    }

    /// <summary>A type parameter of a type round the coroutine that one of its own hides has no name in it: no variable can be declared of it. C# warns of it as well (CS0693).</summary>
    public static void CheckHiddenTypes(LoweringContext context)
    {
        var own = new HashSet<string>(Functions(context.Method).SelectMany(function => function.TypeParameters).Select(parameter => parameter.Name));
        if (own.Count == 0)
            return;
        var first = context.Variables.All
            .Select(variable => (Hidden: HiddenPart(variable.Symbol, own), Place: PlaceOf(variable, context)))
            .Where(found => found.Hidden is not null).OrderBy(found => found.Place.SpanStart).FirstOrDefault();
        if (first.Hidden is { } hidden)
            context.Refuse(Rules.UnsupportedForm, first.Place, $"a coroutine whose type parameter '{hidden.Name}' hides the one of '{hidden.ContainingType.Name}' that this is of", "rename it");
    }

    private static SyntaxNode PlaceOf(Variable variable, LoweringContext context) =>
        context.Variables.SymbolOf(variable)?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() ?? (context.Temps.TryGetValue(variable, out var node) ? node : context.Body);

    private static IEnumerable<IMethodSymbol> Functions(IMethodSymbol? function)
    {
        for (; function is not null; function = function.ContainingSymbol as IMethodSymbol)
            yield return function;
    }

    private static ITypeParameterSymbol? HiddenPart(ITypeSymbol? type, HashSet<string> own) => type switch
    {
        ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Type } parameter => own.Contains(parameter.Name) ? parameter : null,
        IArrayTypeSymbol array => HiddenPart(array.ElementType, own),
        INamedTypeSymbol named => named.TypeArguments.Select(argument => HiddenPart(argument, own)).FirstOrDefault(part => part is not null) ?? HiddenPart(named.ContainingType, own),
        _ => null,
    };

    /// <summary>Hoisted locals get other names when they have to; what is copied, and what callers name, cannot.</summary>
    private static void CheckNames(LoweringContext context)
    {
        var method = context.Body.Parent!;
        if (!MayMention(context.Places.TextOf(method.Span)))
            return;
        var hoisted = new HashSet<ISymbol>(context.Locals.Hoisted.Select(h => (ISymbol)h.Symbol), SymbolEqualityComparer.Default);
        var mentions = method.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && GeneratedNames.Reserved.Contains(token.ValueText));
        foreach (var mention in mentions.GroupBy(token => token.ValueText).Select(group => group.First().Parent!))
        {
            if ((context.Model.GetDeclaredSymbol(mention) ?? context.Model.GetSymbolInfo(mention).Symbol) is { } symbol && !hoisted.Contains(symbol))
                context.Refuse(Rules.ReservedName, mention, symbol.Name);
        }
    }

    /// <summary>All of those names begin with two underscores, which an identifier may also have as escapes.</summary>
    private static bool MayMention(string text) => text.Contains("__") || text.Contains("\\u") || text.Contains("\\U");

    private static IEnumerable<Suspension> Suspended(IEnumerable<Node> nodes) => nodes.SelectMany(node => node switch
    {
        Suspension suspension => [suspension],
        TryNode inner => Suspended(inner.Body),
        _ => Enumerable.Empty<Suspension>(),
    });

    private static void CheckType(ILocalSymbol local, LoweringContext context)
    {
        var declaration = local.DeclaringSyntaxReferences[0].GetSyntax();
        if (TypeFacts.FileLocalPart(local.Type) is { } fileLocal)
            context.Refuse(Rules.FileLocalType, declaration, fileLocal.Name);
    }
}
