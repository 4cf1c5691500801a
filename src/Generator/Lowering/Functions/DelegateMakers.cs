using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator.Lowering.Functions;

/// <summary>
/// Members that make delegates of lifted functions, out of what those capture:
/// <code>
/// private static Action&lt;int&gt; Serve__Delegate1(Serve__Scope1 __scope1) => __scope1.__delegate1 ??= (int n) => Serve__Add_1(__scope1, n);
/// private static CoFunc&lt;int&gt; Serve__Delegate2(int n) => CoroutineServices.Function&lt;int&gt;(() => Serve__Lambda_2(n));
/// </code>
/// The first is kept in the scope object: two conversions of one local function are equal, so that <c>-=</c> undoes <c>+=</c>.
/// </summary>
internal sealed class DelegateMakers
{
    private readonly Dictionary<(LiftedFunction, string), string> _names = [];
    private readonly List<string> _members = [];

    public IReadOnlyList<string> Members => _members;

    /// <summary>The name of the maker, with type arguments.</summary>
    public string Get(LiftedFunction function, IMethodSymbol use, INamedTypeSymbol type, LoweringContext context)
    {
        var key = (function, TypeFacts.Text(type) + function.TypeArguments(use));
        if (!_names.TryGetValue(key, out var name))
        {
            name = GeneratedNames.DelegateMaker(context.Signature.UniqueName, _members.Count + 1);
            _names.Add(key, name);
            _members.Add(Member(name, function, use, type, context));
        }

        return name + context.Signature.TypeParameters;
    }

    private static string Member(string name, LiftedFunction function, IMethodSymbol use, INamedTypeSymbol type, LoweringContext context)
    {
        var parameters = string.Join(", ", function.Captures.Select(capture => $"{capture.Type} {capture.Name}"));
        var constraints = context.Signature.FrameConstraints.Length == 0 ? "" : " " + context.Signature.FrameConstraints;
        var target = function.Name + function.TypeArguments(use);
        var value = function.IsCoroutine ? OfCoroutine(function, target, type) : Kept(function, type, context) + OfLocalFunction(function, target, type);
        var modifiers = (context.Signature.IsStatic ? "private static" : "private") + (context.IsUnsafe || context.Signature.IsUnsafe ? " unsafe" : "");
        return $"{modifiers} {TypeFacts.Text(type)} {name}{context.Signature.TypeParameters}({parameters}){constraints} => {value};";
    }

    private static string OfCoroutine(LiftedFunction function, string target, INamedTypeSymbol type)
    {
        var captures = string.Join(", ", function.Captures.Select(capture => capture.Name));
        return $"{GeneratedNames.Services}.Function{LiftedFunction.List([.. type.TypeArguments.Select(TypeFacts.Text)])}(() => {target}({captures}))";
    }

    private static string OfLocalFunction(LiftedFunction function, string target, INamedTypeSymbol type)
    {
        var invoke = type.DelegateInvokeMethod!;
        var parameters = invoke.Parameters.Select((p, i) => $"{Modifier(p.RefKind)}{TypeFacts.Text(p.Type)} __{i}");
        var arguments = function.Captures.Select(capture => capture.Name).Concat(invoke.Parameters.Select((p, i) => $"{Modifier(p.RefKind)}__{i}"));
        return $"({string.Join(", ", parameters)}) => {(invoke.ReturnsByRef || invoke.ReturnsByRefReadonly ? "ref " : "")}{target}({string.Join(", ", arguments)})";
    }

    /// <summary>The field of the innermost scope object that keeps the delegate. One whose type may depend on type parameters that the object does not know is made anew.</summary>
    private static string Kept(LiftedFunction function, INamedTypeSymbol type, LoweringContext context)
    {
        var owners = function.Captures.OfType<Capture.Holder>().Select(holder => (holder.Name, Owner: context.OwnerOf(holder.Name))).Where(holder => holder.Owner is not null);
        var scopes = owners.Select(holder => (Scope: holder.Owner!.Variables.ScopeNamed(holder.Name), holder.Owner.Signature.TypeParameters));
        var (innermost, typeParameters) = scopes.OrderByDescending(holder => holder.Scope.Depth).FirstOrDefault();
        if (innermost is null || typeParameters != context.Signature.TypeParameters || function.Function.Symbol.IsGenericMethod)
            return "";
        return $"{innermost.Variable.Name}.{innermost.DelegateOf(function.Name, TypeFacts.Text(type))} ??= ";
    }

    private static string Modifier(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        RefKind.RefReadOnlyParameter => "ref readonly ",
        _ => "",
    };
}
