using System.Collections.Concurrent;
using System.Collections.Immutable;
using CoroGen.Analyzers.Blocking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>
/// Which fields, properties and parameters hold sockets that do not block, whoever reads them, and which methods return such: all that writes them is in one type, and makes each one so. Looked at
/// only for a socket that would be reported otherwise.
/// </summary>
internal sealed class SocketOrigins(Compilation compilation)
{
    private readonly MethodBodies _bodies = new(compilation);
    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the value is one of those.</summary>
    /// <param name="value">A reference, or a call.</param>
    /// <param name="asked">What is being asked about already: nothing is known of that, so that recursion ends.</param>
    public bool AreReady(IOperation value, ImmutableHashSet<ISymbol> asked) => value switch
    {
        IInvocationOperation { TargetMethod: { IsVirtual: false, IsAbstract: false, IsOverride: false } method } => Ask(method.OriginalDefinition, asked),
        IFieldReferenceOperation { Field: var field } when field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private => AskOfOthers(field.OriginalDefinition, value, asked),
        IPropertyReferenceOperation { Property: { SetMethod: null or { DeclaredAccessibility: Accessibility.Private }, IsIndexer: false } property } => AskOfOthers(property.OriginalDefinition, value, asked),
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol { DeclaredAccessibility: Accessibility.Private, MethodKind: MethodKind.Ordinary } } parameter } => Ask(parameter.OriginalDefinition, asked),
        _ => false,
    };

    /// <summary>A body that writes the variable itself knows better.</summary>
    private bool AskOfOthers(ISymbol member, IOperation use, ImmutableHashSet<ISymbol> asked) =>
        use.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } body && !MemberWrites.To(member.Name, body).Any() && Ask(member, asked);

    private bool Ask(ISymbol symbol, ImmutableHashSet<ISymbol> asked)
    {
        if (_known.TryGetValue(symbol, out var isReady))
            return isReady;
        if (asked.Contains(symbol) || !SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly) || MemberWrites.CodeOf(symbol.ContainingType).Any(MakesBlocking))
            return false;
        var rules = new SocketRules(this, asked.Add(symbol));
        isReady = symbol switch
        {
            IMethodSymbol method => Returns(method, rules),
            IParameterSymbol parameter => IsGiven(parameter, rules),
            _ => IsWritten(symbol, rules),
        };
        return asked.IsEmpty ? _known.GetOrAdd(symbol, isReady) : isReady;
    }

    private bool Returns(IMethodSymbol method, SocketRules rules)
    {
        var exits = _bodies.Of(method, CancellationToken.None).SelectMany(body => BodyFlow.Exits(body.Body, [rules])).ToList();
        return exits.Count > 0 && exits.All(exit => exit.Value is { } value && rules.IsReady(value, exit.State));
    }

    /// <summary>Whether all calls in the type pass such a socket; a coroutine's factory has the same name, and the same parameters without the handle.</summary>
    private bool IsGiven(IParameterSymbol parameter, SocketRules rules)
    {
        var method = (IMethodSymbol)parameter.ContainingSymbol;
        if (method.DeclaringSyntaxReferences.Any(declaration => MemberWrites.To(parameter.Name, declaration.GetSyntax()).Any()))
            return false;
        var uses = MemberWrites.CodeOf(method.ContainingType).SelectMany(code => code.DescendantNodes().OfType<SimpleNameSyntax>()).Where(name => name.Identifier.ValueText == method.Name && IsOf(method.ContainingType, name));
        var arguments = uses.Select(use => ArgumentOf(use, parameter)).ToList();
        return arguments.Count > 0 && arguments.All(argument => argument is not null && IsReadyAt(argument, rules));
    }

    private bool IsOf(INamedTypeSymbol type, SimpleNameSyntax name) => SymbolEqualityComparer.Default.Equals(_bodies.ModelOf(name.SyntaxTree).GetSymbolInfo(name).Symbol?.ContainingType.OriginalDefinition, type);

    private IArgumentOperation? ArgumentOf(SimpleNameSyntax use, IParameterSymbol parameter) =>
        use.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } syntax
        && syntax.Expression.DescendantNodesAndSelf().Contains(use)
        && _bodies.OperationOf(syntax, CancellationToken.None) is IInvocationOperation call
            ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter.Name && argument.ArgumentKind == ArgumentKind.Explicit)
            : null;

    private static bool IsReadyAt(IArgumentOperation argument, SocketRules rules)
    {
        var place = new Question(argument.Syntax, rules);
        BodyFlow.HarmlessCalls(argument, [rules, place]);
        return place.IsReady;
    }

    /// <summary>
    /// Whether whatever writes the member leaves it with such a socket: an initializer, a constructor, a method. One that the initializer leaves with another is so if every constructor makes it so.
    /// </summary>
    private bool IsWritten(ISymbol member, SocketRules rules)
    {
        var code = MemberWrites.CodeOf(member.ContainingType).ToList();
        var initializer = member.DeclaringSyntaxReferences.Select(declaration => InitializerOf(declaration.GetSyntax())).FirstOrDefault();
        var isInitialized = initializer is not null && _bodies.OperationOf(initializer, CancellationToken.None) is { } value && rules.IsReady(value, FlowState.Empty);
        var writers = code.SelectMany(part => MemberWrites.To(member.Name, part)).Select(BodyAround).ToList();
        if (initializer is not null && !isInitialized)
            writers.AddRange(code.SelectMany(part => part.DescendantNodes().OfType<ConstructorDeclarationSyntax>()).Where(constructor => constructor.Initializer?.ThisOrBaseKeyword.IsKind(SyntaxKind.ThisKeyword) != true).DefaultIfEmpty());
        return (isInitialized || writers.Count > 0) && writers.Distinct().All(body => body is not null && LeavesReady(body, member, rules));
    }

    private bool LeavesReady(SyntaxNode body, ISymbol member, SocketRules rules) =>
        _bodies.OperationOf(body, CancellationToken.None) is { } operation && BodyFlow.Exits(operation, [rules]).All(exit => exit.State.Has(FactKind.Ready, member));

    /// <summary>The member whose body writes, or null where that runs at some other time, or writes to another object.</summary>
    private static SyntaxNode? BodyAround(SyntaxNode write) => write is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }, Parent: not InitializerExpressionSyntax }
        ? null
        : write.Ancestors().FirstOrDefault(node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) is { } body and (BaseMethodDeclarationSyntax or AccessorDeclarationSyntax)
            ? body
            : null;

    private static bool MakesBlocking(SyntaxNode code) => code.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
        assignment is { Left: IdentifierNameSyntax { Identifier.ValueText: "Blocking" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Blocking" }, Right.RawKind: not (int)SyntaxKind.FalseLiteralExpression });

    private static ExpressionSyntax? InitializerOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax field => field.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        _ => null,
    };

    /// <summary>Asks, when the flow comes to an argument, whether it is such a socket.</summary>
    private sealed class Question(SyntaxNode argument, SocketRules rules) : FlowRules
    {
        public bool IsReady { get; private set; }

        public override FactKind? Of(IOperation value, FlowState state) => null;

        public override bool IsHarmless(IOperation call, FlowState state)
        {
            if (call is IArgumentOperation { Value: var value } && call.Syntax == argument)
                IsReady = rules.IsReady(value, state);
            return false;
        }
    }
}
