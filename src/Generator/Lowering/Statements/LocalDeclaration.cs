using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Lowering.Spilling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary>The local is declared at the top of the method: <c>var x = S(co);</c> → <c>x = S(co);</c></summary>
internal static class LocalDeclaration
{
    public static void Lower(LocalDeclarationStatementSyntax statement, LoweringContext context) => Lower(statement.Declaration, statement, context);

    public static void Lower(VariableDeclarationSyntax declaration, SyntaxNode statement, LoweringContext context)
    {
        foreach (var declarator in declaration.Variables)
            LowerVariable(declarator, declaration.Variables.Count == 1 ? statement : declarator, context);
    }

    /// <summary>Assigns a value to a variable. A call that suspends may write it itself.</summary>
    public static void Assign(Variable variable, ExpressionSyntax value, SyntaxNode source, LoweringContext context)
    {
        if (context.Suspensions.IsPoint(value) && value is InvocationExpressionSyntax call && SuspendingCall.Fits(call, variable, context))
            SuspendingCall.Lower(call, Destination.To(variable), context);
        else
            context.Emit($"{new Definition(variable)} = {ExpressionLowering.Lower(value, context)};", source);
    }

    private static void LowerVariable(VariableDeclaratorSyntax declarator, SyntaxNode source, LoweringContext context)
    {
        var symbol = (ILocalSymbol)context.Model.GetDeclaredSymbol(declarator)!;
        if (declarator.Initializer is not { Value: var value })
        {
            // Only through its address can it be read unassigned: what it was before does not matter.
            if (context.Pointers.IsAddressTaken(symbol))
                context.Forget(context.Variables.Of(symbol)!);
            return;
        }

        if (symbol.IsConst)
        {
            context.Constants.Add($"const {TypeFacts.Text(symbol.Type)} {context.Variables.Renamed(symbol)} = {context.Render(value).Text};");
            return;
        }

        var variable = context.Variables.Of(symbol)!;
        context.At(SequencePoints.Of(declarator));
        switch (value)
        {
            case RefExpressionSyntax reference:
                context.Emit($"{new Definition(variable)} = ref {Lvalue.Lower(reference.Expression, context, touches: false, [])};", source);
                break;
            case InitializerExpressionSyntax elements:
                if (context.Suspends(elements))
                    Operands.Evaluate(Operands.Of(elements, context)!, context);
                context.Emit($"{new Definition(variable)} = new {variable.Type.TrimEnd('?')} {context.Render(elements)};", source);
                break;
            case StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax when symbol.Type is IPointerTypeSymbol:
                if (context.Suspends(value))
                    Operands.Evaluate(Operands.Of(value, context)!, context);
                // C# lets a pointer to the stack only initialize a declaration.
                var pointer = context.Variables.NewDesignator();
                context.Emit($"{{ {variable.Type} {pointer} = {context.Render(value)}; {new Definition(variable)} = {pointer}; }}", source);
                break;
            default:
                Assign(variable, value, source, context);
                break;
        }
    }
}
