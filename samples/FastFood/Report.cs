using System.Globalization;
using Spectre.Console;

namespace FastFood;

/// <summary>Figures as tables.</summary>
internal sealed class Report(IAnsiConsole console)
{
    /// <summary>A report for the screen; when nobody sees it there, one without colours and as wide as it needs to be.</summary>
    public static Report OnConsole()
    {
        if (!Console.IsOutputRedirected)
            return new Report(AnsiConsole.Console);
        return Plain(Console.Out);
    }

    public static Report Plain(TextWriter output)
    {
        var settings = new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) };
        var console = AnsiConsole.Create(settings);
        console.Profile.Width = 200;
        return new Report(console);
    }

    public void Title(string text)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{text}[/]");
    }

    public void Durations(IEnumerable<Evening> evenings)
    {
        Title("How long each order took, in seconds");
        var table = NewTable("scenario", "orders").AddColumn(new TableColumn("mean").RightAligned());
        foreach (var evening in evenings)
            table.AddRow(evening.Scenario.Title, string.Join(' ', evening.Orders.Select(Seconds)), Seconds(evening.Mean));
        console.Write(table);
    }

    public void Stations(Evening evening)
    {
        Title($"Where the time goes ({evening.Scenario.Title})");
        var table = NewTable("station").AddColumns(Numbers("places", "at work", "utilisation", "queued, all orders", "queued, per order"));
        foreach (var station in evening.Stations)
        {
            table.AddRow(
                station.Name,
                station.Places.ToString(CultureInfo.InvariantCulture),
                $"{Seconds(station.Busy)} s",
                string.Create(CultureInfo.InvariantCulture, $"{station.Utilisation(evening.Total):P0}"),
                $"{Seconds(station.Queued)} s",
                $"{Seconds(station.Queued / evening.Orders.Count)} s");
        }

        console.Write(table);
    }

    public void WhatIfs(Advice advice)
    {
        Title("What one could buy");
        var table = NewTable("with").AddColumns(Numbers("mean", "saved per order"));
        foreach (var whatIf in advice.WhatIfs)
            table.AddRow(whatIf.After.Scenario.Title, $"{Seconds(whatIf.After.Mean)} s", $"{Seconds(advice.Saved(whatIf))} s");
        console.Write(table);
        console.WriteLine($"Orders lose most time at the {advice.Bottleneck.Name}. {Sentence("The best single purchase", advice, advice.BestPurchase)}");
        console.WriteLine(Sentence("The best of all", advice, advice.BestChoice));
    }

    private static string Sentence(string subject, Advice advice, WhatIf whatIf) =>
        $"{subject}: {whatIf.After.Scenario.Title}, which saves {Seconds(advice.Saved(whatIf))} s per order.";

    private static Table NewTable(params string[] columns) => new Table().Border(TableBorder.Rounded).AddColumns(columns);

    private static TableColumn[] Numbers(params string[] names) => [.. names.Select(name => new TableColumn(name).RightAligned())];

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
}
