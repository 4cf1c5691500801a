using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Lowering.Rendering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary>A statement in which nothing suspends any more: copied as the user wrote it.</summary>
internal static class CopiedStatement
{
    public static void Lower(StatementSyntax statement, LoweringContext context)
    {
        if (statement is EmptyStatementSyntax)
            return;
        context.FlushPlace();
        var code = Render(statement, context);
        context.Emit(code, statement, FallsThrough(statement));
    }

    public static Fragment Render(StatementSyntax statement, LoweringContext context)
    {
        var renderer = new Renderer(context);
        var code = renderer.Render(statement);
        if (renderer.Writes && IsCompound(statement))
            Sharpen(code.Effects, statement, context);
        return context.Locals.Braced.Contains(statement) ? Fragment.Of($"{{ {code} }}") : code;
    }

    /// <summary>The block of a <c>catch</c> or <c>finally</c> that stays in place, in the checked context that it stands in.</summary>
    public static Fragment RenderBlock(BlockSyntax block, LoweringContext context)
    {
        var code = Render(block, context);
        return context.Overflow is { } keyword ? Fragment.Of($"{{ {keyword} {code} }}") : code;
    }

    /// <summary>
    /// Inside a compound statement what is read first and what is always assigned depends on its control flow: the compiler's own data flow
    /// analysis tells. It does not know that parts of the statement, which suspended, have been evaluated before: what they write it is not asked about.
    /// Nor is it asked about what comes from the functions round this one, which it does not take for assigned.
    /// </summary>
    private static void Sharpen(Effects effects, StatementSyntax statement, LoweringContext context)
    {
        if (context.Model.AnalyzeDataFlow(statement) is not { Succeeded: true } flow)
            return;
        var read = VariablesOf(flow.DataFlowsIn, context);
        HashSet<Variable> unknown = [.. WrittenBefore(statement, context), .. context.Variables.Captured];
        effects.Uses.RemoveWhere(variable => context.Variables.IsUsers(variable) && !variable.IsPinned && !read.Contains(variable) && !unknown.Contains(variable));
        effects.Definitions.Clear();
        // A jump that leaves the statement need not have assigned what is assigned at its end.
        var assigned = flow.AlwaysAssigned.Concat(flow.DefinitelyAssignedOnExit.Except(flow.DefinitelyAssignedOnEntry, SymbolEqualityComparer.Default).OfType<ISymbol>());
        effects.Definitions.UnionWith(VariablesOf(assigned, context).Where(v => v is { Scope: null, IsPinned: false } && !unknown.Contains(v)));
        foreach (var target in effects.Targets.Values)
            target.RemoveWhere(context.Variables.IsUsers);
    }

    /// <summary>The variables that are written by parts of the statement which were evaluated before it.</summary>
    private static HashSet<Variable> WrittenBefore(StatementSyntax statement, LoweringContext context) => !context.Suspends(statement) ? [] : VariablesOf(
        statement.DescendantNodes(node => !context.Replacements.ContainsKey(node))
            .Where(context.Replacements.ContainsKey)
            .OfType<ExpressionSyntax>()
            .Select(part => context.Model.AnalyzeDataFlow(part))
            .Where(flow => flow is { Succeeded: true })
            .SelectMany(flow => flow!.WrittenInside),
        context);

    private static HashSet<Variable> VariablesOf(IEnumerable<ISymbol> symbols, LoweringContext context) =>
        [.. symbols.Select(context.Variables.Of).Where(variable => variable is not null).Select(variable => variable!)];

    private static bool IsCompound(StatementSyntax statement) => statement is not (ExpressionStatementSyntax or ThrowStatementSyntax or ReturnStatementSyntax);

    /// <summary>Whether control may go on behind the statement; true when that is not obvious.</summary>
    public static bool FallsThrough(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax => false,
        // A label may be reached from anywhere in the block.
        BlockSyntax block => block.DescendantNodes().Any(node => node is LabeledStatementSyntax) || block.Statements.All(FallsThrough),
        IfStatementSyntax { Else: { } otherwise } choice => FallsThrough(choice.Statement) || FallsThrough(otherwise.Statement),
        _ => true,
    };
}
