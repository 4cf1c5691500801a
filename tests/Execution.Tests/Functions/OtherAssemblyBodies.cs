using CoroGen.Execution.Library;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

/// <summary>Coroutines that another assembly has: called, launched, overridden, implemented.</summary>
public sealed partial class OtherAssemblyBodies : Bodies<OtherAssemblyBodies>
{
    private sealed partial class Bakery(Trace t) : Shop(t.Log)
    {
        [Coroutine]
        public override string Open(Co co, string name)
        {
            Log(co, "opening");
            return base.Open(co, t.S(co, name)) + t.S(co, "!");
        }

        [Coroutine]
        protected override string Greet(Co co, string name) => t.S(co, "hello") + name.Length;
    }

    private sealed partial class Shelf(Trace t) : IStock<int>, IStock<string>
    {
        [Coroutine]
        public int Take(Co co, int index) => t.S(co, 10 * index);

        [Coroutine]
        string IStock<string>.Take(Co co, int index) => t.S(co, $"#{index}");
    }

    [Coroutine]
    private static string Calls(Co co, Trace t)
    {
        var price = Shop.Price(co, t.Log, t.S(co, 2)) + Shop.Price(co, t.Log, each: t.S(co, 5), pieces: 3);
        var last = Shop.Last(co, t.Log, "a", t.S(co, "b")) + Shop.Last(co, t.Log, 1, 2, 3);
        return $"{price} {last} {"x".Repeat(co, 3)} {new Coin(t.S(co, 4)).Twice(co).Twice(co)}";
    }

    [Coroutine]
    private static string Factories(Co co, Trace t)
    {
        var price = co.Launch(Shop.Price(t.Log, 2));
        Func<Action<string>, string[], Coroutine<string>> last = Shop.Last;
        var coin = new Coin(1).Twice();
        t.S(co);
        return $"{co.Await(price)} {co.Await(last(t.Log, ["a"]))} {co.Await(coin)} {co.Await("x".Repeat(2))}";
    }

    [Coroutine]
    private static string Overrides(Co co, Trace t)
    {
        Shop shop = new Bakery(t);
        return shop.Open(co, "shop") + co.Await(shop.Open("again"));
    }

    [Coroutine]
    private static string Implementations(Co co, Trace t)
    {
        var shelf = new Shelf(t);
        IStock<int> numbers = shelf;
        IStock<string> texts = shelf;
        return numbers.TakeTwo(co, 1) + texts.TakeTwo(co, 3) + Sum(co, t, numbers) + co.Await(texts.Take(7));
    }

    [Coroutine]
    private static T Sum<T>(Co co, Trace t, IStock<T> stock)
    {
        stock.Take(co, t.S(co, 5));
        return stock.Take(co, 6);
    }
}
