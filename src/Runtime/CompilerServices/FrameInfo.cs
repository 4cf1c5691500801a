using System.ComponentModel;

namespace CoroGen.CompilerServices;

/// <summary>What all frames of one class have in common: the method's name, its source lines, and its place in the pools.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FrameInfo
{
    private static int _count;

    private readonly string _locals;
    private readonly int[] _lines;

    /// <summary>Describes a frame class; generated code makes one for each class, in a static field.</summary>
    /// <param name="name">The name of the coroutine method.</param>
    /// <param name="file">The source file.</param>
    /// <param name="locals">The variables that each resume point finds in the frame, from state 1 on: <c>i text|text</c>.</param>
    /// <param name="lines">The 1-based source line of each resume point, by state.</param>
    public FrameInfo(string name, string file, string locals, params int[] lines)
    {
        Name = name;
        File = file;
        _locals = locals;
        _lines = lines;
        Slot = Interlocked.Increment(ref _count) - 1;
    }

    /// <summary>Describes a frame whose class has no frames of its own in the pools: those of <paramref name="pool"/> take their places.</summary>
    internal FrameInfo(string name, FrameInfo pool)
    {
        Name = name;
        File = pool.File;
        _locals = pool._locals;
        _lines = pool._lines;
        Slot = pool.Slot;
    }

    /// <summary>The name of the coroutine method.</summary>
    public string Name { get; }

    /// <summary>The source file.</summary>
    public string File { get; }

    /// <summary>Where the free frames of this class are, in every loop's pool.</summary>
    internal int Slot { get; }

    /// <summary>The source line of a resume point, or 0 when it is not known.</summary>
    public int LineOf(int state) => (uint)state < (uint)_lines.Length ? _lines[state] : 0;

    /// <summary>The names of the variables that a frame holds while it waits at a resume point.</summary>
    internal IEnumerable<string> LocalsAt(int state) => _locals.Split('|').ElementAtOrDefault(state - 1)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
