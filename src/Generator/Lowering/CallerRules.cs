using CoroGen.Generator.Lowering.Rendering;
using CoroGen.Generator.Lowering.Spilling;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering;

/// <summary>
/// Methods that C# calls by itself and tells who calls: it would tell them of generated code, and where the call is not written nothing can be added to it (see
/// <see cref="CallerInfo"/>). So they are refused.
/// </summary>
internal static class CallerRules
{
    /// <summary>Checks a method's body, with all functions in it.</summary>
    public static void Check(LoweringContext context)
    {
        if (context.Outer is not null)
            return;
        foreach (var node in context.Nodes)
        {
            switch (node)
            {
                case QueryClauseSyntax clause when CallOf(clause, context) is { } method:
                    Refuse(clause, method, "write the query as calls of methods", context);
                    break;
                case SelectOrGroupClauseSyntax or OrderingSyntax when context.Model.GetSymbolInfo(node).Symbol is IMethodSymbol method && CallerInfo.IsTold(method):
                    Refuse(node, method, "write the query as calls of methods", context);
                    break;
                case CollectionExpressionSyntax collection when AddOf(collection, context) is { } method:
                    Refuse(collection, method, "write 'new' with an initializer", context);
                    break;
                case InterpolatedStringExpressionSyntax text when StringHandler.OfCaller(text, context) is { } handler:
                    Check(text, handler, context);
                    break;
            }
        }

        CheckDisposed(context);
    }

    /// <summary>A hole whose text may be another in the generated code: a handler that asks for it must be told the user's.</summary>
    public static void Check(InterpolationSyntax hole, Renderer renderer)
    {
        if (StringHandler.OfCaller((InterpolatedStringExpressionSyntax)hole.Parent!, renderer.Context) is not { Type: { } handler } || !IsToldOfHoles(handler))
            return;
        var text = hole.Expression.ToString();
        if (renderer.RenderPart(hole.Expression).Text != text)
            renderer.Context.Refuse(Rules.CallerUnknown, hole, $"'{handler.Name}'", $"the text '{text}' of the hole", "give the variable a name that no other has, and that no lambda captures");
    }

    private static void Check(InterpolatedStringExpressionSyntax text, (INamedTypeSymbol Type, IMethodSymbol Constructor) handler, LoweringContext context)
    {
        if (CallerInfo.IsTold(handler.Constructor) && !context.Suspends(StringHandler.Whole(text)))
            Refuse(text, handler.Constructor, "make the text in an ordinary method", context);
    }

    private static void CheckDisposed(LoweringContext context)
    {
        foreach (var node in context.Nodes)
        {
            var resource = node switch
            {
                UsingStatementSyntax { Expression: { } expression } => expression,
                UsingStatementSyntax { Declaration: { } declaration } => declaration.Type,
                LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword } declaration => declaration.Declaration.Type,
                _ => (ExpressionSyntax?)null,
            };
            // Of other types C# calls the interface's method, which has no parameters.
            if (resource is not null && context.Model.GetTypeInfo(resource).Type is INamedTypeSymbol { IsRefLikeType: true } type
                && type.GetMembers("Dispose").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.All(p => p.IsOptional)) is { } dispose && CallerInfo.IsTold(dispose))
            {
                Refuse(node, dispose, "call it in a 'finally'", context);
            }
        }
    }

    private static IMethodSymbol? CallOf(QueryClauseSyntax clause, LoweringContext context)
    {
        var info = context.Model.GetQueryClauseInfo(clause);
        return new[] { info.CastInfo.Symbol, info.OperationInfo.Symbol }.OfType<IMethodSymbol>().FirstOrDefault(CallerInfo.IsTold);
    }

    private static IMethodSymbol? AddOf(CollectionExpressionSyntax collection, LoweringContext context)
    {
        if (context.Model.GetTypeInfo(collection).ConvertedType is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type || type.ContainingNamespace is { Name: "Generic", ContainingNamespace.Name: "Collections" })
            return null;
        return type.InstanceConstructors.Where(constructor => constructor.Parameters.All(p => p.IsOptional))
            .Concat(Types(type).SelectMany(current => current.GetMembers("Add")).OfType<IMethodSymbol>()).FirstOrDefault(CallerInfo.IsTold);
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            yield return type;
    }

    private static bool IsToldOfHoles(INamedTypeSymbol handler) => handler.GetMembers("AppendFormatted").OfType<IMethodSymbol>().Any(CallerInfo.IsTold);

    private static void Refuse(SyntaxNode place, IMethodSymbol told, string advice, LoweringContext context) =>
        context.Refuse(Rules.CallerUnknown, place, $"'{(told.MethodKind == MethodKind.Constructor ? told.ContainingType.Name : told.Name)}'", "who calls it", advice);
}
