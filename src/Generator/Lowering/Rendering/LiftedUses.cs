using CoroGen.Generator.Lowering.Functions;
using CoroGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Generator.Lowering.Rendering;

/// <summary>
/// Uses of functions that have become members of the type:
/// <code>
/// Add(n)                      becomes   Serve__Add_1(__scope1, n)
/// Action&lt;int&gt; a = Add;        becomes   Action&lt;int&gt; a = Serve__Delegate1(__scope1);
/// co.Launch(co => Fry(co, n)) becomes   co.Launch(Serve__Delegate2(n))
/// </code>
/// and of coroutine methods as delegates, which are made of their factories: <c>Fry</c> → <c>CoroutineServices.Function(Fry)</c>.
/// </summary>
internal static class LiftedUses
{
    /// <summary>A lambda, or a local function's name that is not called.</summary>
    public static bool TryWriteDelegate(ExpressionSyntax node, Renderer renderer)
    {
        var context = renderer.Context;
        var function = node is SimpleNameSyntax name ? Named(name, context) : context.Functions.At(node);
        if (function is null)
            return node is not AnonymousFunctionExpressionSyntax && TryWriteCoroutineMethod(node, renderer);
        if (DelegateTypeOf(node, context) is not { } type)
            return false;
        var use = function.IsCoroutine && node is AnonymousFunctionExpressionSyntax ? function.Function.Symbol : (IMethodSymbol)context.Model.GetSymbolInfo(node).Symbol!;
        renderer.Around(node, () =>
        {
            if (function.IsCoroutine || function.Captures.Count > 0)
                WriteMaker(node, function, use, type, renderer);
            else
                renderer.Text.AppendLiteral(function.Name + function.TypeArguments(use));
        });
        return true;
    }

    private static void WriteMaker(ExpressionSyntax node, LiftedFunction function, IMethodSymbol use, INamedTypeSymbol type, Renderer renderer)
    {
        var witnesses = renderer.Context.Variables.Witnesses;
        var maker = renderer.Context.Makers.Get(function, use, type, renderer.Context);
        var types = witnesses.Of(maker.Types) is { } witness ? new[] { Fragment.Plain(witness) } : [];
        var call = Fragment.Of($"{maker.Name}({new FragmentBuilder().AppendList([.. types, .. Captures(function, use, renderer, capture => capture is not Capture.Types)]).Build()})");
        var (open, close) = ParenthesesFor(node);
        renderer.Text.AppendFormatted(type.IsAnonymousType ? Fragment.Of($"{open}{witnesses.Cast(type, call)}{close}") : call);
    }

    /// <summary>In a hole of an interpolated string the colons of a name would begin the format.</summary>
    private static (string Open, string Close) ParenthesesFor(ExpressionSyntax node) => node.FirstAncestorOrSelf<InterpolationSyntax>() is null ? ("", "") : ("(", ")");

    /// <summary>A call of a local function.</summary>
    public static bool TryWriteCall(InvocationExpressionSyntax call, Renderer renderer)
    {
        if (call.Expression is not SimpleNameSyntax name || Named(name, renderer.Context) is not { } function)
            return false;
        var use = (IMethodSymbol)renderer.Context.Model.GetSymbolInfo(call).Symbol!;
        renderer.Around(call, () =>
        {
            renderer.Text.AppendLiteral($"{function.Name}{function.TypeArguments(use)}(");
            var arguments = Captures(function, use, renderer)
                .Concat(call.ArgumentList.Arguments.Select(argument => renderer.RenderPart(argument)))
                .Concat(CallerInfo.ArgumentsToAdd(call, call.ArgumentList, renderer.Context).Select(Fragment.Plain));
            renderer.Text.AppendList(arguments);
            renderer.Text.AppendLiteral(")");
        });
        return true;
    }

