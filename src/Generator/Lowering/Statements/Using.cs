using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Lowering.Regions;
using CoroGen.Generator.Lowering.Spilling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary>
/// <code>
/// using (var r = E) A
/// becomes
/// r = E;
/// try { A } finally { if (r != null) r.Dispose(); }
/// </code>
/// Several resources nest; a declaration's body are the statements that follow it. The disposal may suspend: <see cref="Disposal"/>.
/// </summary>
internal static class Using
{
    public static void Lower(UsingStatementSyntax node, LoweringContext context)
    {
        context.EnterScope(node);
        if (node.Declaration is { } declaration)
        {
            LowerResources(declaration, 0, node, () => StatementLowering.LowerEmbedded(node.Statement, context), context);
            return;
        }

        var resource = context.NewTemp(Operand.TypeOf(node.Expression!, context), node.Expression!);
        context.At(SequencePoints.OfHead(node));
        LocalDeclaration.Assign(resource, node.Expression!, node.Expression!, context);
        Within(resource, node, () => StatementLowering.LowerEmbedded(node.Statement, context), context);
    }

    public static void LowerDeclaration(LocalDeclarationStatementSyntax statement, SyntaxList<StatementSyntax> statements, int rest, LoweringContext context) =>
        LowerResources(statement.Declaration, 0, statement, () => Block.LowerList(statements, rest, context), context);

    private static void LowerResources(VariableDeclarationSyntax declaration, int index, SyntaxNode source, Action body, LoweringContext context)
    {
        if (index == declaration.Variables.Count)
        {
            body();
            return;
        }

        var declarator = declaration.Variables[index];
        var resource = context.Variables.Of(context.Model.GetDeclaredSymbol(declarator)!)!;
        context.At(SequencePoints.Of(declarator));
        LocalDeclaration.Assign(resource, declarator.Initializer!.Value, declarator, context);
        Within(resource, source, () => LowerResources(declaration, index + 1, source, body, context), context);
    }

    private static void Within(Variable resource, SyntaxNode source, Action body, LoweringContext context)
    {
        if (context.Suspensions.LanguageCallsOf(source) is { Dispose: { } dispose })
            MovedFinally.Lower(source, body, () => Disposal.Lower(resource, dispose, source, context), context);
        else
            TryRegion.WithFinally(Disposal.Of(resource), body, context);
    }
}
