using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering.Functions;
using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Lowering.Regions;
using CoroGen.Generator.Lowering.Rendering;
using CoroGen.Generator.Model;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoroGen.Generator.Lowering;

/// <summary>What the lowering of one body shares: the facts found before, the code made so far, and where the next step goes.</summary>
internal sealed class LoweringContext(
    SignatureModel signature, IMethodSymbol method, SyntaxNodes nodes, SemanticModel model, SuspensionAnalysis suspensions, HoistedLocals locals, VariableTable variables, LoweringContext? outer)
{
    private ChangingVariables? _changing;
    private int _labels;
    private int _tries;
    private Variable? _pendingResult;

    public IMethodSymbol Method { get; } = method;

    /// <summary>The parameters, as the body knows them: the receiver of an extension block is the first.</summary>
    public IReadOnlyList<IParameterSymbol> Parameters { get; } = ExtensionBlocks.Parameters(method);

    /// <summary>The name of the handle.</summary>
    public string Handle => VariableTable.Escaped(ExtensionBlocks.Handle(Method)!.Name);

    public SyntaxNode Body => Nodes[0];

    /// <summary>The body and all nodes in it.</summary>
    public SyntaxNodes Nodes { get; } = nodes;

    public SemanticModel Model { get; } = model;

    public SuspensionAnalysis Suspensions { get; } = suspensions;

    public HoistedLocals Locals { get; } = locals;

    public VariableTable Variables { get; } = variables;

    /// <summary>The body round this one, when it is a function's.</summary>
    public LoweringContext? Outer { get; } = outer;

    /// <summary>The coroutine's signature, without what it captures.</summary>
    public SignatureModel Signature { get; } = signature;

    /// <summary>The name that C# knows the caller by: of the method, also inside its functions.</summary>
    public string MemberName { get; } = outer?.MemberName ?? method.Name;

    /// <summary>What stands for the path of the user's file in calls that ask for it.</summary>
    public string FilePath
    {
        get
        {
            TellsFile = Outer is null;
            return Outer?.FilePath ?? $"{Signature.FrameType}.{GeneratedNames.File}";
        }
    }

    /// <summary>Whether there are such calls.</summary>
    public bool TellsFile { get; private set; }

    /// <summary>Whether there are interpolated strings for a handler that asks who calls it, or for its holes' texts.</summary>
    public bool HasToldTexts { get; set; }

    /// <summary>The functions inside the body.</summary>
    public InnerFunctions Inner { get; } = InnerFunctions.Of(nodes, model, outer?.Inner);

    /// <summary>Those functions, here and further out, that are members of the type.</summary>
    public FunctionTable Functions { get; } = new(outer?.Functions);

    /// <summary>Members that make delegates of those functions.</summary>
    public DelegateMakers Makers { get; } = new();

    /// <summary>Local functions in copied scopes that may run later: they reach variables as lambdas do.</summary>
    public HashSet<SyntaxNode> Deferred { get; } = [];

    /// <summary>The variables that do not keep the value they begin with.</summary>
    public ChangingVariables Changing => _changing ??= Outer?.Changing ?? ChangingVariables.Around(Body, Model);

    public PointerAnalysis Pointers { get; } = PointerAnalysis.Of(nodes[0], model);

    public JumpTargets Jumps { get; } = new(model);

    public SourcePlaces Places { get; } = new(nodes);

    public List<Refusal> Refusals { get; } = [];

    /// <summary>Declarations of the body's constants.</summary>
    public List<string> Constants { get; } = [];

    /// <summary>The source line of each resume point, by state.</summary>
    public List<int> Lines { get; } = [];

    /// <summary>Nodes whose value is computed already, with what to write instead.</summary>
    public Dictionary<SyntaxNode, Fragment> Replacements { get; } = [];

    /// <summary>Receivers that a <c>?.</c> has tested, by the binding that uses them.</summary>
    public Dictionary<SyntaxNode, Fragment> Receivers { get; } = [];

    /// <summary>What the temporaries hold.</summary>
    public Dictionary<Variable, SyntaxNode> Temps { get; } = [];

    /// <summary>The list that the next step is added to: the method's, or that of a <c>try</c>.</summary>
    public List<Node> Code { get; set; } = [];

    /// <summary>The innermost region with a moved <c>finally</c>.</summary>
    public Region? Region { get; set; }

    /// <summary>How many <c>try</c> statements of the generated code are open.</summary>
    public int TryDepth { get; set; }

    /// <summary>The keyword of the innermost <c>checked</c> or <c>unchecked</c> that is open, or null.</summary>
    public string? Overflow { get; set; }

    /// <summary>The result of a <c>return</c> while moved <c>finally</c> blocks run. On every other way through them it does not matter.</summary>
    public Variable? PendingResult => _pendingResult ??= Method.ReturnsVoid ? null : Variables.NewTemp(Method.ReturnType);

    public bool IsUnsafe { get; } = nodes.Any(node => node is UnsafeStatementSyntax or PointerTypeSyntax or FunctionPointerTypeSyntax);

    public bool Suspends(SyntaxNode? node) => Suspensions.Contains(node);

    /// <summary>Notes what prevents the lowering, once for each place.</summary>
    public void Refuse(DiagnosticDescriptor rule, SyntaxNode place, params object[] arguments)
    {
        var location = place.GetLocation();
        if (!Refusals.Any(refusal => refusal.Rule == rule && refusal.Location == location))
            Refusals.Add(new Refusal(rule, location, arguments));
    }

    /// <summary>The node as generated code writes it.</summary>
    public Fragment Render(SyntaxNode node) => new Renderer(this).Render(node);

    public string NewLabel(string hint) => GeneratedNames.Label(hint, ++_labels);

    public int NextTry() => ++_tries;

    /// <summary>A label in the present region, to be marked later.</summary>
    public Target NewTarget(string hint) => new(NewLabel(hint), Region);

    /// <summary>The body that makes the scope objects of that name.</summary>
    public LoweringContext? OwnerOf(string holder) => Variables.Scopes.Any(scope => scope.Variable.Name == holder) ? this : Outer?.OwnerOf(holder);

    /// <summary>A temporary for the value of a node.</summary>
    public Variable NewTemp(ITypeSymbol type, SyntaxNode node, string refPrefix = "")
    {
        var temp = Variables.NewTemp(type, refPrefix);
        Temps.Add(temp, node);
        return temp;
    }

    /// <summary>
    /// The next code stands for this place of the user's, and what follows it is hidden until the next place: so a debugger stops once. Where no code
    /// comes, it stops at an empty statement.
    /// </summary>
    public void At(TextSpan place)
    {
        FlushPlace();
        Places.Set(place);
    }

    /// <summary>As <see cref="At"/>, if control can get here.</summary>
    public void AtEnd(TextSpan place)
    {
        if (Code.LastOrDefault() is not { FallsThrough: false })
            At(place);
    }

    /// <summary>What is emitted from here on does not stand for the last place any more.</summary>
    public void FlushPlace()
    {
        if (Places.Next is not null)
            Emit(Fragment.Plain($"; // {Places.LastText}"));
    }

    public void Emit(FragmentBuilder text, SyntaxNode? source = null, bool fallsThrough = true) => Emit(text.Build(), source, fallsThrough);

    public void Emit(Fragment code, SyntaxNode? source = null, bool fallsThrough = true) =>
        Code.Add(new Instruction(code.Text.Length == 0 ? code : code.At(Places.Take()), isPlumbing: source is null, fallsThrough, source is null or LocalFunctionStatementSyntax ? null : Overflow));

    public void Mark(Target target)
    {
        FlushPlace();
        Code.Add(new Label(target.Label));
    }

    public void EmitJump(Target target, SyntaxNode? source = null) => Emit(JumpTo(target), source, fallsThrough: false);

    /// <summary>What the variable is from here on does not matter.</summary>
    public void Forget(Variable variable) => Code.Add(Forgetting(variable));

    /// <summary>The step from which on it does not matter what the variable is.</summary>
    public static Node Forgetting(Variable variable) => new Instruction(Fragment.Of($"{new Definition(variable)}") with { Text = "" }, isPlumbing: true, fallsThrough: true);

    /// <summary>Jumps unless the condition holds.</summary>
    public void EmitUnless(Fragment condition, Target target, SyntaxNode? source = null) =>
        EmitConditional(Fragment.Of($"!{condition.AsOperand()}"), condition.Effects.WhenFalse, condition.Effects.WhenTrue, target, source);

    /// <summary>Jumps if the condition holds.</summary>
    public void EmitIf(Fragment condition, Target target, SyntaxNode? source = null) =>
        EmitConditional(condition, condition.Effects.WhenTrue, condition.Effects.WhenFalse, target, source);

    /// <summary>After a moved <c>finally</c>: goes on with the jump of that number.</summary>
    public void EmitIfBranch(Variable branch, int number, Target target) => Emit($"if ({branch} == {number}) {JumpTo(target)}");

    /// <summary>The statement that jumps to the target, through the moved <c>finally</c> blocks in between.</summary>
    /// <param name="target">The target.</param>
    /// <param name="place">The user's jump, when the statement stands inside a copied one.</param>
    public Fragment JumpTo(Target target, SourceSpan? place = null)
    {
        if (Region is { } region && !ReferenceEquals(region, target.Region))
        {
            var jump = region.Exit.Through(target, place);
            if (!target.IsReturn && PendingResult is { } unused)
                jump.Effects.AssignBeforeJumps([unused]);
            return jump;
        }

        if (target.IsReturn)
            return PendingResult is { } result ? Fragment.Of($"{{ {GeneratedNames.ResultParameter} = {ResultOf(result)}; return true; }}") : Fragment.Plain("return true;").At(place);
        var text = new FragmentBuilder();
        text.AppendLiteral($"goto {target.Label};");
        text.AddTarget(target.Label);
        return text.Build().At(place);
    }

    /// <summary>The statement, inside a copied one, that ends the method with a value, or with none.</summary>
    public Fragment Return(Fragment? value, SourceSpan place)
    {
        if (value is null)
            return JumpTo(Target.Return, place);
        return ReturnsAtOnce
            ? Fragment.Of($"return ({GeneratedNames.ResultParameter} = {value}) is var _;").At(place)
            : Fragment.Of($"{Plumbing.Begins}{{ {AssignResult(value).At(place)} {Plumbing.Begins}{JumpTo(Target.Return)} }}");
    }

    /// <summary>Whether a <c>return</c> can assign the result itself: no <c>finally</c> has to run before, and its type is that of the value.</summary>
    public bool ReturnsAtOnce => Region is null && !TypeFacts.IsUnspeakable(Method.ReturnType);

    /// <summary>The statement that notes the result while a moved <c>finally</c> has to run.</summary>
    public Fragment AssignResult(Fragment value) =>
        Fragment.Of($"{new Definition(PendingResult!)} = {value};");

    /// <summary>Makes the object for the variables that lambdas capture of a scope, each time the scope is entered.</summary>
    public void EnterScope(SyntaxNode owner)
    {
        if (Variables.ScopeOf(owner) is { } scope)
            Emit($"{new Definition(scope.Variable)} = {scope.Creation};");
    }

    /// <summary>A result of a type without a name is one of type parameters here.</summary>
    private Fragment ResultOf(Variable value) => TypeFacts.IsUnspeakable(Method.ReturnType)
        ? Fragment.Of($"{GeneratedNames.Services}.Cast({value}, default({Signature.ReturnType})!)")
        : Fragment.Of($"{value}");

    private void EmitConditional(Fragment test, IEnumerable<Variable> onJump, IEnumerable<Variable> otherwise, Target target, SyntaxNode? source)
    {
        var jump = JumpTo(target);
        jump.Effects.AssignBeforeJumps(onJump);
        var statement = Fragment.Of($"if ({test}) {Plumbing.Begins}{jump}");
        statement.Effects.Definitions.UnionWith(otherwise);
        Emit(statement, source);
    }
}
