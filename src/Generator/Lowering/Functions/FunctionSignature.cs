using CoroGen.Generator.Discovery;
using CoroGen.Generator.Emission;
using CoroGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Lowering.Functions;

/// <summary>The signature of the member that a coroutine function becomes, without what it captures.</summary>
internal static class FunctionSignature
{
    public static SignatureModel Of(LiftedFunction function, LoweringContext context)
    {
        var outer = context.Signature;
        var symbol = function.Function.Symbol;
        var constraints = string.Join(" ", function.ResultConstraints.Prepend(ConstraintReader.OfFrame(symbol)).Prepend(outer.FrameConstraints).Where(text => text.Length > 0));
        var isStatic = IsStatic(symbol, outer);
        return outer with
        {
            Name = function.Name,
            UniqueName = function.Name,
            DisplayName = symbol.MethodKind == MethodKind.LocalFunction ? symbol.Name : "lambda in " + context.MemberName,
            ExplicitInterface = "",
            Attributes = CodeAttributes.Inside(outer.Attributes, AttributeReader.OfMethod(symbol)),
            CanSuppress = outer.CanSuppress || AttributeReader.CanSuppress(symbol),
            Modifiers = (isStatic ? "private static " : "private ") + (outer.IsUnsafe ? "unsafe " : ""),
            ReturnType = symbol.ReturnsVoid ? null : function.ResultType,
            Block = null,
            TypeParameters = LiftedFunction.List(function.TypeParameters),
            Constraints = constraints,
            FrameConstraints = constraints,
            Parameters = ParameterReader.Read(symbol),
            IsStatic = isStatic,
            IsExtension = false,
            HasBody = true,
            HasFactory = true,
            IsDispatched = false,
            Cref = "",
        };
    }

    /// <summary>Whether the member is static: neither a function inside a method of a struct nor one in a static function can use <c>this</c>.</summary>
    public static bool IsStatic(IMethodSymbol function, SignatureModel outer) =>
        outer.IsStatic || outer.Home.IsStruct || function.IsStatic
        || (function.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } around && IsStatic(around, outer));
}
