namespace FastFood;

/// <summary>A part of the kitchen that orders share, with what its manager wants to know of it.</summary>
internal abstract class Station(string name, int places)
{
    public string Name { get; } = name;

    /// <summary>How many can be served at the same time.</summary>
    public int Places { get; } = places;

    /// <summary>How long all orders together have queued here.</summary>
    public TimeSpan Queued { get; protected set; }

    /// <summary>How long all places together have been at work.</summary>
    public TimeSpan Busy { get; protected set; }

    /// <summary>The part of <paramref name="total"/> that the places were at work, from 0 to 1.</summary>
    public double Utilisation(TimeSpan total) => Busy / (Places * total);
}
