using CoroGen.Generator.Discovery;
using CoroGen.Generator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.CodeFixes;

/// <summary>An object that is there to be locked, by coroutines only: what is declared, and each <c>lock</c> with the handle there.</summary>
internal sealed record Gate(VariableDeclarationSyntax Declaration, IReadOnlyList<(LockStatementSyntax Statement, string Handle)> Locks)
{
    /// <summary>
    /// That of the statement which a diagnostic is on, or null: when it is no private readonly field and no local, has another type than <c>object</c> or <c>Lock</c>, may be another object than the new one that
    /// its declaration makes, is used for anything else, or is locked where nothing can suspend.
    /// </summary>
    public static Gate? Of(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is not LockStatementSyntax { Expression: var locked } || model.GetSymbolInfo(locked).Symbol is not { } symbol || DeclarationOf(symbol, root) is not { } declaration)
            return null;
        var uses = ScopeOf(symbol, root)?.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, symbol))
            .Select(name => LockOf(name, model))
            .ToList();
        return uses is { Count: > 0 } && uses.All(use => use is not null) ? new Gate(declaration, [.. uses.Select(use => use!.Value)]) : null;
    }

    private static VariableDeclarationSyntax? DeclarationOf(ISymbol symbol, SyntaxNode root) =>
        symbol is IFieldSymbol { IsReadOnly: true, DeclaredAccessibility: Accessibility.Private, Type: var field } && IsPlain(field) || symbol is ILocalSymbol { Type: var local } && IsPlain(local)
            ? symbol.DeclaringSyntaxReferences is [var reference]
                && reference.SyntaxTree == root.SyntaxTree
                && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax { Initializer: null }, Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration }
                    ? declaration
                    : null
            : null;

    private static bool IsPlain(ITypeSymbol type) => type.SpecialType == SpecialType.System_Object || type is { Name: "Lock", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } };

    /// <summary>Where the variable can be named: all of it is in one file, but for what was generated of it.</summary>
    private static SyntaxNode? ScopeOf(ISymbol symbol, SyntaxNode root)
    {
        if (symbol is ILocalSymbol)
            return symbol.DeclaringSyntaxReferences[0].GetSyntax().FirstAncestorOrSelf<MethodDeclarationSyntax>();
        return symbol.ContainingType.DeclaringSyntaxReferences.Where(part => !FileEmitter.Wrote(part.SyntaxTree)).All(part => part.SyntaxTree == root.SyntaxTree) ? root : null;
    }

    /// <summary>The statement that locks what the name says, and the handle there; null when the name is used otherwise, or nothing can suspend there.</summary>
    private static (LockStatementSyntax Statement, string Handle)? LockOf(IdentifierNameSyntax name, SemanticModel model)
    {
        ExpressionSyntax locked = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access ? access : name;
        if (locked.Parent is not LockStatementSyntax statement || statement.Expression != locked)
            return null;
        var around = statement.Ancestors().TakeWhile(node => node is not MemberDeclarationSyntax).ToList();
        return around.TrueForAll(CanSuspend)
            && statement.FirstAncestorOrSelf<MemberDeclarationSyntax>() is MethodDeclarationSyntax method
            && model.GetDeclaredSymbol(method) is { } symbol
            && CoroutineSymbols.IsCoroutine(symbol)
            && !HasReferences(method, model)
            && symbol.Parameters.FirstOrDefault(parameter => CoroutineSymbols.IsHandle(parameter.Type)) is { } handle
                ? (statement, handle.Name)
                : null;
    }

    /// <summary>In functions there may be no handle; cleanup of a cancelled coroutine cannot wait.</summary>
    private static bool CanSuspend(SyntaxNode node) =>
        node is not (LockStatementSyntax or FixedStatementSyntax or UnsafeStatementSyntax or FinallyClauseSyntax or CatchClauseSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    /// <summary>What belongs to the stack cannot live across a suspension.</summary>
    private static bool HasReferences(MethodDeclarationSyntax method, SemanticModel model) => method.DescendantNodes().Any(node =>
        node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax && model.GetDeclaredSymbol(node) is ILocalSymbol local && (local.RefKind != RefKind.None || local.Type.IsRefLikeType || local.Type.TypeKind == TypeKind.Pointer));
}
