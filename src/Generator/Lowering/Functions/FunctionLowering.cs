using CoroGen.Generator.Discovery;
using CoroGen.Generator.Emission;
using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Lowering.Rendering;
using CoroGen.Generator.Lowering.Spilling;
using CoroGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Functions;

/// <summary>
/// Lowers the functions of a body that become members of the type. A coroutine function gets a state machine like a method's:
/// <code>
/// [Coroutine] int Fry(Co co, int n) { total += n; … }     in a coroutine Serve
/// becomes
/// private static bool Serve__Fry_1__Run(ref Frame? __frame, out int __result, Serve__Scope1 __scope1, Co co, int n) { __scope1.total += n; … }
/// </code>
/// Any other is copied, with what it captures as parameters.
/// </summary>
internal static class FunctionLowering
{
    public static IReadOnlyList<FunctionModel> LowerAll(LoweringContext context, CancellationToken cancellation)
    {
        var models = new List<FunctionModel>();
        foreach (var function in context.Functions.Own)
        {
            if (!function.IsCoroutine)
            {
                models.Add(Copy(function, context, cancellation));
                continue;
            }

            var lowered = MethodLowering.Lower(function, context, cancellation);
            context.Refusals.AddRange(lowered.Refusals);
            if (lowered.Machine is not null)
                models.Add(new FunctionModel.Coroutine(lowered.Machine));
        }

        return models;
    }

    private static FunctionModel.Copied Copy(LiftedFunction function, LoweringContext outer, CancellationToken cancellation)
    {
        var syntax = (LocalFunctionStatementSyntax)function.Function.Syntax;
        var nodes = outer.Nodes.In(CoroutineFunctions.BodyOf(syntax) ?? syntax);
        var signature = FunctionSignature.Of(function, outer);
        var variables = new VariableTable(signature.UniqueName, signature.TypeParameters, outer.Model);
        var locals = HoistedLocals.Find(nodes, SuspensionAnalysis.None, outer.Model);
        var context = new LoweringContext(signature, function.Function.Symbol, nodes, outer.Model, SuspensionAnalysis.None, locals, variables, outer);
        var names = syntax.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).ToLookup(token => token.Parent is SimpleNameSyntax, token => token.ValueText);
        variables.Take(names[true].Except(function.Captures.OfType<Capture.Value>().Select(value => value.Symbol.Name)).Concat(names[false]));
        CapturedVariables.Add(function, context, isStable: true);
        FunctionPlan.Fill(context, signature, CaptureAnalysis.None(context));

        CheckedCode.Enter(syntax, context);
        var code = Body(syntax, context);
        var head = Head(function, syntax, context);
        var inner = LowerAll(context, cancellation);
        outer.Refusals.AddRange(context.Refusals);
        return new FunctionModel.Copied(head, new PlacedText(code.Text, code.Places.ToEquatable()), inner.ToEquatable(), context.Makers.Members.ToEquatable());
    }

    private static Fragment Body(LocalFunctionStatementSyntax function, LoweringContext context)
    {
        var code = CoroutineFunctions.BodyOf(function) is { } body ? Render(body) : Fragment.Empty;
        var start = string.Concat(LocalDeclarations.OfCaptured(context.Variables)) + context.Overflow;
        return function switch
        {
            { Body: not null } => start.Length == 0 ? code : Fragment.Of($"{{ {start} {code} }}"),
            { ExpressionBody.Expression: { } value } when start.Length > 0 => Fragment.Of($"{{ {start} {{ {Statement(value)} {Plumbing.Begins}}} }}"),
            _ => Fragment.Of($"{code};"),
        };

        Fragment Statement(ExpressionSyntax value)
        {
            var place = context.Places.Claim(value.Span);
            return Fragment.Of($"{(context.Method.ReturnsVoid ? "" : "return ")}{Render(value)};").At(place);
        }

        Fragment Render(SyntaxNode part) => new Renderer(context).RenderFunctionPart(function, part);
    }

    private static string Head(LiftedFunction function, LocalFunctionStatementSyntax syntax, LoweringContext context)
    {
        var parameters = CapturedVariables.Parameters(context).Select(parameter => parameter.Declaration).Concat(syntax.ParameterList.Parameters.Select(Render));
        var known = context.Signature.Modifiers;
        var own = syntax.Modifiers.Select(modifier => modifier.Text + " ").Where(modifier => !known.Contains(modifier) && modifier != "unsafe ");
        var isUnsafe = (context.IsUnsafe || syntax.Modifiers.Any(SyntaxKind.UnsafeKeyword)) && !context.Signature.IsUnsafe ? "unsafe " : "";
        var attributes = context.Signature.Attributes.Split('\n').Except(CodeAttributes.In(AttributeReader.OfMethod(context.Method))).Where(attribute => attribute.Length > 0);
        return string.Concat(syntax.AttributeLists.Select(Render).Concat(attributes).Select(list => list + " "))
            + known + isUnsafe + string.Concat(own) + Render(syntax.ReturnType)
            + $" {function.Name}{context.Signature.TypeParameters}({string.Join(", ", parameters)}){(context.Signature.FrameConstraints.Length == 0 ? "" : " " + context.Signature.FrameConstraints)}";

        string Render(SyntaxNode part) => new Renderer(context).RenderFunctionPart(syntax, part).Text;
    }
}
