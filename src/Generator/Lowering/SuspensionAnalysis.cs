using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering;

/// <summary>
/// Finds the suspension points of a body: invocations that have the handle as receiver or argument and whose target is a coroutine or a
/// system call, and statements for which C# calls a method that a coroutine stands in for. Every node above one is marked, so that each pass knows in one look-up what it may copy.
/// </summary>
internal sealed class SuspensionAnalysis
{
    /// <summary>That of a body in which nothing suspends.</summary>
    public static readonly SuspensionAnalysis None = new();

    private readonly HashSet<SyntaxNode> _containing = [];
    private readonly HashSet<SyntaxNode> _points = [];
    private readonly Dictionary<SyntaxNode, LanguageCalls> _languageCalls = [];

    private SuspensionAnalysis()
    {
    }

    /// <summary>Whether a suspension point other than a system call was found: such a method can be part of a deep recursion.</summary>
    public bool CallsCoroutines { get; private set; }

    public static SuspensionAnalysis Of(SyntaxNodes nodes, IParameterSymbol handle, SemanticModel model, CancellationToken cancellation)
    {
        var analysis = new SuspensionAnalysis();
        var body = nodes[0];
        foreach (var node in nodes)
        {
            cancellation.ThrowIfCancellationRequested();
            if (node is InvocationExpressionSyntax invocation && MentionsHandle(invocation, handle, model) && model.GetSymbolInfo(invocation, cancellation).Symbol is IMethodSymbol target)
                analysis.Add(invocation, target, body, model);
            else if (node is StatementSyntax statement && LanguageCalls.Of(statement, body, model, cancellation) is { } calls)
                analysis.Add(statement, calls, body);
        }

        return analysis;
    }

    public bool IsPoint(SyntaxNode node) => _points.Contains(node);

    /// <summary>Whether the node is or contains a suspension point.</summary>
    public bool Contains(SyntaxNode? node) => node is not null && _containing.Contains(node);

    /// <summary>The coroutines that stand in for what C# calls by itself, or null when none does.</summary>
    public LanguageCalls? LanguageCallsOf(SyntaxNode statement) => _languageCalls.TryGetValue(statement, out var calls) ? calls : null;

    private void Add(InvocationExpressionSyntax invocation, IMethodSymbol target, SyntaxNode body, SemanticModel model)
    {
        var kind = WellKnownAttributes.SuspensionKindOf(target);
        if (kind == SuspensionKind.None || OmittedCalls.Contain(invocation, body, model))
            return;
        CallsCoroutines |= kind == SuspensionKind.Coroutine;
        _points.Add(invocation);
        Mark(invocation, body);
    }

    private void Add(StatementSyntax statement, LanguageCalls calls, SyntaxNode body)
    {
        CallsCoroutines = true;
        _languageCalls.Add(statement, calls);
        Mark(statement, body);
    }

    private void Mark(SyntaxNode point, SyntaxNode body)
    {
        for (SyntaxNode? node = point; node is not null && _containing.Add(node) && node != body;)
            node = node.Parent;
        // What the body of an expression lambda declares belongs to the lambda.
        if (body is ExpressionSyntax)
            _containing.Add(body.Parent!);
    }

    private static bool MentionsHandle(InvocationExpressionSyntax invocation, IParameterSymbol handle, SemanticModel model)
    {
        return invocation.Expression is MemberAccessExpressionSyntax access && IsHandle(access.Expression)
            || invocation.ArgumentList.Arguments.Any(argument => IsHandle(argument.Expression));

        bool IsHandle(ExpressionSyntax expression) =>
            WithoutWrapping(expression) is IdentifierNameSyntax name
            && name.Identifier.ValueText == handle.Name
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, handle);
    }

    private static ExpressionSyntax WithoutWrapping(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => WithoutWrapping(inner.Expression),
        CastExpressionSyntax inner => WithoutWrapping(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => WithoutWrapping(inner.Operand),
        _ => expression,
    };
}
