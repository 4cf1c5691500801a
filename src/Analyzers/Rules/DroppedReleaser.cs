using CoroGen.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers;

/// <summary>CORO201: <c>co.Lock(machine);</c> takes a lock, and drops what would give it back. What the type gives back by <c>Exit</c> or <c>Release</c> is left alone.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedReleaser() : BodyRule(DiagnosticDescriptors.DroppedReleaser)
{
    private protected override IEnumerable<Diagnostic> Check(CoroutineBody body, CancellationToken cancellation) =>
        from call in Drops.In(body, call => IsReleaser(call.Type) && body.IsSuspension(call))
        where !IsGivenBack(call, body, cancellation)
        select At(Names.OfCall(call).GetLocation(), Facts.None, call.TargetMethod.Name, call.Syntax.ToString());

    private static bool IsReleaser(ITypeSymbol? type) => Names.IsRuntimes(type, "LockReleaser") || Names.IsRuntimes(type, "SemaphoreReleaser");

    /// <summary>
    /// Whether the type calls <c>Exit</c> or <c>Release</c> of something that goes by the same name, or of anything when what was taken has no name here: a caller's, or one of many.
    /// </summary>
    private static bool IsGivenBack(IInvocationOperation call, CoroutineBody body, CancellationToken cancellation)
    {
        var name = call.Arguments.FirstOrDefault(argument => Names.IsRuntimes(argument.Value.Type, "CoLock") || Names.IsRuntimes(argument.Value.Type, "CoSemaphore"))?.Value switch
        {
            IMemberReferenceOperation member => member.Member.Name,
            ILocalReferenceOperation local => local.Local.Name,
            _ => null,
        };
        return Outermost(body.Function.ContainingType).DeclaringSyntaxReferences
            .SelectMany(part => part.GetSyntax(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Any(other => Receiver(other) is { } receiver && (name is null || receiver == name));
    }

    /// <summary>The last name of what <c>Exit</c> or <c>Release</c> is called on.</summary>
    private static string? Receiver(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Exit" or "Release" } access => LastName(access.Expression),
        MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Exit" or "Release" } => LastName(call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression),
        _ => null,
    };

    private static string LastName(ExpressionSyntax? expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => "",
    };

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type) => type.ContainingType is { } outer ? Outermost(outer) : type;
}
