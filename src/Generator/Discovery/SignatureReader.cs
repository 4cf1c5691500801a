using CoroGen.Generator.Lowering;
using CoroGen.Generator.Model;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Discovery;

/// <summary>Reads a coroutine method's symbol into its model, which is all that factory, frame and callers need.</summary>
internal static class SignatureReader
{
    private static readonly SymbolDisplayFormat CrefFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    /// <summary>The model, or null when nothing can be added to the type.</summary>
    /// <param name="method">The method.</param>
    /// <param name="verdict">What the rules say of its signature.</param>
    public static SignatureModel? Read(CoroutineMethod method, SignatureVerdict verdict)
    {
        if (verdict.ForbidsMembers)
            return null;
        var signature = ReadHead(method, verdict);
        if (verdict.RefusedBy is { } rule)
            signature = signature.WithBodies(rule);
        return verdict.IsBare ? BareSignature.Of(signature, method) : signature;
    }

    private static SignatureModel ReadHead(CoroutineMethod method, SignatureVerdict verdict)
    {
        var symbol = method.Symbol;
        return new SignatureModel(
            HomeReader.Read(method),
            method.Syntax.Identifier.Text,
            UniqueNames.Of(symbol),
            ExplicitInterface(symbol),
            AttributeReader.OfMethod(method.Declared),
            ModifierReader.Read(method),
            ReturnType(method, verdict),
            ConstraintReader.TypeParameters(symbol),
            ConstraintReader.OfDeclaration(method),
            ConstraintReader.OfFrame(symbol),
            ParameterReader.Read(method),
            symbol.IsStatic,
            symbol.IsExtensionMethod,
            method.HasBody,
            verdict.HasFactory,
            method.HasBody && ModifierReader.IsDispatched(symbol),
            method.IsOblivious,
            Cref(symbol),
            RefusedBy: null)
        {
            TypeParameterAttributes = AttributeReader.OfTypeParameters(symbol),
            CanSuppress = AttributeReader.CanSuppress(method.Declared),
            Block = Block(method),
        };
    }

    /// <summary>With a receiver, an extension method can stand outside.</summary>
    private static BlockModel? Block(CoroutineMethod method) => method is { IsCalledOnType: true, Block: var block } && ExtensionBlocks.Receiver(block) is { } receiver
        ? new BlockModel(ParameterReader.TypeText(receiver.Type, method.Symbol), block!.Arity, ConstraintReader.Of(method.Symbol.TypeParameters.Take(block.Arity)))
        : null;

    private static string ExplicitInterface(IMethodSymbol method) =>
        method.ExplicitInterfaceImplementations.FirstOrDefault() is { } implemented ? TypeFacts.Text(implemented.ContainingType) + "." : "";

    private static string? ReturnType(CoroutineMethod method, SignatureVerdict verdict)
    {
        if (method.Declared.ReturnsVoid)
            return null;
        return verdict.ResultIsUnusable ? "dynamic" : ParameterReader.TypeText(method.Declared.ReturnType, method.Symbol);
    }

    private static string Cref(IMethodSymbol method)
    {
        var parameters = method.Parameters.Select(p => Modifier(p.RefKind) + p.Type.ToDisplayString(CrefFormat));
        return $"{CoroutineSymbols.SimpleName(method)}{ConstraintReader.TypeParameters(method)}({string.Join(", ", parameters)})"
            .Replace('<', '{').Replace('>', '}');
    }

    private static string Modifier(RefKind kind) => kind == RefKind.None ? "" : "ref ";
}
