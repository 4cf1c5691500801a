namespace CoroGen.Execution.Library;

/// <summary>Coroutines of every kind that another assembly can use.</summary>
public abstract partial class Shop(Action<string> log)
{
    [Coroutine]
    public static int Price(Co co, Action<string> log, int pieces, int each = 3)
    {
        log($"price {pieces}");
        co.Yield();
        return pieces * each;
    }

    [Coroutine]
    public static T Last<T>(Co co, Action<string> log, params T[] items)
        where T : notnull
    {
        foreach (var item in items)
        {
            log($"item {item}");
            co.Yield();
        }

        return items[^1];
    }

    [Coroutine]
    public virtual string Open(Co co, string name)
    {
        log($"open {name}");
        co.Yield();
        return $"{name}, {Greet(co, name)}";
    }

    [Coroutine]
    protected abstract string Greet(Co co, string name);

    [Coroutine]
    protected void Log(Co co, string text)
    {
        co.Yield();
        log(text);
    }
}

/// <summary>An interface with a default implementation.</summary>
public partial interface IStock<T>
{
    [Coroutine]
    T Take(Co co, int index);

    [Coroutine]
    string TakeTwo(Co co, int index) => $"{Take(co, index)} {Take(co, index + 1)}";
}

/// <summary>An extension method, and a coroutine of a struct.</summary>
public static partial class ShopExtensions
{
    [Coroutine]
    public static string Repeat(this string text, Co co, int times)
    {
        var result = "";
        for (var i = 0; i < times; i++)
        {
            co.Yield();
            result += text;
        }

        return result;
    }
}

/// <summary>A struct.</summary>
public readonly partial record struct Coin(int Value)
{
    [Coroutine]
    public Coin Twice(Co co)
    {
        co.Yield();
        return new(2 * Value);
    }
}

/// <summary>Coroutines in extension blocks.</summary>
public static partial class ShopBlocks
{
    extension(string text)
    {
        [Coroutine]
        public string Echoed(Co co, int times)
        {
            var result = "";
            for (var i = 0; i < times; i++)
            {
                co.Yield();
                result += text;
            }

            return result;
        }
    }

    extension<T>(IReadOnlyList<T> items)
        where T : struct
    {
        [Coroutine]
        public T LastOf(Co co, int count)
        {
            co.Yield();
            return items[count - 1];
        }
    }

    extension(Coin)
    {
        [Coroutine]
        public static Coin Minted(Co co, int value)
        {
            co.Yield();
            return new(value);
        }
    }
}
