using CoroGen.Generator.Model;

namespace CoroGen.Generator.Emission;

/// <summary>
/// The extension block that factory and resume method stand in when they are called on a type, <c>string.Read(co, path)</c>. Nothing but methods can stand there: frame and scope classes are
/// outside, in the class round it.
/// </summary>
internal static class BlockEmitter
{
    public static void Inside(IndentedWriter writer, SignatureModel signature, Action members)
    {
        if (signature.Block is null)
        {
            members();
            return;
        }

        using (writer.Block(signature.BlockHead))
            members();
    }
}
