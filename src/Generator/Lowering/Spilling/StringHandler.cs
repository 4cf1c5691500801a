using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Lowering.Regions;
using CoroGen.Generator.Lowering.Rendering;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// An interpolated string that a handler of the user's takes:
/// <code>
/// log.Write($"{a} and {S(co),5}")
/// becomes
/// t1 = new Handler(5, 2, log, out t2);
/// if (!t2) goto end;
/// if (!t1.AppendFormatted(a)) goto end;
/// if (!t1.AppendLiteral(" and ")) goto end;
/// t3 = S(co);
/// if (!t1.AppendFormatted(t3, alignment: 5)) goto end;
/// end: log.Write(t1)
/// </code>
/// A handler that is a ref struct does not survive the suspension.
/// </summary>
internal sealed class StringHandler
{
    private readonly IInterpolatedStringHandlerCreationOperation _creation;
    private readonly Variable _handler;
    private readonly Target _end;
    private readonly LoweringContext _context;

    private StringHandler(IInterpolatedStringHandlerCreationOperation creation, Variable handler, LoweringContext context)
    {
        (_creation, _handler, _context) = (creation, handler, context);
        _end = context.NewTarget("end");
    }

    /// <summary>Lowers the text if a handler takes it; otherwise the result is null.</summary>
    public static Fragment? TryLower(ExpressionSyntax text, LoweringContext context)
    {
        if (CreationOf(text, context) is not { Type: { } type, HandlerCreation: IObjectCreationOperation construction } creation)
            return null;
        if (type.IsRefLikeType)
        {
            context.Refuse(Rules.RefLikeAcrossSuspension, text, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), "make the string before, into a local");
            return Fragment.Plain("default");
        }

