using CoroGen.Generator.Model;

namespace CoroGen.Generator.Emission;

/// <summary>The parts of a resume method that move variables out of the frame and into it, and that go to the resume points.</summary>
internal sealed class FrameCode(IndentedWriter writer, StateMachineModel machine)
{
    private const string Runtime = "global::CoroGen.CompilerServices.";
    private const string Services = Runtime + "CoroutineServices.";
    private const string Frame = GeneratedNames.FrameLocal;
    private const int MaxLength = 100;

    private readonly SignatureModel _signature = machine.Signature;
    private readonly HashSet<string> _untyped = [.. machine.Fields.Where(field => field.IsUntyped).Select(field => field.Name)];
    private readonly List<string> _parameters = [.. machine.Signature.ParametersWithoutHandle.Select(p => p.Variable)];

    /// <summary>The locals that the plumbing needs.</summary>
    public IEnumerable<string> Locals()
    {
        if (TryCode.SuspensionsIn(machine.Body).Any())
            yield return $"{Runtime}Frame? {GeneratedNames.Callee} = null;";
        if (NeedsState)
            yield return $"int {GeneratedNames.State} = {GeneratedNames.StartState};";
        if (HasGuardedFinally(machine.Body))
            yield return $"bool {GeneratedNames.Suspended} = false;";
    }

    /// <summary>With a frame, the activation goes on where that says; without one, it begins, unless the stack is too deep.</summary>
    public void Enter()
    {
        var resumes = ResumePoints(machine.Body).Any();
        if (!resumes && _parameters.Count == 0)
            return;

        using (writer.Block($"if ({GeneratedNames.FrameParameter} is not null)"))
        {
            writer.Line($"var {Frame} = ({_signature.FrameType}){GeneratedNames.FrameParameter};");
            if (resumes)
                Dispatch();
            else
                Lines(Load(_parameters, machine.Released));
        }

        if (machine.CallsCoroutines && resumes)
        {
            using (writer.Block($"else if ({Services}TooDeep({_signature.Handle.Name}, ref {GeneratedNames.FrameParameter}))"))
            {
                Store(_parameters);
                Return($"Trampoline({_signature.Handle.Name}, {Frame})");
            }
        }

        writer.Line();
    }

    /// <summary>Stores what is needed later, and ends the activation for now.</summary>
    /// <param name="suspension">The suspension.</param>
    /// <param name="isGuarded">Whether a <c>finally</c> round it must not run now.</param>
    public void Suspend(SuspendCode suspension, bool isGuarded)
    {
        using (writer.Block())
        {
            Store(suspension.Saved);
            if (isGuarded)
                writer.Line($"{GeneratedNames.Suspended} = true;");
            Return($"Suspend({_signature.Handle.Name}, {Frame}, {suspension.State}, {GeneratedNames.Callee})");
        }
    }

    /// <summary>Takes the outcome of the call: its result, or what it threw.</summary>
    public string End(SuspendCode suspension)
    {
        var target = suspension.Result is null or "_" ? "" : suspension.Result + " = ";
        return suspension.ResultType switch
        {
            null => $"{Services}End({_signature.Handle.Name});",
            "" => $"{target}{Services}End({_signature.Handle.Name}, {suspension.Result});",
            var type => $"{target}{Services}End<{type}>({_signature.Handle.Name});",
        };
    }

    /// <summary>At the head of a <c>try</c>, goes to the resume point inside it: C# cannot jump there from outside.</summary>
    public void DispatchInside(TryCode node)
    {
        var points = ResumePoints(node.Body).ToList();
        if (points is [var (suspension, label)])
        {
            writer.Line($"if ({GeneratedNames.State} == {suspension.State}) goto {label};");
            return;
        }

        using (writer.Block($"switch ({GeneratedNames.State})"))
        {
            foreach (var point in points.GroupBy(point => point.Label, point => $"case {point.Suspension.State}: "))
                writer.Line($"{string.Concat(point)}goto {point.Key};");
        }
    }

    /// <summary>Whether a <c>finally</c> in the code has a suspension in its <c>try</c>: suspending must not run it.</summary>
    private static bool HasGuardedFinally(IEnumerable<Code> code) =>
        code.OfType<TryCode>().Any(node => node.Finally is not null && node.Suspensions.Any() || HasGuardedFinally(node.Body));

    /// <summary>Where to go for each suspension in the code, at any depth: to its own label, or to that of the <c>try</c> that contains it.</summary>
    private static IEnumerable<(SuspendCode Suspension, string Label)> ResumePoints(IEnumerable<Code> code) => code.SelectMany(node => node switch
    {
        SuspendCode suspension => [(suspension, GeneratedNames.ResumeLabel(suspension.State))],
        TryCode inner => inner.Suspensions.Select(suspension => (suspension, GeneratedNames.TryLabel(inner.Number))),
        _ => Enumerable.Empty<(SuspendCode, string)>(),
    });

    private bool NeedsState => machine.Body.OfType<TryCode>().Any(node => node.Suspensions.Any());

    private void Dispatch()
    {
        var state = $"{Services}State({Frame})";
        using (writer.Block(NeedsState ? $"switch ({GeneratedNames.State} = {state})" : $"switch ({state})"))
        {
            if (_parameters.Count > 0)
                Case($"case {GeneratedNames.StartState}:", [.. Load(_parameters, machine.Released), "break;"]);
            var points = ResumePoints(machine.Body)
                .OrderBy(point => point.Suspension.State)
                .Select(point => (point.Suspension.State, Code: Load(point.Suspension.Saved, point.Suspension.Released).Append($"goto {point.Label};").ToList()));
            foreach (var same in points.GroupBy(point => string.Concat(point.Code)))
                Case(string.Join(" ", same.Select(point => $"case {point.State}:")), same.First().Code);
        }
    }

    private void Case(string labels, IReadOnlyCollection<string> code)
    {
        var text = $"{labels} {string.Join(" ", code)}";
        if (text.Length <= MaxLength)
        {
            writer.Line(text);
            return;
        }

        writer.Line(labels);
        using (writer.Indent())
            Lines(code);
    }

    private void Lines(IEnumerable<string> code)
    {
        foreach (var statement in code)
            writer.Line(statement);
    }

    /// <summary>The statements that load variables, and clear what need not be in the frame any more.</summary>
    private IEnumerable<string> Load(IEnumerable<string> variables, IEnumerable<string> released) =>
        variables.Select(variable => $"{variable} = {Value(variable)};").Concat(released.Select(variable => $"{Field(variable)} = default!;"));

    private string Value(string variable) =>
        _untyped.Contains(GeneratedNames.Field(variable)) ? $"{Services}Cast({Field(variable)}, {variable})" : Field(variable);

    private void Store(IEnumerable<string> variables)
    {
        writer.Line($"var {Frame} = {_signature.FrameType}.Of({_signature.Handle.Name}, ref {GeneratedNames.FrameParameter});");
        if (!_signature.IsStatic)
            writer.Line($"{Frame}.{GeneratedNames.This} = this;");
        foreach (var variable in variables)
            writer.Line($"{Field(variable)} = {variable};");
    }

    private void Return(string call)
    {
        if (_signature.ReturnType is not null)
            writer.Line($"{GeneratedNames.ResultParameter} = default!;");
        writer.Line($"return {Services}{call};");
    }

    private static string Field(string variable) => $"{Frame}.{GeneratedNames.Field(variable)}";
}
