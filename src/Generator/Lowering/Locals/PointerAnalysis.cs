using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Locals;

/// <summary>
/// Finds the locals whose addresses are taken, and those that may hold a pointer to the stack: where such an address, or memory from
/// <c>stackalloc</c>, flows by assignments. Both are usual locals between two suspensions; neither survives one.
/// </summary>
internal sealed class PointerAnalysis
{
    private readonly SemanticModel _model;
    private readonly Dictionary<ISymbol, SyntaxNode> _addressTaken = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, SyntaxNode> _pointers = new(SymbolEqualityComparer.Default);
    private readonly Queue<ISymbol> _found = new();

    private PointerAnalysis(SemanticModel model) => _model = model;

    public static PointerAnalysis Of(SyntaxNode body, SemanticModel model)
    {
        var analysis = new PointerAnalysis(model);
        if (!((CSharpCompilation)model.Compilation).Options.AllowUnsafe)
            return analysis;
        foreach (var source in body.DescendantNodes().OfType<ExpressionSyntax>().Where(analysis.IsSource))
        {
            if (source is PrefixUnaryExpressionSyntax address && analysis.RootOf(address.Operand) is { } root && !analysis.IsAddressTaken(root))
                analysis._addressTaken.Add(root, source);
            analysis.Follow(source, source);
        }

        while (analysis._found.Count > 0)
        {
            var pointer = analysis._found.Dequeue();
            foreach (var name in body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => analysis.Is(name, pointer)))
                analysis.Follow(name, analysis._pointers[pointer]);
        }

        return analysis;
    }

    public bool IsAddressTaken(ISymbol variable) => _addressTaken.ContainsKey(variable);

    /// <summary>Where the variable's address is taken, or where the pointer comes from that it may hold; else null.</summary>
    public SyntaxNode? SourceOf(ISymbol variable) =>
        _addressTaken.TryGetValue(variable, out var address) || _pointers.TryGetValue(variable, out address) ? address : null;

    /// <summary>Where a pointer comes from that the expression may be made of, or null.</summary>
    public SyntaxNode? SourceIn(SyntaxNode expression) =>
        expression.DescendantNodesAndSelf().FirstOrDefault(IsSource)
        ?? expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Select(name => _model.GetSymbolInfo(name).Symbol is { } symbol && _pointers.TryGetValue(symbol, out var source) ? source : null)
            .FirstOrDefault(source => source is not null);

    /// <summary><c>&amp;local</c>, a fixed-size buffer of a local, or a pointer from <c>stackalloc</c>.</summary>
    private bool IsSource(SyntaxNode node) => node switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } address => RootOf(address.Operand) is not null,
        StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax => _model.GetTypeInfo(node) is { Type: IPointerTypeSymbol or null } or { ConvertedType: IPointerTypeSymbol },
        // What is called is no buffer; to ask would bind the chain of calls before it again.
        MemberAccessExpressionSyntax { Parent: not (ElementAccessExpressionSyntax or InvocationExpressionSyntax) } access => IsFixedBuffer(access) && RootOf(access.Expression) is not null,
        _ => false,
    };

    /// <summary>The local that the variable is, or is a part of.</summary>
    private ISymbol? RootOf(ExpressionSyntax variable) => variable switch
    {
        ParenthesizedExpressionSyntax inner => RootOf(inner.Expression),
        MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access when IsInPlace(access.Expression) => RootOf(access.Expression),
        ElementAccessExpressionSyntax access when IsInPlace(access.Expression) => RootOf(access.Expression),
        IdentifierNameSyntax name => _model.GetSymbolInfo(name).Symbol is var symbol and (ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None }) ? symbol : null,
        _ => null,
    };

    private bool IsInPlace(ExpressionSyntax container) => _model.GetTypeInfo(container).Type is { IsValueType: true, TypeKind: not TypeKind.Pointer } || IsFixedBuffer(container);

    private bool IsFixedBuffer(ExpressionSyntax expression) => _model.GetSymbolInfo(expression).Symbol is IFieldSymbol { IsFixedSizeBuffer: true };

    private bool Is(IdentifierNameSyntax name, ISymbol symbol) =>
        name.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(name).Symbol, symbol);

    /// <summary>Follows a value to the variables that it is stored in.</summary>
    private void Follow(ExpressionSyntax value, SyntaxNode source)
    {
        SyntaxNode child = value;
        while (child.Parent is { } parent && IsPassedOn(child, parent))
        {
            if (parent is AssignmentExpressionSyntax assignment)
                Store(assignment.Left, source);
            else if (parent is BaseArgumentListSyntax list)
                list.Arguments.Where(argument => argument.RefKindKeyword.RawKind != 0).ToList().ForEach(output => Store(output.Expression, source));
            child = parent;
        }

        if (child is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator })
            Add(_model.GetDeclaredSymbol(declarator), source);
    }

    /// <summary>Whether the parent has the value, or a part of it has.</summary>
    private bool IsPassedOn(SyntaxNode child, SyntaxNode parent) => parent switch
    {
        ParenthesizedExpressionSyntax or CastExpressionSyntax or CheckedExpressionSyntax or ArgumentSyntax or BaseArgumentListSyntax or TupleExpressionSyntax
            or BaseObjectCreationExpressionSyntax or InitializerExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax
            or ExpressionElementSyntax or CollectionExpressionSyntax or SwitchExpressionArmSyntax or EqualsValueClauseSyntax => true,
        SwitchExpressionSyntax choice => child != choice.GoverningExpression,
        ConditionalExpressionSyntax choice => child != choice.Condition,
        BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression,
        AssignmentExpressionSyntax assignment => child == assignment.Right,
        MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access => child == access.Expression && MayHoldPointer(_model.GetTypeInfo(access).Type),
        InvocationExpressionSyntax call => MayHoldPointer(_model.GetTypeInfo(call).Type),
        _ => false,
    };

    private static bool MayHoldPointer(ITypeSymbol? type) => type switch
    {
        IPointerTypeSymbol => true,
        IArrayTypeSymbol array => MayHoldPointer(array.ElementType),
        INamedTypeSymbol { IsValueType: true, SpecialType: SpecialType.None } structure => structure.GetMembers().OfType<IFieldSymbol>().Any(field => !field.IsStatic && MayHoldPointer(field.Type)),
        _ => false,
    };

    private void Store(ExpressionSyntax target, SyntaxNode source)
    {
        foreach (var node in target.DescendantNodesAndSelf())
        {
            if (node is SingleVariableDesignationSyntax designation)
                Add(_model.GetDeclaredSymbol(designation), source);
            else if (node is IdentifierNameSyntax name && _model.GetSymbolInfo(name).Symbol is var symbol and (ILocalSymbol or IParameterSymbol))
                Add(symbol, source);
        }
    }

    private void Add(ISymbol? variable, SyntaxNode source)
    {
        if (variable is null || _pointers.ContainsKey(variable))
            return;
        _pointers.Add(variable, source);
        _found.Enqueue(variable);
    }
}
