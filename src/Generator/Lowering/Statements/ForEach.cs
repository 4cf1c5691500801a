using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Lowering.Regions;
using CoroGen.Generator.Lowering.Spilling;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary>
/// <code>
/// foreach (T x in E) A
/// becomes, for an array, a string, or an inline array, which is not copied when it is a variable,
/// t = E; i = 0;  loop: if (i >= t.Length) goto end;  x = (T)t[i];  A;  next: i++; goto loop;  end:
/// and for anything else
/// t = E.GetEnumerator();
/// try { loop: if (!t.MoveNext()) goto end;  x = (T)t.Current;  A;  goto loop;  end: } finally { dispose t }
/// </code>
/// The iteration variable is fresh in each iteration. When only <c>E</c> suspends, the loop is copied. Where coroutines stand in for
/// <c>MoveNext</c> and <c>Dispose</c>, they are called, with the handle.
/// </summary>
internal static class ForEach
{
    public static void Lower(CommonForEachStatementSyntax loop, LoweringContext context)
    {
        context.At(loop.ForEachKeyword.Span);
        context.EnterScope(loop.Expression);
        if (!context.Suspends(loop.Statement) && context.Suspensions.LanguageCallsOf(loop) is null)
        {
            Operands.Evaluate([new Operand(loop.Expression, OperandKind.Value)], context);
            CopiedStatement.Lower(loop, context);
            return;
        }

        var type = context.Model.GetTypeInfo(loop.Expression).Type!;
        if (type is IArrayTypeSymbol { Rank: 1 } or { SpecialType: SpecialType.System_String })
        {
            var items = Copy(loop, type, context);
            var element = type is IArrayTypeSymbol array ? array.ElementType : context.Model.Compilation.GetSpecialType(SpecialType.System_Char);
            LowerIndexed(loop, items, Fragment.Of($"{items}.Length"), element, context);
        }
        else if (TypeFacts.InlineLength(type) is { } length && context.Model.GetForEachStatementInfo(loop).ElementType is { } element)
        {
            LowerIndexed(loop, Variable(loop, type, context), Fragment.Plain($"{length}"), element, context);
        }
        else
        {
            LowerEnumerated(loop, type, context);
        }
    }

    private static Fragment Copy(CommonForEachStatementSyntax loop, ITypeSymbol type, LoweringContext context)
    {
        var items = context.NewTemp(type, loop.Expression);
        context.At(loop.Expression.Span);
        LocalDeclaration.Assign(items, loop.Expression, loop.Expression, context);
        return Fragment.Of($"{items}");
    }

    private static Fragment Variable(CommonForEachStatementSyntax loop, ITypeSymbol type, LoweringContext context)
    {
        if (!Lvalue.IsVariable(loop.Expression, context))
            return Copy(loop, type, context);
        context.At(loop.Expression.Span);
        return Lvalue.Lower(loop.Expression, context, touches: true, between: [loop.Statement]);
    }

    private static void LowerIndexed(CommonForEachStatementSyntax loop, Fragment items, Fragment length, ITypeSymbol element, LoweringContext context)
    {
        var index = context.NewTemp(context.Model.Compilation.GetSpecialType(SpecialType.System_Int32), loop);
        context.Emit($"{new Definition(index)} = 0;");

        var (start, next, end) = (context.NewTarget("foreach"), context.NewTarget("next"), context.NewTarget("end"));
        context.Jumps.AddLoop(loop, end, next);
        context.Mark(start);
        context.At(loop.InKeyword.Span);
        context.EmitUnless(Fragment.Of($"{index} < {length}"), end, loop.Expression);
        LowerIteration(loop, Fragment.Of($"{items}[{index}]"), element, context);
        context.Mark(next);
        context.Emit($"{new Definition(index)} = {index} + 1;");
        context.EmitJump(start);
        context.Mark(end);
    }