    /// <summary>The lifted function that a name means, or null.</summary>
    public static LiftedFunction? Named(SimpleNameSyntax name, LoweringContext context) =>
        context.Functions.Knows(name.Identifier.ValueText) && context.Model.GetSymbolInfo(name).Symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction } symbol
            ? context.Functions.Of(symbol)
            : null;

    /// <summary>What the function gets of the variables here, and of the type arguments of the use.</summary>
    public static IEnumerable<Fragment> Captures(LiftedFunction function, IMethodSymbol use, Renderer renderer, Func<Capture, bool>? which = null) => function.Captures
        .Where(which ?? (_ => true))
        .Select(capture => capture is Capture.Types ? Carrier(function.CarrierOf(use), renderer) : Argument(capture, renderer));

    private static Fragment Carrier(WrittenType type, Renderer renderer) => Fragment.Plain(renderer.Context.Variables.Witnesses.Of(type) ?? $"default({type.Text})");

    private static Fragment Argument(Capture capture, Renderer renderer)
    {
        var variables = renderer.Context.Variables;
        switch (capture)
        {
            case Capture.Value value when variables.Of(value.Symbol) is { Scope: null } variable:
                return Fragment.Of($"{variable}");
            case Capture.Reference reference when variables.Of(reference.Symbol) is not { Scope.IsReference: true }:
                return Fragment.Plain(variables.Witnesses.Convert(reference.Type, $"() => ref {GeneratedNames.Services}.Capture(ref {Escaped(reference.Symbol)})"));
        }

        var scope = capture switch
        {
            Capture.Holder holder => variables.ScopeNamed(holder.Name),
            Capture.Reference reference => variables.Of(reference.Symbol)!.Scope,
            Capture.Value value => variables.Of(value.Symbol)?.Scope,
            _ => null,
        };
        var member = capture is Capture.Value { Symbol: var symbol } ? variables.Of(symbol) : null;
        if (scope is null)
            return Fragment.Plain(Escaped(((Capture.Value)capture).Symbol));
        if (renderer.DelegateDepth == 0)
            return member is null ? Fragment.Of($"{scope.Variable}") : Fragment.Of($"{member}");

        var text = new FragmentBuilder();
        text.AppendLiteral(member is null ? scope.CopyName : scope.Access(scope.CopyName, member));
        text.Capture(scope);
        return text.Build();
    }

    private static string Escaped(ISymbol symbol) => Locals.VariableTable.Escaped(symbol.Name);

    private static bool TryWriteCoroutineMethod(ExpressionSyntax node, Renderer renderer)
    {
        if (!MayBeMethodGroup(node)
            || renderer.Context.Model.GetSymbolInfo(node).Symbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.ExplicitInterfaceImplementation } method
            || WellKnownAttributes.SuspensionKindOf(method) != SuspensionKind.Coroutine
            || DelegateTypeOf(node, renderer.Context) is not { } type
            || !Discovery.CoroutineSymbols.IsCoroutineDelegate(type))
        {
            return false;
        }

        renderer.Around(node, () =>
        {
            var (open, close) = ParenthesesFor(node);
            renderer.Text.AppendLiteral($"{open}{GeneratedNames.Services}.Function{LiftedFunction.List([.. type.TypeArguments.Select(TypeFacts.Text)])}(");
            renderer.WriteChildren(node);
            renderer.Text.AppendLiteral(")" + close);
        });
        return true;
    }

    private static bool MayBeMethodGroup(ExpressionSyntax node) => node is SimpleNameSyntax or MemberAccessExpressionSyntax && node.Parent switch
    {
        InvocationExpressionSyntax or QualifiedNameSyntax or TypeArgumentListSyntax or NameColonSyntax or NameEqualsSyntax => false,
        MemberAccessExpressionSyntax or MemberBindingExpressionSyntax => false,
        ExpressionSyntax or ArgumentSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax or ExpressionElementSyntax => true,
        _ => false,
    };

    private static INamedTypeSymbol? DelegateTypeOf(ExpressionSyntax node, LoweringContext context)
    {
        var operation = context.Model.GetOperation(node);
        while (operation is not (null or IDelegateCreationOperation))
            operation = operation.Parent;
        return operation?.Type as INamedTypeSymbol;
    }
}
