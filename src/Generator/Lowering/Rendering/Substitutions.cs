using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Rendering;

/// <summary>What is written otherwise than the user wrote it, although nothing in it suspends.</summary>
internal sealed class Substitutions(Renderer renderer)
{
    private LoweringContext Context => renderer.Context;

    /// <summary>Writes the node, or returns false when it is to be copied.</summary>
    public bool TryWrite(SyntaxNode node) => node switch
    {
        IdentifierNameSyntax name => TryWriteName(name) || LiftedUses.TryWriteDelegate(name, renderer),
        GenericNameSyntax name => TryWriteGenericName(name) || LiftedUses.TryWriteDelegate(name, renderer),
        AnonymousFunctionExpressionSyntax or MemberAccessExpressionSyntax => LiftedUses.TryWriteDelegate((ExpressionSyntax)node, renderer),
        DeclarationExpressionSyntax declaration => Designations.TryWrite(declaration, renderer),
        IsPatternExpressionSyntax test => PatternVariables.TryWrite(test, renderer),
        MemberBindingExpressionSyntax or ElementBindingExpressionSyntax => TryWriteBinding((ExpressionSyntax)node),
        InvocationExpressionSyntax call when renderer.FunctionDepth == 0 && Context.Suspensions.IsPoint(call) => MissSuspension(call),
        InvocationExpressionSyntax call => TryWriteNameOf(call) || LiftedUses.TryWriteCall(call, renderer),
        BaseArgumentListSyntax arguments => CallerInfo.TryWrite(arguments, renderer),
        ObjectCreationExpressionSyntax { ArgumentList: null } creation => CallerInfo.TryWrite(creation, renderer),
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.CollectionInitializerExpression } initializer => CallerInfo.TryWrite(initializer, renderer),
        AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } member => TryWriteMember(member),
        ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax tuple } element => TryWriteTupleElement(element, tuple),
        LocalFunctionStatementSyntax function => TryWriteFunction(function),
        InterpolationSyntax hole => CheckHole(hole),
        StatementSyntax statement when renderer.FunctionDepth == 0 => Jumps.TryWrite(statement, renderer),
        _ => false,
    };

    /// <summary>What suspends has to be gone before the rest is copied: as a copy it would block. A form that was refused is not emitted anyway.</summary>
    private bool MissSuspension(InvocationExpressionSyntax call) => Context.Refusals.Count > 0
        ? false
        : throw new InvalidOperationException($"The suspension '{call}' is still in a {renderer.Root.Kind()}");

    private bool CheckHole(InterpolationSyntax hole)
    {
        CallerRules.Check(hole, renderer);
        return false;
    }

    private bool TryWriteName(IdentifierNameSyntax name)
    {
        if (Context.Variables.Resolve(name, out var symbol) is { } variable)
        {
            renderer.Around(name, () => WriteVariable(variable, symbol!, name));
            return true;
        }

        if (LiftedUses.Named(name, Context) is not null || Context.Variables.Renamed(name) is not { } renamed)
            return false;
        renderer.Around(name, () => renderer.Text.AppendLiteral(renamed));
        return true;
    }

    private bool TryWriteGenericName(GenericNameSyntax name)
    {
        if (LiftedUses.Named(name, Context) is not null || Context.Variables.Renamed(name) is not { } renamed)
            return false;
        renderer.Text.AppendLiteral(renamed);
        renderer.Write(name.TypeArgumentList);
        return true;
    }

    private void WriteVariable(Variable variable, ISymbol symbol, ExpressionSyntax place)
    {
        var text = renderer.Text;
        if (variable.Scope is { } scope && renderer.DelegateDepth > 0)
        {
            text.AppendLiteral(scope.Access(scope.CopyName, variable));
            text.Capture(scope);
            return;
        }

        var isWritten = IsOnlyWritten(place, variable);
        renderer.Writes |= isWritten;
        if (!isWritten && variable.Scope is null && IsDeclaredInRoot(symbol))
            text.AppendLiteral(variable.Name);
        else if (!isWritten || variable.Scope is not null)
            text.AppendFormatted(variable);
        else
            text.AppendAssigned(variable, renderer.FunctionDepth == 0 ? ConditionalCode.Of(place, renderer.Root) : Certainty.Never);
    }

    /// <summary>
    /// What is declared and used in one expression is assigned by it: C# sees to that. It reads no earlier value, unless the part that declares it was
    /// evaluated before.
    /// </summary>
    private bool IsDeclaredInRoot(ISymbol symbol) =>
        symbol is ILocalSymbol
        && symbol.DeclaringSyntaxReferences is [var declaration]
        && renderer.Root.Span.Contains(declaration.Span)
        && !declaration.GetSyntax().Ancestors().TakeWhile(node => node != renderer.Root).Any(Context.Replacements.ContainsKey);

    private static bool IsOnlyWritten(ExpressionSyntax place, Variable variable)
    {
        SyntaxNode child = place;
        while (child.Parent is ParenthesizedExpressionSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax } or TupleExpressionSyntax)
            child = child.Parent;
        return child.Parent switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment =>
                assignment.Left == child && (variable.RefPrefix.Length == 0 || assignment.Right is RefExpressionSyntax),
            ForEachVariableStatementSyntax loop => loop.Variable == child,
            ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword) && variable.RefPrefix.Length == 0,
            _ => false,
        };
    }

    /// <summary>A member of a receiver that is tested already.</summary>
    private bool TryWriteBinding(ExpressionSyntax binding)
    {
        if (!Context.Receivers.TryGetValue(binding, out var receiver))
            return false;
        renderer.Text.AppendFormatted(receiver);
        renderer.WriteChildren(binding);
        return true;
    }

    /// <summary><c>nameof</c> means the user's name, whatever the variable is called here.</summary>
    private bool TryWriteNameOf(InvocationExpressionSyntax call)
    {
        if (call.Expression is not IdentifierNameSyntax { Identifier.ValueText: "nameof" } || Context.Model.GetConstantValue(call).Value is not string name)
            return false;
        renderer.Around(call, () => renderer.Text.AppendLiteral(SymbolDisplay.FormatLiteral(name, quote: true)));
        return true;
    }

    /// <summary>A member's name that C# infers from the expression is written out, for the expression may change.</summary>
    private bool TryWriteMember(AnonymousObjectMemberDeclaratorSyntax member)
    {
        if (Context.Model.GetDeclaredSymbol(member) is not { } property)
            return false;
        renderer.Text.AppendLiteral($"{VariableTable.Escaped(property.Name)} = ");
        renderer.Write(member.Expression);
        return true;
    }

    private bool TryWriteTupleElement(ArgumentSyntax element, TupleExpressionSyntax tuple)
    {
        if (element.Expression is not (IdentifierNameSyntax or MemberAccessExpressionSyntax)
            || Context.Model.GetTypeInfo(tuple).Type is not INamedTypeSymbol { IsTupleType: true } type
            || IsDeconstructed(tuple))
        {
            return false;
        }

        var name = type.TupleElements[tuple.Arguments.IndexOf(element)].Name;
        if (name.StartsWith("Item", StringComparison.Ordinal))
            return false;
        renderer.Text.AppendLiteral($"{name}: ");
        renderer.Write(element.Expression);
        return true;
    }

    private static bool IsDeconstructed(TupleExpressionSyntax tuple) => tuple.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == tuple,
        ArgumentSyntax { Parent: TupleExpressionSyntax outer } => IsDeconstructed(outer),
        _ => false,
    };

    /// <summary>A local function under its new name; one that has become a member stands here no more.</summary>
    private bool TryWriteFunction(LocalFunctionStatementSyntax function)
    {
        if (Context.Functions.At(function) is not null)
            return true;
        if (Context.Model.GetDeclaredSymbol(function) is not { } symbol)
            return false;
        var name = Context.Variables.Renamed(symbol) ?? function.Identifier.Text;
        var overflow = renderer.Root == function ? Context.Overflow : null;
        if (name == function.Identifier.Text && overflow is null)
            return false;
        foreach (var child in function.ChildNodesAndTokens())
        {
            if (overflow is not null && (child == function.Body || child == function.ExpressionBody))
                WriteBodyWithin(overflow, function, symbol);
            else if (child.IsNode)
                renderer.WriteFunctionPart(function, child.AsNode()!);
            else if (child.AsToken() == function.Identifier)
                renderer.Text.AppendLiteral(name);
            else
                renderer.WriteToken(child.AsToken());
        }

        return true;
    }

    /// <summary>A function that is called from elsewhere cannot stand in a checked or unchecked block of its own, but its body can.</summary>
    private void WriteBodyWithin(string overflow, LocalFunctionStatementSyntax function, IMethodSymbol symbol)
    {
        SyntaxNode part = function.Body ?? (SyntaxNode)function.ExpressionBody!.Expression;
        var (start, end) = part is BlockSyntax ? ($"{{ {overflow} ", " }") : symbol.ReturnsVoid ? ($"{{ {overflow} {{ ", "; } }") : ($"=> {overflow}(", ")");
        renderer.Text.AppendLiteral(start);
        renderer.WriteFunctionPart(function, part);
        renderer.Text.AppendLiteral(end);
    }
}
