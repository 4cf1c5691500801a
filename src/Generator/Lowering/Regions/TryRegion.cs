using CoroGen.Generator.Lowering.Ir;

namespace CoroGen.Generator.Lowering.Regions;

/// <summary>Opens a <c>try</c> of the generated code.</summary>
internal static class TryRegion
{
    /// <summary>Adds a <c>try</c>, and fills its block.</summary>
    public static TryNode Open(LoweringContext context, Action body)
    {
        context.FlushPlace();
        var node = new TryNode(context.NextTry());
        context.Code.Add(node);
        var outer = context.Code;
        context.Code = node.Body;
        context.TryDepth++;
        body();
        context.FlushPlace();
        context.TryDepth--;
        context.Code = outer;
        return node;
    }

    /// <summary>Adds a <c>try</c> with a <c>finally</c> in which nothing suspends.</summary>
    public static void WithFinally(Fragment cleanup, Action body, LoweringContext context)
    {
        Open(context, body).Finally = cleanup;
    }
}
