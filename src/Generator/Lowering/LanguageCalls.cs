using CoroGen.Generator.Discovery;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering;

/// <summary>
/// The coroutines that stand in for methods which C# calls by itself: where <c>r.Dispose(co)</c> would call one, <c>using</c> does, and where
/// <c>e.MoveNext(co)</c> would, <c>foreach</c> does.
/// </summary>
/// <param name="MoveNext">The coroutine that moves the enumerator of a <c>foreach</c>, or null.</param>
/// <param name="Dispose">The coroutine that disposes the resource or the enumerator, or null.</param>
internal sealed record LanguageCalls(IMethodSymbol? MoveNext, IMethodSymbol? Dispose)
{
    /// <summary>Those of a statement, or null when it has none, or stands where nothing can suspend.</summary>
    public static LanguageCalls? Of(StatementSyntax statement, SyntaxNode body, SemanticModel model, CancellationToken cancellation)
    {
        var calls = statement switch
        {
            UsingStatementSyntax { Declaration: { } declaration } => OfUsing(declaration.Type, model, cancellation),
            UsingStatementSyntax { Expression: { } resource } => OfUsing(resource, model, cancellation),
            LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword } declaration => OfUsing(declaration.Declaration.Type, model, cancellation),
            CommonForEachStatementSyntax loop => OfForEach(loop, model, cancellation),
            _ => null,
        };
        return calls is { MoveNext: null, Dispose: null } || calls is not null && !CanSuspend(statement, body) ? null : calls;
    }

    /// <summary>A function runs without a coroutine to suspend; a monitor belongs to the thread; a pinned object stays so only while the method runs.</summary>
    private static bool CanSuspend(StatementSyntax statement, SyntaxNode body) =>
        DeferredCode.FunctionAround(statement, body) is null
        && !statement.Ancestors().TakeWhile(node => node != body).Any(node => node is LockStatementSyntax or FixedStatementSyntax);

    private static LanguageCalls OfUsing(ExpressionSyntax typeOrResource, SemanticModel model, CancellationToken cancellation) =>
        new(null, Find("Dispose", SpecialType.System_Void, model.GetTypeInfo(typeOrResource, cancellation).Type, typeOrResource, model, cancellation));

    private static LanguageCalls? OfForEach(CommonForEachStatementSyntax loop, SemanticModel model, CancellationToken cancellation)
    {
        var info = model.GetForEachStatementInfo(loop);
        if (info.GetEnumeratorMethod?.ReturnType is not { } enumerator)
            return null;
        var isDisposable = info.DisposeMethod is not null && (enumerator.SpecialType == SpecialType.System_IDisposable || enumerator.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_IDisposable));
        return new LanguageCalls(
            Find("MoveNext", SpecialType.System_Boolean, enumerator, loop, model, cancellation),
            isDisposable ? Find("Dispose", SpecialType.System_Void, enumerator, loop, model, cancellation) : null);
    }

    private static IMethodSymbol? Find(string name, SpecialType result, ITypeSymbol? type, SyntaxNode place, SemanticModel model, CancellationToken cancellation)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        if (type is not (INamedTypeSymbol or ITypeParameterSymbol) || type.IsRefLikeType)
            return null;
        return model.LookupSymbols(place.SpanStart, type, name).OfType<IMethodSymbol>().FirstOrDefault(method =>
            method is { IsStatic: false, IsGenericMethod: false, Parameters: [{ RefKind: RefKind.None } only] }
            && CoroutineSymbols.IsHandle(only.Type)
            && method.ReturnType.SpecialType == result
            && CoroutineSymbols.IsCoroutine(method)
            && SignatureRules.HasMembers(method, cancellation));
    }
}
