using CoroGen.Generator.Lowering;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Analyzers.Refusals;

/// <summary>
/// CORO017 for calls that another generator intercepts: it names the place in the user's file, so the body as written calls the interceptor, and the state machine what stands there.
/// </summary>
internal static class InterceptedCalls
{
    public static IEnumerable<Refusal> Check(MethodDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellation)
    {
        if (!MayIntercept(declaration.SyntaxTree.Options))
            return [];
        return declaration.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => !NameOf.Contains(call) && model.GetInterceptorMethod(call, cancellation) is not null)
            .Select(call => new Refusal(Rules.NotGenerated, NamePlace(call), declaration.Identifier.ValueText));
    }

    /// <summary>The project has to say in which namespaces interceptors may be.</summary>
    private static bool MayIntercept(ParseOptions options) => options.Features.Keys.Any(feature => feature.StartsWith("Interceptors", StringComparison.Ordinal));

    private static Location NamePlace(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.GetLocation(),
        var name => name.GetLocation(),
    };
}
