namespace CoroGen;

/// <summary>The scope of those whom a cancel from outside does not reach. They still count for the group around it.</summary>
internal sealed class Shield : Scope
{
    private Shield(Group? group) => NearestGroup = group;

    /// <inheritdoc/>
    public override bool IsShielded => true;

    /// <inheritdoc/>
    public override Group? NearestGroup { get; }

    /// <summary>A shield inside a scope.</summary>
    public static Shield In(Scope? outer) => outer as Shield ?? new Shield(outer?.NearestGroup);
}
