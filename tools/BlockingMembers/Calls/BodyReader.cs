using CoroGen.BlockingMembers.Data;
using CoroGen.BlockingMembers.Framework;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CoroGen.BlockingMembers.Calls;

/// <summary>
/// Reads a body once, from top to bottom, with the types on the evaluation stack: what it calls and on which objects, which delegates it makes, and which locks it takes.
/// A delegate counts as called where it is made, unless it is passed to what runs it on another thread. So does an iterator. An async method's body runs in its first part.
/// </summary>
internal sealed class BodyReader
{
    private readonly Implementation _implementation;
    private readonly RuleFile _primitives;
    private readonly RuleFile _cuts;
    private readonly MethodDefinition _method;
    private readonly StackValue[] _locals;
    private readonly int[] _stores;
    private readonly EvaluationStack _stack = new();
    private readonly List<Call> _calls = [];
    private readonly List<LockRegion> _locks = [];
    private readonly Dictionary<MethodDefinition, Instruction> _delegates = [];
    private readonly bool _isAsync;
    private TypeReference? _constraint;

    private BodyReader(MethodDefinition method, Implementation implementation, RuleFile primitives, RuleFile cuts)
    {
        (_implementation, _primitives, _cuts, _method) = (implementation, primitives, cuts, method);
        _locals = [.. method.Body.Variables.Select(variable => new StackValue(variable.VariableType))];
        _stores = new int[_locals.Length];
        foreach (var instruction in method.Body.Instructions)
        {
            if (Local(instruction) is { } index && instruction.OpCode.Name.StartsWith("st", StringComparison.Ordinal))
                _stores[index]++;
            else if (instruction.OpCode.Code is Code.Ldloca or Code.Ldloca_S)
                _stores[((VariableDefinition)instruction.Operand).Index] += 2;
        }

        _isAsync = StateMachines.IsAsync(method.DeclaringType);
    }

    public static Body Read(MethodDefinition method, Implementation implementation, RuleFile primitives, RuleFile cuts)
    {
        var reader = new BodyReader(method, implementation, primitives, cuts);
        reader.Read();
        return new Body(method, reader._calls, reader._locks);
    }

    private void Read()
    {
        var handlers = _method.Body.ExceptionHandlers.Where(handler => handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter)
            .SelectMany(handler => new[] { handler.HandlerStart, handler.FilterStart }).OfType<Instruction>().ToHashSet();
        var fallsInto = true;
        foreach (var instruction in _method.Body.Instructions)
        {
            var handler = handlers.Contains(instruction);
            _stack.Enter(instruction, fallsInto && !handler, handler);
            Step(instruction);
            fallsInto = !StackEffects.Ends(instruction.OpCode);
        }

        foreach (var (function, place) in _delegates)
            _calls.Add(new Call(place, function, Receiver: null, IsExact: false));
    }

    private void Step(Instruction instruction)
    {
        var code = instruction.OpCode.Code;
        if (code == Code.Constrained)
            _constraint = (TypeReference)instruction.Operand;
        else if (code is Code.Call or Code.Callvirt)
            StepCall(instruction, (MethodReference)instruction.Operand);
        else if (code == Code.Newobj)
            StepNew(instruction, (MethodReference)instruction.Operand);
        else if (code == Code.Calli)
            StepIndirect((CallSite)instruction.Operand);
        else if (code == Code.Dup)
            StepDuplicate();
        else if (code == Code.Ret)
            _ = _method.ReturnType.MetadataType == MetadataType.Void ? default : _stack.Pop();
        else if (Local(instruction) is { } local)
            StepLocal(instruction, local);
        else
            StepOther(instruction);
    }

    private void StepOther(Instruction instruction)
    {
        var arguments = _stack.Pop(StackEffects.Pops(instruction.OpCode));
        if (instruction.Operand is Instruction target)
            _stack.Jump(target);
        else if (instruction.Operand is Instruction[] targets)
            Array.ForEach(targets, _stack.Jump);
        for (var i = StackEffects.Pushes(instruction.OpCode); i > 0; i--)
            _stack.Push(Loaded(instruction, arguments));
    }

    private StackValue Loaded(Instruction instruction, StackValue[] arguments) => instruction.OpCode.Code switch
    {
        Code.Ldfld or Code.Ldsfld or Code.Ldflda or Code.Ldsflda => new(((FieldReference)instruction.Operand).FieldType, FieldName((FieldReference)instruction.Operand)),
        Code.Ldarg_0 or Code.Ldarg_1 or Code.Ldarg_2 or Code.Ldarg_3 or Code.Ldarg or Code.Ldarg_S or Code.Ldarga or Code.Ldarga_S => Argument(instruction),
        Code.Castclass => arguments[0] with { Type = (TypeReference)instruction.Operand },
        Code.Isinst or Code.Box => new((TypeReference)instruction.Operand, arguments[0].Source),
        Code.Ldtoken when instruction.Operand is TypeReference type => new(Source: type.FullName),
        Code.Ldstr => new(_method.Module.TypeSystem.String),
        Code.Ldftn => new(Function: _implementation.Find((MethodReference)instruction.Operand)),
        Code.Ldvirtftn => new(Function: _implementation.Find((MethodReference)instruction.Operand)),
        Code.Ldc_I4_0 => new(IsZero: true),
        Code.Ldelem_Ref => new((arguments[0].Type as ArrayType)?.ElementType),
        Code.Ldind_Ref or Code.Ldobj => arguments[0],
        _ => default,
    };

