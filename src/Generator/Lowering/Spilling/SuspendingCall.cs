using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Lowering.Rendering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>Where the result of a suspending call goes.</summary>
internal sealed record Destination(Variable? Variable, string? Text)
{
    /// <summary>A fresh temporary.</summary>
    public static readonly Destination Temp = new(null, null);

    /// <summary>Nowhere.</summary>
    public static readonly Destination Discard = new(null, "_");

    /// <summary>The coroutine's own result.</summary>
    public static readonly Destination Result = new(null, GeneratedNames.ResultParameter);

    public static Destination To(Variable variable) => new(variable, variable.Name);
}

/// <summary>
/// A suspension point:
/// <code>
/// var x = a.Fetch(co, url);
/// becomes
/// if (a.Fetch__Run(ref __callee, out x, co, url)) goto __done_1;
/// save what is live; return CoroutineServices.Suspend(…);
/// __resume_1:
/// x = CoroutineServices.End&lt;string&gt;(co);
/// __done_1:
/// </code>
/// </summary>
internal static class SuspendingCall
{
    /// <summary>Emits the call; the result is what the destination holds.</summary>
    public static Fragment Lower(InvocationExpressionSyntax call, Destination destination, LoweringContext context)
    {
        var method = (IMethodSymbol)context.Model.GetSymbolInfo(call).Symbol!;
        Operands.Evaluate([.. Receivers.OfCall(call, context), .. Operands.Arguments(call.ArgumentList, context)], context);

        var variable = destination.Variable;
        var isNamed = destination == Destination.Temp
            || destination == Destination.Discard && (context.Parameters.Any(p => p.Name == "_") || TypeFacts.IsUnspeakable(method.ReturnType));
        if (isNamed && !method.ReturnsVoid)
            variable = context.NewTemp(method.ReturnType, call);
        var result = method.ReturnsVoid ? null : variable?.Name ?? destination.Text;
        Emit(Render(call, method, result, context), method, variable, result, call, context);
        return variable is null ? Fragment.Empty : Fragment.Stable($"{variable}");
    }

    /// <summary>Emits a call that C# makes by itself, <c>receiver.Name(co)</c>.</summary>
    public static void Lower(Fragment receiver, IMethodSymbol method, Variable? result, SyntaxNode source, LoweringContext context)
    {
        var output = result is null ? "" : $", out {result.Name}";
        var call = Fragment.Of($"{receiver}.{GeneratedNames.Run(method.Name)}(ref {GeneratedNames.Callee}{output}, {context.Handle})");
        Emit(call, method, result, result?.Name, source, context);
    }

    private static void Emit(Fragment call, IMethodSymbol method, Variable? variable, string? result, SyntaxNode place, LoweringContext context)
    {
        var state = context.Lines.Count;
        context.Lines.Add(context.Places.SpanOf(place.Span).StartLine + 1);
        context.Code.Add(new Suspension(state, Fragment.Of($"if ({call})").At(context.Places.Take()))
        {
            Result = method.ReturnsVoid ? null : variable,
            ResultText = result,
            ResultType = method.ReturnsVoid ? null : TypeFacts.IsUnspeakable(method.ReturnType) ? "" : TypeFacts.Text(method.ReturnType),
            Overflow = context.Overflow,
        });
    }

    /// <summary>Whether the callee can write the variable itself: then nobody may see it before the call completes.</summary>
    public static bool Fits(InvocationExpressionSyntax call, Variable variable, LoweringContext context) =>
        variable is { Scope: null, IsPinned: false, RefPrefix: "" }
        && context.TryDepth == 0
        && context.Model.GetSymbolInfo(call).Symbol is IMethodSymbol method
        && SymbolEqualityComparer.Default.Equals(method.ReturnType, variable.Symbol);

    private static Fragment Render(InvocationExpressionSyntax call, IMethodSymbol method, string? result, LoweringContext context)
    {
        var text = new FragmentBuilder();
        var function = call.Expression is SimpleNameSyntax name ? LiftedUses.Named(name, context) : null;
        if (function is not null)
            text.AppendLiteral(GeneratedNames.Run(function.Name) + function.TypeArguments(method));
        else
            WriteTarget(call.Expression, method, text, context);
        text.AppendLiteral("(");

        var arguments = call.ArgumentList.Arguments.Select(context.Render).ToList();
        var leading = method.IsExtensionMethod && method.ReducedFrom is null ? 1 : 0;
        // After an argument that is out of its place only named ones may follow.
        var isNamed = leading == 1 && call.ArgumentList.Arguments[0].NameColon is { Name.Identifier.ValueText: var first } && first != method.Parameters[0].Name;
        var added = new List<Fragment> { Fragment.Plain($"{(isNamed ? GeneratedNames.FrameParameter + ": " : "")}ref {GeneratedNames.Callee}") };
        if (result is not null)
            added.Add(Fragment.Plain($"{(isNamed ? GeneratedNames.ResultParameter + ": " : "")}out {result}"));
        if (function is not null)
            added.AddRange(LiftedUses.Captures(function, method, new Renderer(context)));
        else if (method.MethodKind == MethodKind.DelegateInvoke)
            added.Add(Delegate(call.Expression, context));
        arguments.InsertRange(leading, added);
        arguments.AddRange(CallerInfo.ArgumentsToAdd(call, call.ArgumentList, context).Select(Fragment.Plain));
        text.AppendList(arguments);
        text.AppendLiteral(")");
        return text.Build();
    }

    /// <summary>The delegate that is called, with <c>Invoke</c> or without.</summary>
    private static Fragment Delegate(ExpressionSyntax called, LoweringContext context)
    {
        var isInvoke = context.Model.GetSymbolInfo(called).Symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke };
        return called switch
        {
            MemberAccessExpressionSyntax access when isInvoke => Value(access.Expression),
            MemberBindingExpressionSyntax when isInvoke => context.Receivers[called],
            _ => Value(called),
        };

        Fragment Value(ExpressionSyntax value) => context.Replacements.TryGetValue(value, out var known) ? known : context.Render(value);
    }

    private static void WriteTarget(ExpressionSyntax target, IMethodSymbol method, FragmentBuilder text, LoweringContext context)
    {
        switch (target)
        {
            case var _ when method.MethodKind == MethodKind.DelegateInvoke:
                text.AppendLiteral($"{GeneratedNames.Services}.{GeneratedNames.Run("Invoke")}");
                break;
            case MemberAccessExpressionSyntax access:
                text.AppendFormatted(context.Replacements.TryGetValue(access.Expression, out var receiver) ? receiver : context.Render(access.Expression));
                text.AppendLiteral(".");
                WriteName(access.Name, text, context);
                break;
            case MemberBindingExpressionSyntax binding:
                text.AppendFormatted(context.Receivers[binding]);
                text.AppendLiteral(".");
                WriteName(binding.Name, text, context);
                break;
            case SimpleNameSyntax name:
                WriteName(name, text, context);
                break;
        }
    }

    private static void WriteName(SimpleNameSyntax name, FragmentBuilder text, LoweringContext context)
    {
        text.AppendLiteral(GeneratedNames.Run(name.Identifier.Text));
        if (name is GenericNameSyntax generic)
            text.AppendFormatted(context.Render(generic.TypeArgumentList));
    }
}
