using System.Collections.Immutable;
using System.Text;
using CoroGen.Generator.Discovery;
using CoroGen.Generator.Emission;
using CoroGen.Generator.Increments;
using CoroGen.Generator.Lowering;
using CoroGen.Generator.Model;
using CoroGen.Generator.Refusals;
using CoroGen.Generator.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoroGen.Generator;

/// <summary>
/// The pipeline: signatures, the factories' stubs made of them, bodies bound against compilation plus stubs and lowered, files. What is
/// refused is reported by an analyzer.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class CoroutineGenerator : IIncrementalGenerator
{
    /// <summary>Without a byte order mark.</summary>
    private static readonly Encoding s_encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var candidates = context.SyntaxProvider
            .ForAttributeWithMetadataName(WellKnownAttributes.Coroutine, static (node, _) => node is MethodDeclarationSyntax, Candidate.Of)
            .SelectMany(static (candidate, _) => candidate is null ? ImmutableArray<Candidate>.Empty : [candidate]);

        // Not by a syntax provider: that would look into all bodies of the project.
        var unmarked = context.CompilationProvider.SelectMany(static (compilation, _) => compilation.SyntaxTrees)
            .SelectMany(static (tree, cancellation) => UnmarkedMethod.In(tree, cancellation))
            .Combine(context.CompilationProvider)
            .SelectMany(static (input, cancellation) => UnmarkedMethod.Of(input.Left, input.Right, cancellation) is { } method ? ImmutableArray.Create(method) : [])
            .Collect();

        var signatures = candidates
            .Select(static (candidate, _) => candidate.Signature).WithTrackingName(WellKnownTrackingNames.Signatures)
            .Collect().Combine(unmarked).Select(static (all, _) => all.Left.AddRange(all.Right.Select(method => method.Signature).OfType<SignatureModel>()).ToEquatable());

        var stubs = signatures
            .Select(static (all, _) => StubWriter.Write(all)).WithTrackingName(WellKnownTrackingNames.Stubs)
            .Combine(context.ParseOptionsProvider)
            .Select(static (input, cancellation) => Parse(input.Left, (CSharpParseOptions)input.Right, cancellation));

        var binding = context.CompilationProvider.Combine(stubs)
            .Select(static (input, _) => Binding.Of((CSharpCompilation)input.Left, input.Right)).WithTrackingName(WellKnownTrackingNames.Binding);

        var declarations = context.CompilationProvider.Combine(stubs)
            .Select(static (input, _) => new Declarations(input.Left, input.Right)).WithComparer(Declarations.Comparer).WithTrackingName(WellKnownTrackingNames.Declarations);

        // They go through this step together, for they are bound in one compilation, which lasts no longer.
        var methods = candidates.Collect().Combine(binding).Combine(declarations)
            .SelectMany(static (input, cancellation) => CompileAll(input.Left.Left, input.Left.Right, input.Right, cancellation)).WithTrackingName(WellKnownTrackingNames.Methods);

        var names = signatures.Select(static (all, _) => new HintNames(all)).WithTrackingName(WellKnownTrackingNames.HintNames);

        var files = methods.Combine(names).Combine(unmarked.Select(static (all, _) => all.SelectMany(method => method.Abstract).ToEquatable()))
            .Select(static (input, _) => Complete(input.Left.Left, input.Right) with { HintName = input.Left.Right[input.Left.Left.Signature] })
            .WithTrackingName(WellKnownTrackingNames.Files);
        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.HintName, SourceText.From(FileEmitter.Emit(file), s_encoding)));

        var missing = unmarked.SelectMany(static (all, _) => all.Select(method => method.Signature).OfType<SignatureModel>()).Combine(names)
            .Select(static (input, _) => new GeneratedFile(input.Right[input.Left], input.Left, Machine: null, Rules.MissingAttribute.Id));
        context.RegisterSourceOutput(missing, static (output, file) => output.AddSource(file.HintName, SourceText.From(FileEmitter.Emit(file), s_encoding)));
    }

    /// <summary>An abstract coroutine gets bodies when a method that should be its implementation is not marked.</summary>
    private static GeneratedFile Complete(GeneratedFile file, EquatableArray<string> unmarked) =>
        SignatureOnlyEmitter.IsDeclaredOnly(file.Emitted) && unmarked.Contains(file.Signature.Key)
            ? file with { Instead = file.Emitted.WithBodies(Rules.MissingAttribute.Id), Reason = Rules.MissingAttribute.Id }
            : file;

    private static ImmutableArray<SyntaxTree> Parse(EquatableArray<string> stubs, CSharpParseOptions options, CancellationToken cancellation) =>
        [.. stubs.Select((text, index) => CSharpSyntaxTree.ParseText(text, options, $"CoroGen.Stubs.{index}.cs", Encoding.UTF8, cancellation))];

    /// <summary>Compiles the methods that an edit concerns, on several threads if the compiler may use them itself: it is idle meanwhile.</summary>
    private static ImmutableArray<GeneratedFile> CompileAll(ImmutableArray<Candidate> candidates, Compilation binding, Declarations declarations, CancellationToken cancellation)
    {
        var files = candidates.Select(candidate => CompiledMethods.Find(candidate, declarations)).ToArray();
        var bound = new BoundMethods(binding, candidates.Where((_, index) => files[index] is null).Select(candidate => candidate.Syntax), cancellation);
        var threads = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = binding.Options.ConcurrentBuild ? -1 : 1 };
        Parallel.For(0, files.Length, threads, index => files[index] ??= Compile(candidates[index], bound, cancellation));
        CompiledMethods.Keep(candidates.Zip(files, static (candidate, file) => (candidate, file!)), declarations);
        return MissingImplementations.Complete(candidates, files!, binding, cancellation);
    }

    private static GeneratedFile Compile(Candidate candidate, BoundMethods bound, CancellationToken cancellation)
    {
        var compiled = bound.Compile(candidate.Signature, candidate.Syntax, cancellation);
        return new GeneratedFile(HintName: "", candidate.Signature, compiled.Machine, compiled.Reason) { Instead = compiled.Instead };
    }
}
