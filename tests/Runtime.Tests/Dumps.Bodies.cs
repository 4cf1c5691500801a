using System.Runtime.CompilerServices;

namespace CoroGen.Runtime.Tests;

public sealed partial class Dumps
{
    private readonly Dictionary<string, int> _lines = [];

    /// <summary>Notes the line on which it is called.</summary>
    private TimeSpan Here(string name, int seconds, [CallerLineNumber] int line = 0)
    {
        _lines[name] = line;
        return TimeSpan.FromSeconds(seconds);
    }

    private CoLock Here(string name, CoLock @lock, [CallerLineNumber] int line = 0)
    {
        _lines[name] = line;
        return @lock;
    }

    [Coroutine]
    private void Cooks(Co co, string dish, object[] pots)
    {
        using (co.Lock(_stove))
        {
            co.Sleep(Here("cooks", 2));
            Say($"{dish} {pots.Length}");
        }
    }

    [Coroutine]
    private int Serves(Co co, string client, int count)
    {
        var price = count * 2.5m;
        var unused = client + "!";
        Say(unused);
        Fries(co, client,
            Here("serves", 0));
        return (int)price;
    }

    [Coroutine]
    private void Fries(Co co, string client, TimeSpan time)
    {
        var isHungry = true;
        using (co.Lock(Here("fries", _stove)))
            Say($"{client} {isHungry} {time}");
    }

    [Coroutine]
    private void Captures(Co co, List<int> numbers)
    {
        var sum = 1;
        Action add = () => sum++;
        co.Sleep(1000);
        add();
        Say(sum + numbers.Count);
    }

    [Coroutine]
    private void TakesBoth(Co co, string name, CoLock first, CoLock second)
    {
        using (co.Lock(first))
        {
            co.Yield();
            using (co.Lock(Here(name, second)))
                Say(name);
        }
    }

    [Coroutine]
    private static void DumpsItself(Co co, TextWriter writer)
    {
        co.Yield();
        co.Loop.Dump(writer);
    }

    [Coroutine]
    private static void Values(Co co, object? none, string text, char letter, Coroutine other)
    {
        co.Yield();
        GC.KeepAlive((none, text, letter));
        co.Wait(other);
    }
}
