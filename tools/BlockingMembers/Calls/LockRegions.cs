using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CoroGen.BlockingMembers.Calls;

/// <summary>Where a lock that was taken is released: at the end of the try statement that begins there, or round it; otherwise at the end of the method.</summary>
internal static class LockRegions
{
    public static LockRegion Of(MethodDefinition method, Instruction taken, string name)
    {
        var tries = method.Body.ExceptionHandlers.Where(handler => handler.HandlerType == ExceptionHandlerType.Finally).ToList();
        var next = taken;
        for (var i = 0; i < 4 && next is not null; i++, next = next.Next)
        {
            if (tries.Find(each => each.TryStart == next && each.TryStart != taken) is { } after)
                return new(name, taken.Offset, after.TryEnd.Offset);
        }

        var around = tries.Where(each => each.TryStart.Offset <= taken.Offset && taken.Offset < each.TryEnd.Offset).MinBy(each => each.TryEnd.Offset - each.TryStart.Offset);
        return new(name, taken.Offset, around?.TryEnd.Offset ?? int.MaxValue);
    }
}
