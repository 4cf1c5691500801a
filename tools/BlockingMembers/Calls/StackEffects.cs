using Mono.Cecil.Cil;

namespace CoroGen.BlockingMembers.Calls;

/// <summary>How many values instructions take from the stack and leave on it. Calls are not here: it depends on what they call.</summary>
internal static class StackEffects
{
    public static int Pops(OpCode code) => code.StackBehaviourPop switch
    {
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8 or StackBehaviour.Popi_popr4
            or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi => 2,
        StackBehaviour.Popi_popi_popi or StackBehaviour.Popref_popi_popi or StackBehaviour.Popref_popi_popi8 or StackBehaviour.Popref_popi_popr4
            or StackBehaviour.Popref_popi_popr8 or StackBehaviour.Popref_popi_popref => 3,
        _ => 0,
    };

    public static int Pushes(OpCode code) => code.StackBehaviourPush switch
    {
        StackBehaviour.Push0 or StackBehaviour.Varpush => 0,
        StackBehaviour.Push1_push1 => 2,
        _ => 1,
    };

    /// <summary>Whether what follows is not reached from here.</summary>
    public static bool Ends(OpCode code) =>
        code.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw || code.Code is Code.Endfinally or Code.Endfilter;
}
