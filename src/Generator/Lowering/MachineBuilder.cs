using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator.Lowering;

/// <summary>Makes the model of a state machine, which is text only, from a lowered body: its code, locals, frame fields and scope classes.</summary>
internal static class MachineBuilder
{
    /// <param name="signature">The method's signature.</param>
    /// <param name="context">The lowered body.</param>
    /// <param name="released">The parameters whose fields are cleared at the beginning.</param>
    /// <param name="functions">The functions that have become members.</param>
    public static StateMachineModel Build(SignatureModel signature, LoweringContext context, IEnumerable<Variable> released, IEnumerable<FunctionModel> functions)
    {
        var tree = context.Body.SyntaxTree;
        var language = ((CSharpParseOptions)tree.Options).LanguageVersion;
        var body = context.Code.Select(Translate).Concat(End(context)).ToEquatable();
        var locals = LocalDeclarations.Of(context.Variables.All, context.Variables.Witnesses, body, hasScoped: language >= LanguageVersion.CSharp11);
        return new StateMachineModel(
            signature,
            Fields(context).ToEquatable(),
            locals.Concat(context.Constants).ToEquatable(),
            context.Variables.Scopes.Select(Translate).ToEquatable(),
            functions.ToEquatable(),
            context.Makers.Members.ToEquatable(),
            body,
            released.Select(parameter => parameter.Name).ToEquatable(),
            tree.FilePath,
            context.Lines.ToEquatable(),
            SpanLines: language >= LanguageVersion.CSharp10,
            HidesFrames: CanHide(context.Model.Compilation),
            context.Suspensions.CallsCoroutines,
            context.IsUnsafe)
        {
            TellsFile = context.TellsFile,
        };
    }

    private static bool CanHide(Compilation compilation) =>
        compilation.GetTypeByMetadataName("System.Diagnostics.StackTraceHiddenAttribute") is { } attribute
        && (attribute.DeclaredAccessibility == Accessibility.Public || compilation.IsSymbolAccessibleWithin(attribute, compilation.Assembly));

    /// <summary>Where the user's code cannot reach its end but the lowered code seems to, as after a <c>finally</c> that moved, C# wants to see an end.</summary>
    private static Code[] End(LoweringContext context) => context.Code.LastOrDefault() is { FallsThrough: false }
        ? []
        : [new StatementCode(new PlacedText("throw null!;"), [], Overflow: null)];

    /// <summary>The frame holds the parameters from the start, and what any suspension saves.</summary>
    private static IEnumerable<FrameField> Fields(LoweringContext context)
    {
        var saved = new LiveSet(SavedIn(context.Code));
        return context.Variables.All
            .Where(variable => variable.IsParameter || saved.Contains(variable))
            .Select(Field);
    }

    /// <summary>A field's type must have a name; what is loaded is cast to the variable's type.</summary>
    private static FrameField Field(Variable variable) => variable.Witness is null
        ? new FrameField(variable.Type, GeneratedNames.Field(variable.Name), variable.HoldsReferences)
        : new FrameField("object?", GeneratedNames.Field(variable.Name), HoldsReferences: true) { IsUntyped = true };

    private static IEnumerable<Variable> SavedIn(IEnumerable<Node> nodes) => nodes.SelectMany(node => node switch
    {
        Suspension suspension => suspension.Saved,
        TryNode inner => SavedIn(inner.Body),
        _ => [],
    });

    private static ScopeModel Translate(ClosureScope scope)
    {
        var type = scope.Type;
        var fields = scope.Members.Select(member => new FrameField(member.Witness is null ? member.Type : TypeFacts.Text(member.Symbol!, type.Anonymous), member.Name, member.HoldsReferences))
            .Concat(scope.Delegates.Select(kept => new FrameField(kept.Type + "?", kept.Name, HoldsReferences: true)));
        var constraints = string.Join(" ", type.Anonymous.Select((_, index) => $"where {GeneratedNames.TypeParameter(index)} : class"));
        return new ScopeModel(type.Text, constraints, fields.ToEquatable());
    }

    private static Code Translate(Node node) => node switch
    {
        Instruction instruction => new StatementCode(Translate(instruction.Code), Copies(instruction.Code), instruction.Overflow),
        Label label => new LabelCode(label.Name),
        Suspension suspension => Translate(suspension),
        TryNode inner => Translate(inner),
        _ => throw new InvalidOperationException(),
    };

    private static SuspendCode Translate(Suspension suspension) => new(
        suspension.State,
        Translate(suspension.Call),
        suspension.ResultText,
        suspension.ResultType,
        suspension.Saved.Select(variable => variable.Name).ToEquatable(),
        suspension.Released.Select(variable => variable.Name).ToEquatable(),
        Copies(suspension.Call),
        suspension.Overflow);

    private static TryCode Translate(TryNode node) => new(
        node.Number,
        node.Body.Select(Translate).ToEquatable(),
        node.Handlers.Select(handler => new HandlerCode(Translate(handler.Head), TranslateBlock(handler.Body))).ToEquatable(),
        node.Finally is { } last ? TranslateBlock(last) : null);

    private static BlockCode TranslateBlock(Fragment block) => new(Translate(block), Copies(block));

    private static PlacedText Translate(Fragment code) => new(code.Text, code.Places.ToEquatable());

    private static EquatableArray<CopyCode> Copies(Fragment code) => code.Effects.Captures
        .OrderBy(scope => scope.Variable.Index)
        .Select(scope => new CopyCode(scope.CopyName, scope.Variable.Name))
        .ToEquatable();
}
