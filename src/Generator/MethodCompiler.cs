using System.Collections.Immutable;
using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering;
using CoroGen.Generator.Model;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator;

/// <summary>From a signature and its body to a state machine or to what prevents it: what generator and analyzer both do with a method.</summary>
internal static class MethodCompiler
{
    private const string HeadHasErrors = "its head has errors";

    /// <summary>Compiles a method on its own.</summary>
    public static CompiledMethod Compile(SignatureModel signature, MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation) =>
        Compile(signature, method, new BoundFile(model, model.SyntaxTree.GetText(cancellation), method.Span, cancellation), cancellation);

    /// <summary>Compiles a method. An exception costs that one method only, and is reported on it (CORO023).</summary>
    public static CompiledMethod Compile(SignatureModel signature, MethodDeclarationSyntax method, BoundFile file, CancellationToken cancellation)
    {
        try
        {
            return TryCompile(signature, method, file, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Fail(method, $"{e.GetType().Name} in {e.TargetSite?.DeclaringType?.Name}.{e.TargetSite?.Name}");
        }
    }

    private static CompiledMethod TryCompile(SignatureModel signature, MethodDeclarationSyntax method, BoundFile file, CancellationToken cancellation)
    {
        if (signature.IsBare)
            return new CompiledMethod(null, HeadHasErrors, []);
        var model = file.Model;
        var error = model.GetDeclaredSymbol(method, cancellation) is { } symbol ? HeadErrors.Of(symbol, model.Compilation, cancellation) : HeadError.Own;
        var compiled = error == HeadError.None ? CompileBody(signature, method, file, cancellation) : new CompiledMethod(null, HeadHasErrors, []);
        return HeadErrors.AnyIn(method.SyntaxTree, model.Compilation, cancellation) || error != HeadError.None
            ? compiled with { Instead = Instead(signature, method, error, model, cancellation) }
            : compiled;
    }

    private static SignatureModel? Instead(SignatureModel signature, MethodDeclarationSyntax method, HeadError error, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetDeclaredSymbol(method, cancellation) is not { } symbol || CoroutineMethod.Of(symbol, cancellation)?.In(model, cancellation) is not { } coroutine)
            return null;
        return error switch
        {
            HeadError.Own => BareSignature.Of(signature, coroutine),
            HeadError.Around => BareSignature.InBareHome(signature, coroutine),
            _ => signature with { Home = HomeReader.Read(coroutine, directive => !HeadErrors.IsWrong(directive, model.Compilation, cancellation)) },
        };
    }

    private static CompiledMethod CompileBody(SignatureModel signature, MethodDeclarationSyntax method, BoundFile file, CancellationToken cancellation)
    {
        if (!signature.HasBody || signature.IsRefused)
            return new CompiledMethod(null, signature.RefusedBy ?? "it is abstract", []);

        var model = file.Model;
        var hasErrors = file.Errors.AreIn(method, model, cancellation);
        var nodes = SyntaxNodes.Of(method, file.Text);
        ImmutableArray<Refusal> misuses = [.. HandleRules.Check(method, nodes, model, cancellation), .. FileLocalRules.Check(method, model, cancellation)];
        if (!misuses.IsEmpty)
            return new CompiledMethod(null, misuses[0].Rule.Id, misuses);
        if (FunctionRules.RefuseAny(nodes, model, cancellation))
            return new CompiledMethod(null, "a function in it is refused", []);
        if (hasErrors)
            return new CompiledMethod(null, "its body has errors", [.. Misunderstandings.In(method, nodes, model, cancellation)]);

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
internal sealed record CompiledMethod(StateMachineModel? Machine, string Reason, ImmutableArray<Refusal> Refusals)
{
    /// <summary>The signature to emit instead of one that would repeat errors, or null.</summary>
    public SignatureModel? Instead { get; init; }
}
