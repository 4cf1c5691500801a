using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Lowering.Regions;
using CoroGen.Generator.Lowering.Spilling;
using CoroGen.Generator.Lowering.Statements;
using CoroGen.Generator.Model;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering;

/// <summary>Lowers the body of one coroutine method. Each step is one pass; the file of each tells what it does.</summary>
internal static class MethodLowering
{
    public static LoweringResult Lower(SignatureModel signature, SyntaxNode method, SemanticModel model, CancellationToken cancellation)
    {
        if (BodyOf(method) is not { } body
            || model.GetDeclaredSymbol(method, cancellation) is not IMethodSymbol symbol
            || HandleOf(symbol, signature) is not { } handle)
        {
            return new LoweringResult(null, []);
        }

        var suspensions = SuspensionAnalysis.Of(body, handle, model, cancellation);
        var locals = HoistedLocals.Find(body, suspensions, model);
        var variables = new VariableTable(signature.UniqueName, signature.TypeParameters, model);
        var context = new LoweringContext(symbol, body, model, suspensions, locals, variables);
        BodyRules.Check(context);
        VariablePlan.Fill(context, signature);

        context.Lines.Add(context.Places.SpanOf(method.Span).StartLine + 1);
        LowerBody(body, context);
        cancellation.ThrowIfCancellationRequested();
        JumpCleanup.Run(context.Code);
        Liveness.Compute(context);
        var released = ReleasedFields.Compute(context);
        BodyRules.CheckAcrossSuspensions(context);
        return context.Refusals.Count > 0
            ? new LoweringResult(null, [.. context.Refusals])
            : new LoweringResult(MachineBuilder.Build(signature, context, released, method), []);
    }

    private static SyntaxNode? BodyOf(SyntaxNode method) => method is BaseMethodDeclarationSyntax declaration
        ? declaration.Body as SyntaxNode ?? declaration.ExpressionBody
        : null;

    private static IParameterSymbol? HandleOf(IMethodSymbol method, SignatureModel signature)
    {
        for (var i = 0; i < method.Parameters.Length && i < signature.Parameters.Count; i++)
        {
            if (signature.Parameters[i].IsHandle)
                return method.Parameters[i];
        }

        return null;
    }

    private static void LowerBody(SyntaxNode body, LoweringContext context)
    {
        context.EnterScope(body);
        foreach (var parameter in context.Method.Parameters)
        {
            if (context.Variables.Of(parameter) is { Scope: { } scope } captured)
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
            case ArrowExpressionClauseSyntax { Expression: var expression } when context.Method.ReturnsVoid:
                context.At(expression.Span);
                ExpressionStatement.Lower(expression, context);
                break;
            case ArrowExpressionClauseSyntax { Expression: var expression }:
                context.At(expression.Span);
                Return.Lower(expression, expression, context);
                break;
        }

        if (context.Method.ReturnsVoid)
            context.Emit(Fragment.Plain("return true;"), fallsThrough: false);
    }
}
