using System.Collections.Immutable;
using CoroGen.Generator.Lowering;
using CoroGen.Generator.Model;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator;

/// <summary>From a signature and its body to a state machine or to what prevents it: what generator and analyzer both do with a method.</summary>
internal static class MethodCompiler
{
    /// <summary>Compiles a method. An exception costs that one method only, and is reported on it (CORO023).</summary>
    public static CompiledMethod Compile(SignatureModel signature, MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        try
        {
            return TryCompile(signature, method, model, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Fail(method, $"{e.GetType().Name} in {e.TargetSite?.DeclaringType?.Name}.{e.TargetSite?.Name}");
        }
    }

    private static CompiledMethod TryCompile(SignatureModel signature, MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        if (!signature.HasBody || signature.IsRefused)
            return new CompiledMethod(null, signature.RefusedBy ?? "it is abstract", []);

        // This binds the body; all that is asked later finds it bound.
        var hasErrors = BodyErrors.Exist(method, model, cancellation);
        var nodes = SyntaxNodes.Of(method);
        ImmutableArray<Refusal> misuses = [.. HandleRules.Check(method, nodes, model, cancellation), .. FileLocalRules.Check(method, model, cancellation)];
        if (!misuses.IsEmpty)
            return new CompiledMethod(null, misuses[0].Rule.Id, misuses);
        if (FunctionRules.RefuseAny(nodes, model, cancellation))
            return new CompiledMethod(null, "a function in it is refused", []);
        if (hasErrors)
            return new CompiledMethod(null, "its body has errors", []);

        var lowered = MethodLowering.Lower(signature, method, nodes, model, cancellation);
        if (lowered.Machine is not null)
            return new CompiledMethod(lowered.Machine, "", lowered.Refusals);
        return lowered.Refusals.IsEmpty ? Fail(method, "no handle or no body") : new CompiledMethod(null, lowered.Refusals[0].Rule.Id, lowered.Refusals);
    }

    private static CompiledMethod Fail(MethodDeclarationSyntax method, string failure) =>
        new(null, $"{Rules.Failure.Id}, {failure}", [new Refusal(Rules.Failure, method.Identifier.GetLocation(), method.Identifier.ValueText, failure)]);
}

/// <summary>A compiled method.</summary>
/// <param name="Machine">Its state machine, or null.</param>
/// <param name="Reason">Why there is none: the refusing rule's id, or a phrase.</param>
/// <param name="Refusals">What its body is refused for.</param>
internal sealed record CompiledMethod(StateMachineModel? Machine, string Reason, ImmutableArray<Refusal> Refusals);
