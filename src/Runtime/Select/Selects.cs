using System.Diagnostics;

namespace CoroGen;

/// <summary>The coroutine behind <c>co.Select</c>.</summary>
[StackTraceHidden]
internal static partial class Selects
{
    [Coroutine]
    internal static SelectCase Select(Co co, SelectCase[] cases)
    {
        Guard.NotNull(cases);
        if (co.Loop.SpendBudget())
            co.TakeTurn();
        Check(co.Current, cases);
        if (TakeFirstReady(co.Current, cases) is { } ready)
            return ready;
        if (co.Current.IsCancellationRequested)
            co.Refuse();
        var wait = SelectWait.Begin(co.Loop, cases);
        try
        {
            co.Park(wait);
            return wait.Chosen!;
        }
        finally
        {
            wait.End();
        }
    }

    private static void Check(Coroutine waiter, SelectCase[] cases)
    {
        if (cases.Length == 0)
            throw new ArgumentException("There is no case to wait for.", nameof(cases));
        for (var i = 0; i < cases.Length; i++)
        {
            Guard.NotNull(cases[i], nameof(cases));
            if (cases[i].Wait is not null)
                throw new InvalidOperationException("A case is part of another select that is under way: make one for each.");
            if (Array.IndexOf(cases, cases[i], 0, i) >= 0)
                throw new ArgumentException("A case is given twice.", nameof(cases));
            cases[i].Check(waiter);
        }
    }

    private static SelectCase? TakeFirstReady(Coroutine waiter, SelectCase[] cases)
    {
        foreach (var each in cases)
            each.Reset();
        foreach (var each in cases)
        {
            if (each.TryTake(waiter))
                return each;
        }
        return null;
    }
}
