using CoroGen.Generator.Lowering.Spilling;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary>An object is pinned only while the method runs: nothing may suspend meanwhile. What is pinned may be computed by a suspension.</summary>
internal static class Fixed
{
    public static void Lower(FixedStatementSyntax statement, LoweringContext context)
    {
        if (context.Suspends(statement.Statement))
        {
            context.Refuse(Rules.UnsupportedForm, statement, "'fixed'", "the object is pinned only while the method runs: use 'GCHandle' or 'Memory<T>.Pin'");
            return;
        }

        context.EnterScope(statement);
        Operands.Evaluate([.. statement.Declaration.Variables.Select(variable => Pinned(variable.Initializer!.Value))], context);
        CopiedStatement.Lower(statement, context);
    }

    private static Operand Pinned(ExpressionSyntax value) => value is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } address
        ? new Operand(address.Operand, OperandKind.Variable)
        : new Operand(value, OperandKind.Value);
}
