using System.Collections.Immutable;
using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering;
using CoroGen.Generator.Lowering.Functions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.CodeFixes;

/// <summary>A call that blocks, at a place where a coroutine may suspend.</summary>
/// <param name="Call">The call.</param>
/// <param name="Handle">The name of the coroutine's handle.</param>
/// <param name="Model">The model of the file.</param>
/// <param name="Facts">What the analyzer tells of it.</param>
internal sealed record CallSite(ExpressionSyntax Call, string Handle, SemanticModel Model, ImmutableDictionary<string, string?> Facts)
{
    /// <summary>Whether nothing uses what the call returns.</summary>
    public bool IsStatement => Call.Parent is ExpressionStatementSyntax || Model.GetTypeInfo(Call).Type is { SpecialType: SpecialType.System_Void };

    /// <summary>That of a diagnostic, or null where nothing can suspend, or where a reference or a span would have to outlive the suspension.</summary>
    public static CallSite? Of(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        var name = root.FindToken(diagnostic.Location.SourceSpan.Start).Parent;
        return name is not null && CallOf(name) is { } call && IsCall(call, model) && HandleAt(call, model) is { } handle && !NeedsStack(call, model) ? new CallSite(call, handle, model, diagnostic.Properties) : null;
    }

    /// <summary>Makes a call of the handle: <c>co.Await(…)</c>.</summary>
    public InvocationExpressionSyntax OnHandle(string method, params ExpressionSyntax[] arguments) => SyntaxFactory.InvocationExpression(
        SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.IdentifierName(Handle), SyntaxFactory.IdentifierName(method)),
        SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(arguments.Select(argument => SyntaxFactory.Argument(argument.WithoutTrivia())))));

    /// <summary>What is called, also where its arguments do not bind: they may be made by a generator.</summary>
    public ISymbol? Member => Model.GetSymbolInfo(Call) is var info && info.Symbol is { } symbol ? symbol : info.CandidateSymbols.FirstOrDefault();

    /// <summary>Whether the other expression binds and is of the same type, or the result is not used.</summary>
    public bool Allows(ExpressionSyntax other)
    {
        if (Model.GetTypeInfo(Call).Type is not { TypeKind: not (TypeKind.Error or TypeKind.TypeParameter) } own)
            return true;
        var type = Model.GetSpeculativeTypeInfo(Call.SpanStart, other, SpeculativeBindingOption.BindAsExpression).Type;
        return Binds(other) && (IsStatement || SymbolEqualityComparer.Default.Equals(type, own) || (Call.Parent is CommonForEachStatementSyntax && type?.Name == "IAsyncEnumerable"));
    }

    /// <summary>Of <c>co.Await(…)</c> the inner call has to bind as well.</summary>
    private bool Binds(ExpressionSyntax other) =>
        Model.GetSpeculativeSymbolInfo(Call.SpanStart, other, SpeculativeBindingOption.BindAsExpression).Symbol is not null
        && (other is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: InvocationExpressionSyntax inner }] } || Binds(inner));

    private static ExpressionSyntax? CallOf(SyntaxNode name) => name switch
    {
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } simple when access.Name == simple => CallOf(access),
        ExpressionSyntax { Parent: InvocationExpressionSyntax invocation } called when invocation.Expression == called => invocation,
        TypeSyntax { Parent: ObjectCreationExpressionSyntax creation } => creation,
        MemberAccessExpressionSyntax or IdentifierNameSyntax when IsRead((ExpressionSyntax)name) => (ExpressionSyntax)name,
        _ => null,
    };

    /// <summary>A name alone calls a property, or is a method group.</summary>
    private static bool IsCall(ExpressionSyntax call, SemanticModel model) => call is InvocationExpressionSyntax or ObjectCreationExpressionSyntax || model.GetSymbolInfo(call).Symbol is IPropertySymbol;

    /// <summary>A value, not the name of something that is assigned, made a delegate of, or matched.</summary>
    private static bool IsRead(ExpressionSyntax expression) => expression.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Right == expression,
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind == 0,
        NameColonSyntax or ExpressionColonSyntax or MemberBindingExpressionSyntax => false,
        _ => true,
    };

    /// <summary>The handle of the coroutine round the call, when the call is in nothing that runs later, or holds a lock or a pin.</summary>
    private static string? HandleAt(SyntaxNode call, SemanticModel model)
    {
        for (var (child, around) = (call, call.Parent); around is not null; (child, around) = ((SyntaxNode)around, around.Parent))
        {
            if (around is MethodDeclarationSyntax || CoroutineFunctions.Is(around, model))
                return HandleOf(around, model);
            if (around is LockStatementSyntax { Statement: var locked } && locked == child || around is FixedStatementSyntax or CatchFilterClauseSyntax or LocalFunctionStatementSyntax || DeferredCode.BecomesDelegate(child, around))
                return null;
        }

        return null;
    }

    private static string? HandleOf(SyntaxNode function, SemanticModel model) =>
        (function is MethodDeclarationSyntax method ? model.GetDeclaredSymbol(method) : CoroutineFunctions.SymbolOf(function, model))
            ?.Parameters.FirstOrDefault(parameter => CoroutineSymbols.IsHandle(parameter.Type))?.Name;

    private static bool NeedsStack(SyntaxNode call, SemanticModel model) => model.LookupSymbols(call.SpanStart).OfType<ILocalSymbol>()
        .Any(local => (local.RefKind != RefKind.None || local.Type.IsRefLikeType) && local.Locations[0].SourceSpan.Start < call.SpanStart);
}
