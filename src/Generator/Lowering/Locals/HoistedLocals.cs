using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Locals;

/// <summary>A local that has to be declared at the level of the resume method.</summary>
internal sealed record HoistedLocal(ILocalSymbol Symbol, SyntaxNode Declaration, SyntaxNode Owner);

/// <summary>
/// Finds the locals of scopes with a suspension inside: labels and jumps cross them, so they are declared at the level of the resume method. All
/// others stay where they are, in statements that are copied.
/// </summary>
internal sealed class HoistedLocals
{
    private readonly SuspensionAnalysis _suspensions;
    private readonly SemanticModel _model;
    private readonly List<HoistedLocal> _hoisted = [];
    private readonly List<(IMethodSymbol Symbol, LocalFunctionStatementSyntax Declaration)> _functions = [];

    private HoistedLocals(SuspensionAnalysis suspensions, SemanticModel model) => (_suspensions, _model) = (suspensions, model);

    public IReadOnlyList<HoistedLocal> Hoisted => _hoisted;

    /// <summary>Local functions of flattened scopes.</summary>
    public IReadOnlyList<(IMethodSymbol Symbol, LocalFunctionStatementSyntax Declaration)> Functions => _functions;

    /// <summary>Names that mean something else somewhere in the body: a hoisted local must not take them.</summary>
    public HashSet<string> ForeignNames { get; } = [];

    /// <summary>Names of variables that a ref local or a span may refer to: they change by another name.</summary>
    public HashSet<string> ReferencedNames { get; } = [];

    /// <summary>Copied statements that declare locals in expressions and have to keep them to themselves.</summary>
    public HashSet<SyntaxNode> Braced { get; } = [];

    public static HoistedLocals Find(IReadOnlyList<SyntaxNode> nodes, SuspensionAnalysis suspensions, SemanticModel model)
    {
        var locals = new HoistedLocals(suspensions, model);
        foreach (var node in nodes)
            locals.Visit(node);
        locals.FindForeignNames(nodes);
        return locals;
    }

    private void Visit(SyntaxNode node)
    {
        switch (node)
        {
            case VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax or CatchDeclarationSyntax { Identifier.ValueText: not "" }:
                VisitLocal(node);
                break;
            case LocalFunctionStatementSyntax function:
                VisitFunction(function);
                break;
            case RefExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword }:
                ReferencedNames.UnionWith(node.DescendantNodes().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText));
                break;
            case ParameterSyntax parameter:
                ForeignNames.Add(parameter.Identifier.ValueText);
                break;
            case QueryClauseSyntax or QueryContinuationSyntax or JoinIntoClauseSyntax:
                if (_model.GetDeclaredSymbol(node) is { } range)
                    ForeignNames.Add(range.Name);
                break;
        }
    }

    private void VisitLocal(SyntaxNode declaration)
    {
        if (_model.GetDeclaredSymbol(declaration) is not ILocalSymbol symbol)
            return;
        var owner = declaration is ForEachStatementSyntax ? declaration : ScopeOwner.Of(declaration);
        if (!IsPinned(declaration) && ScopeOwner.IsFlattened(owner, _suspensions))
        {
            _hoisted.Add(new HoistedLocal(symbol, declaration, owner));
            return;
        }

        ForeignNames.Add(symbol.Name);
        if (ScopeOwner.IsOwnScope(owner))
            Braced.Add(owner);
    }

    /// <summary>The pointer of a <c>fixed</c> statement, which is copied, whatever suspends before it.</summary>
    private static bool IsPinned(SyntaxNode declaration) => declaration is VariableDeclaratorSyntax { Parent.Parent: FixedStatementSyntax };

    private void VisitFunction(LocalFunctionStatementSyntax function)
    {
        if (_model.GetDeclaredSymbol(function) is not IMethodSymbol symbol)
            return;
        if (ScopeOwner.IsFlattened(ScopeOwner.Of(function), _suspensions))
            _functions.Add((symbol, function));
        else
            ForeignNames.Add(symbol.Name);
    }

    /// <summary>A name that is a member or a type where it stands would become the local once that is declared further out.</summary>
    private void FindForeignNames(IReadOnlyList<SyntaxNode> nodes)
    {
        var names = new HashSet<string>(_hoisted.Select(h => h.Symbol.Name).Concat(_functions.Select(f => f.Symbol.Name)));
        foreach (var name in nodes.OfType<SimpleNameSyntax>())
        {
            var text = name.Identifier.ValueText;
            if (names.Contains(text) && IsSimple(name) && _model.GetSymbolInfo(name).Symbol is { Kind: not (SymbolKind.Local or SymbolKind.Parameter) } symbol
                && symbol is not IMethodSymbol { MethodKind: MethodKind.LocalFunction })
            {
                ForeignNames.Add(text);
            }
        }
    }

    private static bool IsSimple(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        QualifiedNameSyntax qualified => qualified.Left == name,
        AliasQualifiedNameSyntax or MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax => false,
        _ => true,
    };
}
