using Mono.Cecil.Cil;

namespace CoroGen.BlockingMembers.Calls;

/// <summary>The evaluation stack while a body is read from top to bottom. A place that is only reached by a jump has the stack of the first jump to it.</summary>
internal sealed class EvaluationStack
{
    private readonly Stack<StackValue> _values = new();
    private readonly Dictionary<Instruction, StackValue[]> _jumps = [];

    /// <summary>An underflow is a path that the reader does not know: nothing is known of the value.</summary>
    public StackValue Pop() => _values.TryPop(out var value) ? value : default;

    public void Push(StackValue value) => _values.Push(value);

    public StackValue[] Pop(int count)
    {
        var values = new StackValue[count];
        for (var i = count - 1; i >= 0; i--)
            values[i] = Pop();
        return values;
    }

    public void Jump(Instruction target) => _jumps.TryAdd(target, [.. _values.Reverse()]);

    public void Enter(Instruction place, bool fallsInto, bool hasException)
    {
        if (fallsInto)
            return;
        _values.Clear();
        if (hasException)
            _values.Push(default);
        else if (_jumps.TryGetValue(place, out var values))
            values.ToList().ForEach(_values.Push);
    }
}
