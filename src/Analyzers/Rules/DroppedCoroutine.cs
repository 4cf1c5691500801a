using System.Globalization;
using CoroGen.Analyzers.Bodies;
using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers;

/// <summary>CORO300: <c>Serve("A");</c>, without the handle, makes a coroutine and drops it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedCoroutine() : BodyRule(DiagnosticDescriptors.DroppedCoroutine)
{
    private protected override IEnumerable<Diagnostic> Check(CoroutineBody body, CancellationToken cancellation) =>
        from call in Drops.In(body, call => Names.IsRuntimes(call.TargetMethod.ReturnType, "Coroutine"))
        let coroutine = CoroutineOf(call.TargetMethod)
        where coroutine is not null || Names.IsRuntimes(call.TargetMethod, "Coroutine", "From")
        let handle = coroutine?.Parameters.First(p => CoroutineSymbols.IsHandle(p.Type))
        let isInPlainFunction = CoroutineBodies.EnclosingFunctions(call, body.Root).Any()
        select At(
            Names.OfCall(call).GetLocation(),
            Facts.Of(
                (Facts.Handle, isInPlainFunction ? null : body.Handle.Name),
                (Facts.Position, handle is null ? null : Position(handle, call).ToString(CultureInfo.InvariantCulture)),
                (Facts.Parameter, handle?.Name),
                (Facts.Void, coroutine is { ReturnsVoid: true } ? "" : null)),
            call.TargetMethod.Name);

    /// <summary>The coroutine that the method is the factory of, or null.</summary>
    internal static IMethodSymbol? CoroutineOf(IMethodSymbol method)
    {
        var factory = ExtensionBlocks.Definition(method);
        return CoroutineSymbols.CoroutinesNamed(factory.ContainingType, factory.Name).FirstOrDefault(coroutine => SameSignature.OfFactory(factory, coroutine));
    }

    /// <summary>An extension method's receiver is no argument.</summary>
    private static int Position(IParameterSymbol handle, IInvocationOperation call) => call.Arguments.Any(argument => argument is { Parameter.Ordinal: 0, Syntax: not ArgumentSyntax, ArgumentKind: ArgumentKind.Explicit }) ? handle.Ordinal - 1 : handle.Ordinal;
}
