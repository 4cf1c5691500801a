using System.Globalization;
using CoroGen.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers;

/// <summary>CORO401: an asynchronous call of .NET that would take a token goes without that of the coroutine: a cancel ends the wait for it, but not the work.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TokenNotForwarded() : BodyRule(DiagnosticDescriptors.TokenNotForwarded)
{
    private protected override IEnumerable<Diagnostic> Check(CoroutineBody body, CancellationToken cancellation) =>
        from call in body.Calls
        where IsAsynchronous(call.TargetMethod.ReturnType) && !body.IsSuspension(call) && !TakesToken(call) && !IsCleanup(call) && !IsForgotten(call)
        let parameter = TokenOf(call, body)
        where parameter is not null
        select At(
            Names.OfCall(call).GetLocation(),
            Facts.Of((Facts.Handle, body.Handle.Name), (Facts.Position, parameter.Ordinal.ToString(CultureInfo.InvariantCulture)), (Facts.Parameter, parameter.Name)),
            call.TargetMethod.Name,
            body.Handle.Name);

    private static bool IsAsynchronous(ITypeSymbol type) => type.OriginalDefinition is
    {
        Name: "Task" or "ValueTask" or "IAsyncEnumerable",
        ContainingNamespace: { Name: "Tasks" or "Generic", ContainingNamespace: { Name: "Threading" or "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } },
    };

    private static bool IsToken(ITypeSymbol type) => type is { Name: "CancellationToken", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    private static bool TakesToken(IInvocationOperation call) => call.Arguments.Any(argument => argument.Parameter is { } parameter && IsToken(parameter.Type) && argument.ArgumentKind == ArgumentKind.Explicit);

    /// <summary>The parameter that is left to its default, or the one that an overload has in addition, as its last.</summary>
    private static IParameterSymbol? TokenOf(IInvocationOperation call, CoroutineBody body)
    {
        var target = call.TargetMethod;
        if (target.Parameters.FirstOrDefault(parameter => IsToken(parameter.Type)) is { } omitted)
            return omitted.IsOptional ? omitted : null;
        if (target.Parameters.Any(parameter => parameter.IsParams))
            return null;
        var definition = target.OriginalDefinition;
        return target.ContainingType.GetMembers(target.Name).OfType<IMethodSymbol>()
            .Where(other => other.IsStatic == target.IsStatic && other.Arity == target.Arity && IsWith(other.OriginalDefinition, definition) && body.Compilation.IsSymbolAccessibleWithin(other, body.Function.ContainingType))
            .Select(other => other.Parameters[^1])
            .FirstOrDefault();
    }

    private static bool IsWith(IMethodSymbol overload, IMethodSymbol method) =>
        overload.Parameters.Length == method.Parameters.Length + 1
        && IsToken(overload.Parameters[^1].Type)
        && !overload.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ObsoleteAttribute")
        && SameType(overload.ReturnType, method.ReturnType)
        && method.Parameters.Zip(overload.Parameters, static (one, other) => one.RefKind == other.RefKind && SameType(one.Type, other.Type)).All(static same => same);

    /// <summary>By their text, for type parameters of two methods are never the same.</summary>
    private static bool SameType(ITypeSymbol one, ITypeSymbol other) => one.ToDisplayString() == other.ToDisplayString();

    /// <summary>What cleans up is to be done also when the coroutine is cancelled.</summary>
    private static bool IsCleanup(IOperation call)
    {
        for (var (child, around) = (call, call.Parent); around is not null; (child, around) = (around, around.Parent))
        {
            if (around is ITryOperation @try && @try.Finally == child || around is ICatchClauseOperation clause && Handlers.IsForCancellation(clause) || around is IInvocationOperation outer && ShieldMarks.On(outer.TargetMethod))
                return true;
        }

        return false;
    }

    /// <summary>Whether nobody waits for it: it may be meant to outlive the coroutine.</summary>
    private static bool IsForgotten(IInvocationOperation call) => call.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };
}
