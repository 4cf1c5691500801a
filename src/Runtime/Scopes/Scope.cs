namespace CoroGen;

/// <summary>
/// What a coroutine belongs to, and all that it launches or launches by waiting for it: a group or a shield. Scopes form a tree. Most coroutines are in none.
/// </summary>
internal abstract class Scope
{
    /// <summary>Whether there is a shield around those inside: a cancel of all that live in the loop does not reach them.</summary>
    public abstract bool IsShielded { get; }

    /// <summary>The innermost group around those inside, which does not end before they have; null when there is none.</summary>
    public abstract Group? NearestGroup { get; }

    /// <summary>Puts a coroutine that has just been launched into the scope.</summary>
    public virtual void Add(Coroutine coroutine)
    {
        coroutine.Scope = this;
        NearestGroup?.Count(coroutine);
    }
}
