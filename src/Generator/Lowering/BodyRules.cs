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
        foreach (var local in context.Locals.Hoisted)
            CheckType(local.Symbol, context);
        foreach (var address in context.Body.DescendantNodes().OfType<PrefixUnaryExpressionSyntax>().Where(u => u.IsKind(SyntaxKind.AddressOfExpression)))
            CheckAddress(address, context);
    }

    /// <summary>Rules that depend on what is live where.</summary>
    public static void CheckAcrossSuspensions(LoweringContext context)
    {
        foreach (var variable in Suspended(context.Code).SelectMany(s => s.Saved).Where(v => v.IsRefLike).Distinct())
        {
            var declaration = context.Locals.Hoisted.FirstOrDefault(h => context.Variables.Of(h.Symbol) == variable)?.Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
            var (place, name) = context.Temps.TryGetValue(variable, out var held) ? (held, held.ToString()) : (declaration ?? context.Body, variable.Name);
            context.Refuse(Rules.RefLikeAcrossSuspension, place, name, "make it again after the suspension, or use 'Memory<T>'");
        }
    }

    /// <summary>Hoisted locals get other names when they have to; what is copied, and what callers name, cannot.</summary>
    private static void CheckNames(LoweringContext context)
    {
        var method = context.Body.Parent!;
        var hoisted = new HashSet<ISymbol>(context.Locals.Hoisted.Select(h => (ISymbol)h.Symbol), SymbolEqualityComparer.Default);
        var mentions = method.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && GeneratedNames.Reserved.Contains(token.ValueText));
        foreach (var mention in mentions.GroupBy(token => token.ValueText).Select(group => group.First().Parent!))
        {
            if ((context.Model.GetDeclaredSymbol(mention) ?? context.Model.GetSymbolInfo(mention).Symbol) is { } symbol && !hoisted.Contains(symbol))
                context.Refuse(Rules.ReservedName, mention, symbol.Name);
        }
    }

    private static IEnumerable<Suspension> Suspended(IEnumerable<Node> nodes) => nodes.SelectMany(node => node switch
    {
        Suspension suspension => [suspension],
        TryNode inner => Suspended(inner.Body),
        _ => Enumerable.Empty<Suspension>(),
    });

    private static void CheckType(ILocalSymbol local, LoweringContext context)
    {
        var declaration = local.DeclaringSyntaxReferences[0].GetSyntax();
        if (TypeFacts.IsUnspeakable(local.Type))
            context.Refuse(Rules.UnspeakableType, declaration, local.Name);
        if (TypeFacts.FileLocalPart(local.Type) is { } fileLocal)
            context.Refuse(Rules.FileLocalType, declaration, fileLocal.Name);
    }

    private static void CheckAddress(PrefixUnaryExpressionSyntax address, LoweringContext context)
    {
        if (context.Suspends(context.Body) && address.Operand is IdentifierNameSyntax name && context.Model.GetSymbolInfo(name).Symbol is ILocalSymbol or IParameterSymbol)
            context.Refuse(Rules.AddressTaken, address, name.Identifier.ValueText);
    }
}
