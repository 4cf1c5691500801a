namespace FastFood;

/// <summary>Something that the manager could buy.</summary>
/// <param name="Apply">The equipment with it.</param>
/// <param name="Describe">What one would say of equipment that has it.</param>
internal sealed record Purchase(Func<Equipment, Equipment> Apply, Func<Equipment, string> Describe)
{
    public static IReadOnlyList<Purchase> All { get; } =
    [
        new(e => e with { Sodas = e.Sodas + 1 }, e => $"{e.Sodas} soda machines"),
        new(e => e with { Portions = e.Portions + 1, Fry = e.Fry * 7 / 8 }, e => $"a fryer of {e.Portions} portions in {e.Fry.TotalSeconds:0.##} s"),
        new(e => e with { Cooks = e.Cooks + 1 }, e => $"{e.Cooks} cooks"),
    ];

    /// <summary>Every choice of at least one purchase, the smallest first.</summary>
    public static IEnumerable<IReadOnlyList<Purchase>> Choices =>
        Enumerable.Range(1, (1 << All.Count) - 1)
            .Select(bits => All.Where((_, i) => (bits >> i & 1) != 0).ToArray())
            .OrderBy(choice => choice.Length);
}
