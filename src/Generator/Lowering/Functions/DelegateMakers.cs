using CoroGen.Generator.Discovery;
using CoroGen.Generator.Emission;
using CoroGen.Generator.Lowering.Locals;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Lowering.Functions;

/// <summary>
/// Members that make delegates of lifted functions, out of what those capture:
/// <code>
/// private static Action&lt;int&gt; Serve__Delegate1(Serve__Scope1 __scope1) => __scope1.__delegate1 ??= (int n) => Serve__Add_1(__scope1, n);
/// private static CoFunc&lt;int&gt; Serve__Delegate2(int n) => CoroutineServices.Function&lt;int&gt;(() => Serve__Lambda_2(n));
/// private static CoFunc&lt;__T1&gt; Serve__Delegate3&lt;__T1&gt;(Action&lt;__T1&gt; __types) where __T1 : class => CoroutineServices.Function&lt;__T1&gt;(() => Serve__Lambda_3&lt;__T1&gt;());
/// </code>
/// The first is kept in the scope object: two conversions of one local function are equal, so that <c>-=</c> undoes <c>+=</c>. The third is of a type
/// without a name, which is inferred where it is called.
/// </summary>
internal sealed class DelegateMakers
{
    private readonly Dictionary<(LiftedFunction, string), (string Name, WrittenType Types)> _makers = [];
    private readonly List<string> _members = [];

    public IReadOnlyList<string> Members => _members;

    /// <summary>The name of the maker, with type arguments, unless they are inferred: from a first argument, of the second type.</summary>
    public (string Name, WrittenType Types) Get(LiftedFunction function, IMethodSymbol use, INamedTypeSymbol type, LoweringContext context)
    {
        var key = (function, TypeFacts.Text(type) + function.TypeArguments(use, []));
        if (!_makers.TryGetValue(key, out var maker))
        {
            var name = GeneratedNames.DelegateMaker(context.Signature.UniqueName, _members.Count + 1);
            var keeper = KeeperOf(function, context);
            var anonymous = TypeFacts.AnonymousParts([type, .. use.TypeArguments, .. function.ResultParts, .. keeper?.Type.Anonymous ?? []]);
            IReadOnlyList<string> typeParameters = [.. context.Signature.TypeParameterNames, .. anonymous.Select((_, index) => GeneratedNames.TypeParameter(index))];
            maker = (anonymous.Count == 0 ? name + context.Signature.TypeParameters : name, new WrittenType(WrittenType.Carrier(typeParameters), anonymous));
            _makers.Add(key, maker);
            _members.Add(new Maker(name + LiftedFunction.List(typeParameters), maker.Types, function, use, type, keeper).Member(context));
        }

        return maker;
    }

    /// <summary>The innermost scope object, which keeps the delegate. One whose type may depend on type parameters that the object does not know is made anew.</summary>
    private static ClosureScope? KeeperOf(LiftedFunction function, LoweringContext context)
    {
        if (function.IsCoroutine)
            return null;
        var owners = function.Captures.OfType<Capture.Holder>().Select(holder => (holder.Name, Owner: context.OwnerOf(holder.Name))).Where(holder => holder.Owner is not null);
        var scopes = owners.Select(holder => (Scope: holder.Owner!.Variables.ScopeNamed(holder.Name), holder.Owner.Signature.TypeParameters));
        var (innermost, typeParameters) = scopes.OrderByDescending(holder => holder.Scope.Depth).FirstOrDefault();
        return typeParameters == context.Signature.TypeParameters ? innermost : null;
    }

    /// <summary>One of them.</summary>
    /// <param name="Head">Its name with type parameters.</param>
    /// <param name="Types">What its type arguments are inferred from, unless they all have names.</param>
    /// <param name="Function">The function.</param>
    /// <param name="Use">The function with the type arguments of the use.</param>
    /// <param name="Type">The delegate's type.</param>
    /// <param name="Keeper">The object that keeps the delegate, or null.</param>
    private sealed record Maker(string Head, WrittenType Types, LiftedFunction Function, IMethodSymbol Use, INamedTypeSymbol Type, ClosureScope? Keeper)
    {
        /// <summary>An anonymous delegate type is that of the lambda; the caller casts to it.</summary>
        private string Result => Type.IsAnonymousType ? "object" : Text(Type);

        private string Target => Function.Name + Function.TypeArguments(Use, Types.Anonymous);

        private IEnumerable<string> Captures => Function.Captures.Select(capture => capture is Capture.Types ? "null" : capture.Name);

        public string Member(LoweringContext context)
        {
            var parameters = Function.Captures.Where(capture => capture is not Capture.Types)
                .Select(capture => $"{(capture.Name == Keeper?.Variable.Name ? Keeper.TypeAmong(Types.Anonymous).Text : capture.Type.Stored)} {capture.Name}")
                .ToList();
            if (!Types.IsNamed)
                parameters.Insert(0, $"{Types.Text} {GeneratedNames.Types}");
            var constraints = string.Concat(Types.Anonymous.Select((_, index) => $" where {GeneratedNames.TypeParameter(index)} : class").Prepend(context.Signature.FrameConstraints.Length == 0 ? "" : " " + context.Signature.FrameConstraints));
            var modifiers = (FunctionSignature.IsStatic(Function.Function.Symbol, context.Signature) ? "private static" : "private") + (context.IsUnsafe || context.Signature.IsUnsafe ? " unsafe" : "");
            var attributes = string.Concat(CodeAttributes.In(context.Signature.Attributes).Select(attribute => attribute + " "));
            return $"{attributes}{modifiers} {Result} {Head}({string.Join(", ", parameters)}){constraints} => {(Function.IsCoroutine ? OfCoroutine() : Kept(OfLocalFunction()))};";
        }

        private string OfCoroutine() =>
            $"{GeneratedNames.Services}.Function{LiftedFunction.List([.. Type.TypeArguments.Select(Text)])}(() => {Target}({string.Join(", ", Captures)}))";

        private string OfLocalFunction()
        {
            var invoke = Type.DelegateInvokeMethod!;
            var parameters = invoke.Parameters.Select((p, i) => Type.IsAnonymousType ? ParameterReader.Declaration(p, $"__{i}") : $"{ParameterReader.Modifiers(p)}{Text(p.Type)} __{i}");
            var arguments = Captures.Concat(invoke.Parameters.Select((p, i) => $"{ByReference(p.RefKind)}__{i}"));
            return $"({string.Join(", ", parameters)}) => {(invoke.ReturnsByRef || invoke.ReturnsByRefReadonly ? "ref " : "")}{Target}({string.Join(", ", arguments)})";
        }

        /// <summary>A field of a type without a name is an object.</summary>
        private string Kept(string lambda)
        {
            var field = Keeper is null ? "" : $"{Keeper.Variable.Name}.{Keeper.DelegateOf(Function.Name + Function.TypeArguments(Use, []), Type)} ??= ";
            return TypeFacts.IsUnspeakable(Type) ? $"({Result})({field}({Result})({lambda}))" : field + lambda;
        }

        private string Text(ITypeSymbol type) => TypeFacts.Text(type, Types.Anonymous);

        private static string ByReference(RefKind kind) => kind == RefKind.RefReadOnlyParameter ? "in " : ParameterReader.ByReference(kind);
    }
}