        var handler = new StringHandler(creation, context.NewTemp(type, text), context);
        handler.Construct(construction, text);
        foreach (var part in Parts(text))
            handler.Append(part);
        context.Mark(handler._end);
        var isReference = creation.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Ref };
        return Fragment.Stable($"{(isReference ? "ref " : "")}{handler._handler}");
    }

    /// <summary>The text, or the sum that it is a part of.</summary>
    public static ExpressionSyntax Whole(InterpolatedStringExpressionSyntax text)
    {
        ExpressionSyntax whole = text;
        while (whole.Parent is ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression })
            whole = (ExpressionSyntax)whole.Parent;
        return whole;
    }

    /// <summary>The handler that takes a text and asks who calls it, or for its holes' texts; else null.</summary>
    public static (INamedTypeSymbol Type, IMethodSymbol Constructor)? OfCaller(InterpolatedStringExpressionSyntax text, LoweringContext context)
    {
        var whole = Whole(text);
        if (context.Model.GetTypeInfo(whole).ConvertedType is not INamedTypeSymbol { SpecialType: SpecialType.None } type
            || !type.GetMembers().Any(CallerInfo.IsTold)
            || CreationOf(whole, context) is not { HandlerCreation: IObjectCreationOperation { Constructor: { } constructor } })
            return null;
        return (type, constructor);
    }

    private static IInterpolatedStringHandlerCreationOperation? CreationOf(ExpressionSyntax text, LoweringContext context)
    {
        var operation = context.Model.GetOperation(text);
        while (operation is not (null or IInterpolatedStringHandlerCreationOperation) && operation.Parent is { } parent && parent.Syntax.Span == text.Span)
            operation = parent;
        return operation as IInterpolatedStringHandlerCreationOperation;
    }

    /// <summary>The parts of the text, also of several that are added.</summary>
    private static IEnumerable<InterpolatedStringContentSyntax> Parts(ExpressionSyntax text) => text switch
    {
        InterpolatedStringExpressionSyntax single => single.Contents,
        ParenthesizedExpressionSyntax inner => Parts(inner.Expression),
        BinaryExpressionSyntax sum => Parts(sum.Left).Concat(Parts(sum.Right)),
        _ => [],
    };

    private void Construct(IObjectCreationOperation construction, ExpressionSyntax text)
    {
        var wanted = _creation.HandlerCreationHasSuccessParameter ? _context.NewTemp(_context.Model.Compilation.GetSpecialType(SpecialType.System_Boolean), text) : null;
        var told = construction.Constructor is { } constructor ? CallerInfo.ArgumentsToAdd(constructor, text, hole: null, _context) : [];
        var arguments = Fragment.Join(construction.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue).Select(argument => Argument(argument, wanted)).Concat(told.Select(Fragment.Plain)), ", ");
        _context.Emit($"{new Definition(_handler)} = new {_handler.Type.TrimEnd('?')}({arguments});", text);
        if (wanted is not null)
            _context.EmitUnless(Fragment.Of($"{wanted}"), _end);
    }

    private Fragment Argument(IArgumentOperation argument, Variable? wanted)
    {
        if (argument.Value.DescendantsAndSelf().OfType<IInterpolatedStringHandlerArgumentPlaceholderOperation>().FirstOrDefault() is not { } placeholder)
            return Fragment.Plain($"{argument.Value.ConstantValue.Value}");
        return placeholder.PlaceholderKind switch
        {
            InterpolatedStringArgumentPlaceholderKind.TrailingValidityArgument => Fragment.Of($"out {new Definition(wanted!)}"),
            InterpolatedStringArgumentPlaceholderKind.CallsiteReceiver => Passed(argument, CallSite.Receiver(_creation, _context)),
            _ => Passed(argument, CallSite.Argument(_creation, placeholder.ArgumentIndex, _context)),
        };
    }

    private static Fragment Passed(IArgumentOperation argument, Fragment value) => argument.Parameter is { RefKind: RefKind.Ref } ? Fragment.Of($"ref {value}") : value;

    private void Append(InterpolatedStringContentSyntax part)
    {
        var call = part is InterpolationSyntax hole ? AppendFormatted(hole) : AppendLiteral((InterpolatedStringTextSyntax)part);
        if (_creation.HandlerAppendCallsReturnBool)
            _context.EmitUnless(call, _end, part);
        else
            _context.Emit($"{call};", part);
    }

    private Fragment AppendLiteral(InterpolatedStringTextSyntax text) => Fragment.Of($"{_handler}.AppendLiteral({Literal(text.TextToken)})");

    private Fragment AppendFormatted(InterpolationSyntax hole)
    {
        var text = new FragmentBuilder();
        text.AppendFormatted(Fragment.Of($"{_handler}.AppendFormatted({ExpressionLowering.Lower(hole.Expression, _context)}"));
        if (hole.AlignmentClause is { } alignment)
            text.AppendFormatted(Fragment.Of($", alignment: {_context.Render(alignment.Value)}"));
        if (hole.FormatClause is { } format)
            text.AppendLiteral($", format: {Literal(format.FormatStringToken)}");
        foreach (var told in AppendOf(hole) is { } append ? CallerInfo.ArgumentsToAdd(append, hole, hole.Expression, _context) : [])
            text.AppendLiteral($", {told}");
        text.AppendLiteral(")");
        return text.Build();
    }

    private IMethodSymbol? AppendOf(InterpolationSyntax hole) => _creation.Descendants().OfType<IInterpolatedStringAppendOperation>()
        .Where(append => append.Syntax == hole).Select(append => append.AppendCall).OfType<IInvocationOperation>().FirstOrDefault()?.TargetMethod;

    /// <summary>The token's text as a string. Braces are doubled in all but raw strings.</summary>
    private static string Literal(SyntaxToken token)
    {
        var text = token.ValueText;
        if (!Interpolation.IsRaw(token.Parent!.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>()!))
            text = text.Replace("{{", "{").Replace("}}", "}");
        return SymbolDisplay.FormatLiteral(text, quote: true);
    }
}
