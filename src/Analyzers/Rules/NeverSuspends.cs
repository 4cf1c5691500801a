using CoroGen.Analyzers.Bodies;
using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers;

/// <summary>CORO206: a coroutine that uses its handle for nothing, and could be a plain method.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NeverSuspends() : BodyRule(DiagnosticDescriptors.NeverSuspends)
{
    private protected override IEnumerable<Diagnostic> Check(CoroutineBody body, CancellationToken cancellation)
    {
        if (body.Root.Syntax is MethodDeclarationSyntax method && !UsesHandle(body) && IsFree(body.Function) && !OnlyThrows(body) && !IsLaunched(body, cancellation))
            yield return At(method.Identifier.GetLocation(), Facts.None, body.Function.Name);
    }

    private static bool UsesHandle(CoroutineBody body) =>
        body.AllOperations.Any(operation => body.IsHandle(operation) && !NameOf.Contains(operation.Syntax))
        || body.Root.Syntax.DescendantNodes().OfType<StatementSyntax>().Any(statement => body.Suspensions.LanguageCallsOf(statement) is not null);

    /// <summary>Whether nobody else says that it is a coroutine: a base class, an interface, another part, or the language.</summary>
    private static bool IsFree(IMethodSymbol method) =>
        method is { IsOverride: false, IsVirtual: false, IsAbstract: false, IsPartialDefinition: false, PartialDefinitionPart: null, ExplicitInterfaceImplementations.IsEmpty: true, ContainingType.TypeKind: not TypeKind.Interface }
        && method.Name is not ("Dispose" or "MoveNext")
        && !method.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers(method.Name)).Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    /// <summary>Whether it is not written yet, or is there to refuse.</summary>
    private static bool OnlyThrows(CoroutineBody body) => (IMethodBodyOperation)body.Root is { BlockBody: var block, ExpressionBody: var expression }
        && (block ?? expression)?.Operations is [var only] && IsThrow(only);

    private static bool IsThrow(IOperation? operation) => operation switch
    {
        IExpressionStatementOperation statement => IsThrow(statement.Operation),
        IReturnOperation result => IsThrow(result.ReturnedValue),
        IConversionOperation conversion => IsThrow(conversion.Operand),
        _ => operation is IThrowOperation,
    };

    /// <summary>Whether its file makes coroutines of it: to launch them, or as a delegate.</summary>
    private static bool IsLaunched(CoroutineBody body, CancellationToken cancellation) =>
        body.Model.SyntaxTree.GetRoot(cancellation).DescendantNodes().OfType<SimpleNameSyntax>().Any(name =>
            name.Identifier.ValueText == body.Function.Name
            && body.Model.GetSymbolInfo(name, cancellation) is var info
            && (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol used
            && ExtensionBlocks.Definition(used) is var factory
            && ExtensionBlocks.Definition(body.Function) is var coroutine
            && (SameSignature.OfFactory(factory, coroutine) || name.Parent is not InvocationExpressionSyntax and not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } and not MemberBindingExpressionSyntax)
            && SymbolEqualityComparer.Default.Equals(factory.ContainingType.OriginalDefinition, coroutine.ContainingType));
}