    private StackValue Argument(Instruction instruction)
    {
        var index = instruction.OpCode.Code switch
        {
            Code.Ldarg_0 => 0,
            Code.Ldarg_1 => 1,
            Code.Ldarg_2 => 2,
            Code.Ldarg_3 => 3,
            _ => ((ParameterDefinition)instruction.Operand).Sequence,
        };
        index -= _method.HasThis ? 1 : 0;
        return index < 0 ? new(_method.DeclaringType, "this of " + _method.DeclaringType.FullName) : new(_method.Parameters[index].ParameterType, $"{_method.Parameters[index].Name} of {_method.FullName}");
    }

    private void StepDuplicate()
    {
        var value = _stack.Pop();
        _stack.Push(value);
        _stack.Push(value);
    }

    /// <summary>A variable that is written more than once may hold something else than what is written last.</summary>
    private void StepLocal(Instruction instruction, int local)
    {
        if (instruction.OpCode.Name.StartsWith("ld", StringComparison.Ordinal))
        {
            _stack.Push(_locals[local]);
            return;
        }

        var value = _stack.Pop();
        var declared = _method.Body.Variables[local].VariableType;
        _locals[local] = _stores[local] == 1 && value.Type is not null ? value : new(declared, value.Source, value.Function);
    }

    private static int? Local(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Ldloc_0 or Code.Stloc_0 => 0,
        Code.Ldloc_1 or Code.Stloc_1 => 1,
        Code.Ldloc_2 or Code.Stloc_2 => 2,
        Code.Ldloc_3 or Code.Stloc_3 => 3,
        Code.Ldloc or Code.Ldloc_S or Code.Stloc or Code.Stloc_S or Code.Ldloca or Code.Ldloca_S => ((VariableDefinition)instruction.Operand).Index,
        _ => null,
    };

    private void StepIndirect(CallSite site)
    {
        _ = _stack.Pop(site.Parameters.Count + (site.HasThis ? 1 : 0) + 1);
        if (site.ReturnType.MetadataType != MetadataType.Void)
            _stack.Push(new(site.ReturnType));
    }

    private void StepNew(Instruction instruction, MethodReference constructor)
    {
        var arguments = _stack.Pop(constructor.Parameters.Count);
        var function = arguments.Length == 2 ? arguments[1].Function : null;
        _stack.Push(new(constructor.DeclaringType, Function: function, IsNew: true));
        if (function is not null)
            _delegates.TryAdd(function, instruction);
        if (_implementation.Find(constructor) is not { } method)
            return;
        Queue(method, arguments);
        _calls.Add(new(instruction, method, Receiver: null, IsExact: false));
        if (StateMachines.IteratorBody(method.DeclaringType) is { } body)
            _calls.Add(new(instruction, body, Receiver: null, IsExact: false));
    }

    private void StepCall(Instruction instruction, MethodReference reference)
    {
        var arguments = _stack.Pop(reference.Parameters.Count);
        var instance = reference.HasThis ? _stack.Pop() : default;
        if (reference.ReturnType.MetadataType != MetadataType.Void)
            _stack.Push(Result(reference));
        if (_constraint is { } constraint)
            (instance, _constraint) = (new(constraint, instance.Source), null);
        if (StateMachines.Started(reference) is { } machine && _implementation.Find(machine) is { } type)
            _calls.Add(new(instruction, StateMachines.AsyncBody(type), Receiver: null, IsExact: false));
        if (_implementation.Find(reference) is { } method)
            Add(instruction, method, instance, arguments);
    }

    private void Add(Instruction instruction, MethodDefinition method, StackValue instance, StackValue[] arguments)
    {
        var name = MemberIds.NameOf(method);
        Queue(method, arguments);
        if (_isAsync && StateMachines.IsResultOfAwaiter(method))
            return;
        if (_primitives.Says("asks", name) && arguments.Any(argument => argument.IsZero))
            return;
        if (_primitives.Says("lock", name))
            _locks.Add(LockRegions.Of(_method, instruction, (method.HasThis ? instance : arguments[0]).Source ?? "a value in " + _method.FullName));
        var isVirtual = method.IsVirtual && instruction.OpCode.Code == Code.Callvirt;
        _calls.Add(new(instruction, method, isVirtual ? Receiver(method, instance) : null, instance.IsNew));
    }

    /// <summary>What a method that was made a delegate of is passed to decides whether it runs here.</summary>
    private void Queue(MethodDefinition target, StackValue[] arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Function is { } function && _cuts.Says("queue", MemberIds.NameOf(target)))
                _delegates.Remove(function);
        }
    }

    private TypeDefinition Receiver(MethodDefinition method, StackValue instance)
    {
        var type = instance.Type is GenericParameter { HasConstraints: true } parameter ? parameter.Constraints[0].ConstraintType : instance.Type;
        return _implementation.Find(type) ?? method.DeclaringType;
    }

    /// <summary>The type of the result, with the arguments of the call where it is a type parameter.</summary>
    private static StackValue Result(MethodReference reference)
    {
        var type = (reference.ReturnType, reference, reference.DeclaringType) switch
        {
            (GenericParameter { Type: GenericParameterType.Method } own, GenericInstanceMethod generic, _) => generic.GenericArguments[own.Position],
            (GenericParameter { Type: GenericParameterType.Type } outer, _, GenericInstanceType generic) => generic.GenericArguments[outer.Position],
            _ => reference.ReturnType,
        };
        return new(type, reference.Name.StartsWith("get_", StringComparison.Ordinal) && !reference.DeclaringType.Namespace.StartsWith("System.Collections", StringComparison.Ordinal) ? reference.GetElementMethod().FullName : null);
    }

    private static string FieldName(FieldReference field) => $"{field.DeclaringType.GetElementType().FullName}.{field.Name}";
}
