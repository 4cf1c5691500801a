using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.CodeFixes;

/// <summary>Whether a call can run in a lambda, on another thread, and mean the same.</summary>
internal static class Offloading
{
    public static bool Allows(CallSite site)
    {
        var (call, model) = (site.Call, site.Model);
        var function = model.GetEnclosingSymbol(call.SpanStart);
        return model.AnalyzeDataFlow(call) is { Succeeded: true } flow
            && !flow.VariablesDeclared.Any(variable => SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function))
            && !flow.WrittenInside.Except(flow.VariablesDeclared, SymbolEqualityComparer.Default).Any()
            && !flow.ReadInside.Any(IsBoundToStack)
            && !(UsesThis(call) && IsInStruct(call, model))
            && !IsLazy(model.GetTypeInfo(call).Type);
    }

    private static bool IsBoundToStack(ISymbol variable) => variable switch
    {
        ILocalSymbol local => local.RefKind != RefKind.None || local.Type.IsRefLikeType,
        IParameterSymbol { IsThis: true } => false,
        IParameterSymbol parameter => parameter.RefKind != RefKind.None || parameter.Type.IsRefLikeType || CoroutineSymbols.IsHandle(parameter.Type),
        _ => false,
    };

    private static bool UsesThis(SyntaxNode call) => call.DescendantNodesAndSelf().Any(node => node is ThisExpressionSyntax or BaseExpressionSyntax or IdentifierNameSyntax { Parent: not MemberAccessExpressionSyntax });

    private static bool IsInStruct(SyntaxNode call, SemanticModel model) =>
        model.GetEnclosingSymbol(call.SpanStart) is { IsStatic: false, ContainingType.TypeKind: TypeKind.Struct };

    /// <summary>What is read while it is enumerated blocks only then; a span cannot leave the lambda.</summary>
    private static bool IsLazy(ITypeSymbol? type) =>
        type is null || type.IsRefLikeType || type.TypeKind == TypeKind.Pointer || type.OriginalDefinition.SpecialType is
            SpecialType.System_Collections_IEnumerable or SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_IEnumerator or SpecialType.System_Collections_Generic_IEnumerator_T;
}
