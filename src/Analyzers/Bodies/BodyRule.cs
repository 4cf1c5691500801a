using System.Collections.Immutable;
using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroGen.Analyzers.Bodies;

/// <summary>A rule of coroutine bodies. No other method is bound for it.</summary>
public abstract class BodyRule : DiagnosticAnalyzer
{
    private readonly ImmutableArray<DiagnosticDescriptor> _rules;

    private protected BodyRule(DiagnosticDescriptor rule) => (Rule, _rules) = (rule, [rule]);

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => _rules;

    private protected DiagnosticDescriptor Rule { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (!start.Compilation.GetTypesByMetadataName(WellKnownAttributes.Coroutine).IsEmpty)
                start.RegisterSyntaxNodeAction(Analyze, SyntaxKind.MethodDeclaration);
        });
    }

    /// <summary>What is wrong with one body.</summary>
    private protected abstract IEnumerable<Diagnostic> Check(CoroutineBody body, CancellationToken cancellation);

    /// <summary>The finding at a place, with what a fix wants to know.</summary>
    private protected Diagnostic At(Location place, ImmutableDictionary<string, string?> facts, params object[] arguments) => Diagnostic.Create(Rule, place, facts, arguments);

    private void Analyze(SyntaxNodeAnalysisContext context)
    {
        foreach (var body in CoroutineBodies.Of((MethodDeclarationSyntax)context.Node, context.SemanticModel, context.CancellationToken))
        {
            foreach (var diagnostic in Check(body, context.CancellationToken))
                context.ReportDiagnostic(diagnostic);
        }
    }
}
