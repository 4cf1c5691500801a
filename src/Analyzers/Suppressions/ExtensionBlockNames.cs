using System.Collections.Immutable;
using CoroGen.Generator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroGen.Analyzers.Suppressions;

/// <summary>
/// Silences CA1708, which says of any two extension blocks of a class that their names differ by case only: they have none. A coroutine that is called on a type has a generated one.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExtensionBlockNames : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor s_suppression = new("COROSUP1708", "CA1708", "Extension blocks have no names; one of these is generated.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [s_suppression];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.GetMessage().Contains(".extension")
                && diagnostic.Location.SourceTree is { } tree
                && context.GetSemanticModel(tree).GetDeclaredSymbol(tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan), context.CancellationToken) is INamedTypeSymbol type
                && type.GetTypeMembers().Any(IsGeneratedBlock))
                context.ReportSuppression(Suppression.Create(s_suppression, diagnostic));
        }
    }

    private static bool IsGeneratedBlock(INamedTypeSymbol member) => member.TypeKind == TypeKind.Extension && member.DeclaringSyntaxReferences.Any(part => FileEmitter.Wrote(part.SyntaxTree));
}
