using System.Runtime.CompilerServices;

namespace CoroGen.Runtime.Tests;

public sealed partial class AsyncEnumeration
{
    private readonly int _home = Environment.CurrentManagedThreadId;
    private bool _isEnough;

    /// <summary>Says something with the time, and with <c>!</c> when that is not on the loop's thread.</summary>
    private void SayHere(object what) => SayWhen(Environment.CurrentManagedThreadId == _home ? what : $"{what}!");

    /// <summary>An item each second.</summary>
    private async IAsyncEnumerable<int> Counts(int last, [EnumeratorCancellation] CancellationToken token = default)
    {
        try
        {
            for (var i = 1; i <= last; i++)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), Clock, token);
                yield return i;
            }
        }
        finally
        {
            await Task.Yield();
            SayHere("cleanup");
        }
    }

    private async IAsyncEnumerable<int> CountsWithoutToken(int last)
    {
        await foreach (var number in Counts(last))
            yield return number;
    }

    private static async IAsyncEnumerable<(int Number, string Text)> Pairs()
    {
        await Task.Yield();
        yield return (1, "one");
        yield return (2, "two");
    }

    private static async IAsyncEnumerable<int> Fails()
    {
        yield return 1;
        await Task.Yield();
        throw new InvalidTimeZoneException();
    }

    private static async IAsyncEnumerable<int> Endless()
    {
        await Task.CompletedTask;
        while (true)
            yield return 1;
    }

    [Coroutine]
    private void EnumeratesToTheEnd(Co co)
    {
        co.Launch(Says("other", 2));
        foreach (var number in Counts(3))
        {
            SayHere(number);
            co.Yield();
        }
        SayHere("end");
    }

    [Coroutine]
    private void Says(Co co, string what, int seconds)
    {
        co.Sleep(TimeSpan.FromSeconds(seconds));
        co.Yield();
        SayHere(what);
    }

    [Coroutine]
    private void EnumeratesInPart(Co co)
    {
        foreach (var number in Counts(3))
        {
            if (number == 2)
                break;
            SayHere(number);
        }
        SayHere("end");
        foreach (var (number, text) in Pairs())
            Say($"{number}{text}");
        foreach (var outer in Counts(1))
        {
            foreach (var (inner, _) in Pairs())
                Say(outer + inner);
        }
    }

    [Coroutine]
    private void EnumeratesFailures(Co co)
    {
        Say(Catches(co, Fails()));
        Say(Catches(co, Counts(3), failAt: 1));
        SayHere(Catches(co, null!));
    }

    [Coroutine]
    private static string Catches(Co co, IAsyncEnumerable<int> items, int failAt = 0)
    {
        try
        {
            foreach (var number in items)
            {
                if (number == failAt)
                    throw new TimeoutException();
            }
            return "none";
        }
        catch (Exception e)
        {
            return e.GetType().Name;
        }
    }

    [Coroutine]
    private void Enumerates(Co co, IAsyncEnumerable<int> items)
    {
        try
        {
            foreach (var number in items)
                SayHere(number);
        }
        catch (CoroutineCanceledException e)
        {
            SayHere($"canceled:{e.Reason}");
            throw;
        }
    }

    [Coroutine]
    private void CancelsEnumeration(Co co, IAsyncEnumerable<int> items)
    {
        var child = co.Launch(Enumerates(items));
        co.Sleep(1500);
        child.Cancel("enough");
        co.Wait(child);
        Say(child.Status);
    }

    [Coroutine]
    private void EnumeratesThoughCancelled(Co co)
    {
        co.Current.Cancel();
        Say(Catches(co, Counts(3)));
    }

    [Coroutine]
    private void EnumeratesWithoutEnd(Co co)
    {
        co.Launch(Ends());
        foreach (var _ in Endless())
        {
            if (_isEnough)
                break;
        }
        Say("ended");
    }

    [Coroutine]
    private void Ends(Co co)
    {
        co.Yield();
        _isEnough = true;
    }

    [Coroutine]
    private void EnumeratesWithoutHandle(Co co)
    {
        try
        {
            Say(Sum(Counts(3)));
        }
        catch (InvalidOperationException)
        {
            Say("refused");
        }
    }

    private static int Sum(IAsyncEnumerable<int> items)
    {
        var sum = 0;
        foreach (var item in items)
            sum += item;
        return sum;
    }
}
