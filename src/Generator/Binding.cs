using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroGen.Generator;

/// <summary>The compilation in which bodies are bound.</summary>
internal static class Binding
{
    private static readonly CompilationWithAnalyzersOptions s_options = new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);

    /// <summary>
    /// The user's compilation with the factories' stubs. The flow of null is not analyzed: it decides nothing but warnings, and costs as much as all else that binding does.
    /// </summary>
    public static Compilation Of(CSharpCompilation compilation, ImmutableArray<SyntaxTree> stubs) =>
        compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable)).AddSyntaxTrees(stubs);

    /// <summary>
    /// The same, but its semantic models keep the bodies that errors were looked for in. Without that, each body is bound twice: once for its errors and once for its meaning.
    /// The compiler has it so for analyzers, of which there must be one. It holds all that it has bound; so it is not kept.
    /// </summary>
    public static Compilation WithSharedBodies(Compilation compilation) => new CompilationWithAnalyzers(compilation, [new NoAnalyzer()], s_options).Compilation;

    /// <summary>It is never run.</summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class NoAnalyzer : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        }
    }
}
