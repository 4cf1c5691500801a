using FastFood;

return new CommandLine().Create(Run).Parse(args).Invoke();

static void Run(Simulation simulation, Scenario? own)
{
    var report = Report.OnConsole();
    var evenings = (own is null ? Scenario.All : [own]).Select(scenario =>
    {
        report.Title($"{scenario.Title}");
        return simulation.Run(scenario);
    }).ToList();

    report.Durations(evenings);
    var worrying = evenings.First(evening => own is not null || evening.Scenario == Scenario.RushHour);
    report.Stations(worrying);
    report.WhatIfs(Advice.On(worrying));
}
