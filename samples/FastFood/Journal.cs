namespace FastFood;

/// <summary>Writes down what happens in the kitchen, and when.</summary>
internal sealed class Journal(TextWriter output, TimeProvider clock, bool detailed)
{
    private readonly long _opened = clock.GetTimestamp();

    /// <summary>Something that everybody should hear.</summary>
    public void Tell(string text) => output.WriteLine($"{clock.GetElapsedTime(_opened).TotalSeconds,6:0.0} s  {text}");

    /// <summary>One step of the work, for those who want the details.</summary>
    public void Note(string text)
    {
        if (detailed)
            Tell(text);
    }
}
