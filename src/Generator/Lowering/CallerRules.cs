using CoroGen.Generator.Lowering.Functions;
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
    private const string CallDispose = "call it in a 'finally'";

    /// <summary>Checks a body.</summary>
    public static void Check(LoweringContext context)
    {
        foreach (var node in context.Nodes)
        {
            if (ToldBy(node, context) is var (told, advice) && !IsOfAnother(node, context))
                context.Refuse(Rules.CallerUnknown, node, $"'{(told.MethodKind == MethodKind.Constructor ? told.ContainingType.Name : told.Name)}'", "who calls it", advice);
        }
    }

    /// <summary>A hole whose text may be another in the generated code: a handler that asks for it must be told the user's.</summary>
    public static void Check(InterpolationSyntax hole, Renderer renderer)
    {
        if (!renderer.Context.HasToldTexts || StringHandler.OfCaller((InterpolatedStringExpressionSyntax)hole.Parent!, renderer.Context) is not { Type: { } handler } || !IsToldOfHoles(handler))
            return;
        var text = hole.Expression.ToString();
        if (renderer.RenderPart(hole.Expression).Text != text)
            renderer.Context.Refuse(Rules.CallerUnknown, hole, $"'{handler.Name}'", $"the text '{text}' of the hole", "give the variable a name that no other has, and that no lambda captures");
    }

    /// <summary>The method that the node makes C# call and tell who calls it, with what to write instead; or null.</summary>
    private static (IMethodSymbol Told, string Advice)? ToldBy(SyntaxNode node, LoweringContext context) => node switch
    {
        QueryClauseSyntax clause when CallOf(clause, context) is { } method => (method, "write the query as calls of methods"),
        SelectOrGroupClauseSyntax or OrderingSyntax when context.Model.GetSymbolInfo(node).Symbol is IMethodSymbol method && CallerInfo.IsTold(method) => (method, "write the query as calls of methods"),
        CollectionExpressionSyntax collection when AddOf(collection, context) is { } method => (method, "write 'new' with an initializer"),
        InterpolatedStringExpressionSyntax text when HandlerOf(text, context) is { } method => (method, "make the text in an ordinary method"),
        UsingStatementSyntax { Expression: { } resource } when DisposeOf(resource, context) is { } method => (method, CallDispose),
        UsingStatementSyntax { Declaration: { } resource } when DisposeOf(resource.Type, context) is { } method => (method, CallDispose),
        LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword } resource when DisposeOf(resource.Declaration.Type, context) is { } method => (method, CallDispose),
        _ => null,
    };

    /// <summary>The constructor of a handler that the copied text makes. When the text suspends, it is called in generated code, and gets the arguments there.</summary>
    private static IMethodSymbol? HandlerOf(InterpolatedStringExpressionSyntax text, LoweringContext context)
    {
        if (StringHandler.OfCaller(text, context) is not { Constructor: { } constructor })
            return null;
        context.HasToldTexts = true;
        return CallerInfo.IsTold(constructor) && !context.Suspends(StringHandler.Whole(text)) ? constructor : null;
    }

    /// <summary>Whether it is inside a coroutine function, whose body is checked on its own.</summary>
    private static bool IsOfAnother(SyntaxNode node, LoweringContext context) =>
        node.Ancestors().TakeWhile(ancestor => ancestor != context.Body.Parent).Any(ancestor => CoroutineFunctions.Is(ancestor, context.Model));

    /// <summary>Of types that are no ref struct C# calls the interface's method, which has no parameters.</summary>
    private static IMethodSymbol? DisposeOf(ExpressionSyntax resource, LoweringContext context) => context.Model.GetTypeInfo(resource).Type is INamedTypeSymbol { IsRefLikeType: true } type
        ? type.GetMembers("Dispose").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.All(p => p.IsOptional) && CallerInfo.IsTold(method))
        : null;

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
}