    private static void LowerEnumerated(CommonForEachStatementSyntax loop, ITypeSymbol type, LoweringContext context)
    {
        var info = context.Model.GetForEachStatementInfo(loop);
        if (info is not { GetEnumeratorMethod: { } getEnumerator, CurrentProperty: { } current, ElementType: { } element })
        {
            context.Refuse(Rules.UnsupportedForm, loop, "this 'foreach'", "give the collection a static type that implements 'IEnumerable<T>'");
            return;
        }

        context.At(loop.Expression.Span);
        var enumerator = context.NewTemp(getEnumerator.ReturnType, loop.Expression);
        var items = Receiver(ExpressionLowering.Lower(loop.Expression, context), getEnumerator, type, context);
        context.Emit($"{new Definition(enumerator)} = {items}.GetEnumerator();", loop.Expression);

        var calls = context.Suspensions.LanguageCallsOf(loop);
        void Iterate()
        {
            var (start, end) = (context.NewTarget("foreach"), context.NewTarget("end"));
            context.Jumps.AddLoop(loop, end, start);
            context.Mark(start);
            context.At(loop.InKeyword.Span);
            context.EmitUnless(MoveNext(enumerator, calls?.MoveNext, loop, context), end, loop.Expression);
            var elementType = type.TypeKind == TypeKind.Dynamic ? type : element;
            LowerIteration(loop, Current(enumerator, current.Type, elementType, context), elementType, context);
            context.EmitJump(start);
            context.Mark(end);
        }

        if (calls?.Dispose is { } dispose)
            MovedFinally.Lower(loop.Expression, Iterate, () => Disposal.Lower(enumerator, dispose, loop.Expression, context), context);
        else if (Disposal.OfEnumerator(enumerator, info.DisposeMethod) is { } disposal)
            TryRegion.WithFinally(disposal, Iterate, context);
        else
            Iterate();
    }

    private static Fragment MoveNext(Variable enumerator, IMethodSymbol? coroutine, CommonForEachStatementSyntax loop, LoweringContext context)
    {
        if (coroutine is null)
            return Fragment.Of($"{enumerator}.MoveNext()");
        var moved = context.NewTemp(coroutine.ReturnType, loop.Expression);
        SuspendingCall.Lower(Fragment.Of($"{enumerator}"), coroutine, moved, loop.Expression, context);
        return Fragment.Of($"{moved}");
    }

    private static void LowerIteration(CommonForEachStatementSyntax loop, Fragment element, ITypeSymbol elementType, LoweringContext context)
    {
        context.EnterScope(loop);
        context.At(SequencePoints.OfVariable(loop));
        if (loop is ForEachVariableStatementSyntax deconstruction)
        {
            context.Emit($"{context.Render(deconstruction.Variable)} = {element};", deconstruction.Variable);
        }
        else
        {
            var variable = context.Variables.Of(context.Model.GetDeclaredSymbol((ForEachStatementSyntax)loop)!)!;
            var isSame = SymbolEqualityComparer.Default.Equals(variable.Symbol, elementType);
            var conversion = variable.RefPrefix.Length > 0 ? "ref " : isSame ? "" : $"({variable.Type})";
            context.Emit($"{new Definition(variable)} = {conversion}{element};", ((ForEachStatementSyntax)loop).Type);
        }

        StatementLowering.LowerEmbedded(loop.Statement, context);
    }

    /// <summary>An array of several dimensions and a <c>dynamic</c> collection have elements of another type than <c>IEnumerator.Current</c>.</summary>
    private static Fragment Current(Variable enumerator, ITypeSymbol type, ITypeSymbol element, LoweringContext context)
    {
        if (SymbolEqualityComparer.Default.Equals(type, element))
            return Fragment.Of($"{enumerator}.Current");
        return context.Variables.Witnesses.Cast(element, Fragment.Of($"{enumerator}.Current"));
    }

    /// <summary>A collection that implements the interface explicitly is enumerated through it.</summary>
    private static Fragment Receiver(Fragment items, IMethodSymbol getEnumerator, ITypeSymbol type, LoweringContext context)
    {
        var container = getEnumerator.ContainingType;
        return container.TypeKind == TypeKind.Interface && !SymbolEqualityComparer.Default.Equals(container, type)
            ? context.Variables.Witnesses.Cast(container, items)
            : items.AsOperand();
    }
}
