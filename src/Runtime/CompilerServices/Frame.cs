using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace CoroGen.CompilerServices;

/// <summary>One activation of a coroutine method: what it keeps across a suspension. Generated code derives from it; users never do.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)]
public abstract class Frame
{
    internal readonly FrameInfo Info;

    /// <summary>The frame that goes on when this one completes; in a pool, the next free frame.</summary>
    internal Frame? Caller;

    /// <summary>The resume point; 0 at the beginning.</summary>
    internal int State;

    /// <summary>Makes a frame of the class that <paramref name="info"/> describes.</summary>
    protected Frame(FrameInfo info) => Info = info;

    /// <summary>Runs on from the resume point.</summary>
    /// <returns>True when the method completed, false when it suspended again.</returns>
    protected abstract bool Resume(Co co);

    /// <summary>Drops all references to the user's objects.</summary>
    protected abstract void Clear();

    [StackTraceHidden]
    internal bool ResumeFrom(Co co) => Resume(co);

    internal void ClearReferences() => Clear();

    /// <summary>Drops a result that was stored before the method threw.</summary>
    internal virtual void ClearResult()
    {
    }
}
