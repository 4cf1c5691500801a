using CoroGen.Generator.Lowering;
using CoroGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator.Discovery;

/// <summary>Reads the parameters, the handle included.</summary>
internal static class ParameterReader
{
    public static EquatableArray<ParameterModel> Read(CoroutineMethod method) =>
        method.Symbol.Parameters.Zip(method.Declared.Parameters, (own, declared) => Read(own, declared, method.Symbol)).ToEquatable();

    /// <summary>The parameters of a function inside a method.</summary>
    public static EquatableArray<ParameterModel> Read(IMethodSymbol function) => function.Parameters.Select(parameter => Read(parameter, parameter, function)).ToEquatable();

    /// <summary>The type as a signature shows it. One that cannot be said becomes <c>dynamic</c>, which keeps the callers quiet.</summary>
    public static string TypeText(ITypeSymbol type, ISymbol member) =>
        HalfTyped.HasError(type) || type.IsStatic || TypeFacts.FileLocalPart(type) is not null || Visibility.IsMissing(type, member) ? "dynamic" : TypeFacts.Text(type);

    /// <summary>The parameter as a lambda declares it.</summary>
    public static string Declaration(IParameterSymbol parameter) => Declaration(parameter, Escape(parameter.Name));

    /// <summary>The parameter, by another name.</summary>
    public static string Declaration(IParameterSymbol parameter, string name) =>
        $"{(parameter.IsParams ? "params " : "")}{Modifiers(parameter)}{TypeFacts.Text(parameter.Type)} {name}{DefaultValue.Read(parameter)}";

    /// <summary>How the parameter refers to the caller's variable, each word followed by a blank.</summary>
    public static string Modifiers(IParameterSymbol parameter) => (parameter is { ScopedKind: not ScopedKind.None, RefKind: not RefKind.Out } ? "scoped " : "") + ByReference(parameter.RefKind);

    private static ParameterModel Read(IParameterSymbol own, IParameterSymbol declared, IMethodSymbol method)
    {
        var isThis = method.IsExtensionMethod && own.Ordinal == 0 ? "this " : "";
        var isParams = declared.IsParams ? "params " : "";
        return new ParameterModel(
            TypeText(declared.Type, method),
            Escape(own.Name),
            AttributeReader.OfParameter(declared) + isThis + ByReference(own.RefKind) + isParams,
            DefaultValue.Read(declared),
            CoroutineSymbols.IsHandle(own.Type),
            TypeFacts.HoldsReferences(own.Type));
    }

    public static string ByReference(RefKind kind) => kind switch
    {
        RefKind.None => "",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        RefKind.RefReadOnlyParameter => "ref readonly ",
        _ => "ref ",
    };

    private static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
