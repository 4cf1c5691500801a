using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering.Functions;
using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Lowering.Regions;
using CoroGen.Generator.Lowering.Spilling;
using CoroGen.Generator.Lowering.Statements;
using CoroGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering;

/// <summary>Lowers the body of one coroutine, and of those inside it. Each step is one pass; the file of each tells what it does.</summary>
internal static class MethodLowering
{
    public static LoweringResult Lower(SignatureModel signature, SyntaxNode method, SyntaxNodes nodes, SemanticModel model, CancellationToken cancellation) =>
        model.GetDeclaredSymbol(method, cancellation) is IMethodSymbol symbol
            ? Lower(signature, method, symbol, nodes, model, function: null, outer: null, cancellation)
            : new LoweringResult(null, []);

    /// <summary>Lowers a coroutine function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="outer">The body round it.</param>
    /// <param name="cancellation">Stops the lowering.</param>
    public static LoweringResult Lower(LiftedFunction function, LoweringContext outer, CancellationToken cancellation) =>
        Lower(FunctionSignature.Of(function, outer), function.Function.Syntax, function.Function.Symbol, outer.Nodes, outer.Model, function, outer, cancellation);

    private static LoweringResult Lower(
        SignatureModel signature, SyntaxNode syntax, IMethodSymbol symbol, SyntaxNodes around, SemanticModel model, LiftedFunction? function, LoweringContext? outer, CancellationToken cancellation)
    {
        if (CoroutineFunctions.BodyOf(syntax) is not { } body || ExtensionBlocks.Handle(symbol) is not { } handle)
            return new LoweringResult(null, []);

        var nodes = around.In(body);
        var suspensions = SuspensionAnalysis.Of(nodes, handle, model, cancellation);
        var locals = HoistedLocals.Find(nodes, suspensions, model);
        var variables = new VariableTable(signature.UniqueName, signature.TypeParameters, model);
        var context = new LoweringContext(signature, symbol, nodes, model, suspensions, locals, variables, outer);
        BodyRules.Check(context);
        signature = VariablePlan.Fill(context, signature, function);

        CheckedCode.Enter(syntax, context);
        context.Lines.Add(context.Places.SpanOf(syntax.Span).StartLine + 1);
        LowerBody(body, context);
        cancellation.ThrowIfCancellationRequested();
        JumpCleanup.Run(context.Code);
        Liveness.Compute(context);
        var released = ReleasedFields.Compute(context);
        BodyRules.CheckAcrossSuspensions(context);
        BodyRules.CheckHiddenTypes(context);
        var functions = FunctionLowering.LowerAll(context, cancellation);
        return context.Refusals.Count > 0
            ? new LoweringResult(null, [.. context.Refusals])
            : new LoweringResult(MachineBuilder.Build(signature, context, released, functions), []);
    }

    private static void LowerBody(SyntaxNode body, LoweringContext context)
    {
        context.EnterScope(body);
        foreach (var parameter in context.Variables.Parameters)
        {
            if (context.Variables.Of(parameter) is { Scope: not null } captured)
                context.Emit($"{new Definition(captured)} = {captured.Name};");
        }

        switch (body)
        {
            case BlockSyntax block when !context.Suspends(block):
                CopiedStatement.Lower(block, context);
                break;
            case BlockSyntax block:
                context.At(block.OpenBraceToken.Span);
                Block.LowerList(block.Statements, 0, context);
                context.AtEnd(block.CloseBraceToken.Span);
                break;
            case ArrowExpressionClauseSyntax { Expression: var expression }:
                LowerExpression(expression, context);
                break;
            case ExpressionSyntax expression:
                LowerExpression(expression, context);
                break;
        }

        if (context.Method.ReturnsVoid)
            context.Emit(Fragment.Plain("return true;"), fallsThrough: false);
    }

    private static void LowerExpression(ExpressionSyntax expression, LoweringContext context)
    {
        context.At(expression.Span);
        if (expression is ThrowExpressionSyntax thrown)
            Throw.Lower(thrown.Expression, thrown, context);
        else if (context.Method.ReturnsVoid)
            ExpressionStatement.Lower(expression, context);
        else
            Return.Lower(expression, expression, context);
    }
}
