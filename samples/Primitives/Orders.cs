using CoroGen;

namespace Primitives;

/// <summary>Two tills send orders to two cooks. There is room for one order in between.</summary>
internal static partial class Orders
{
    [Coroutine]
    public static void Serve(Co co)
    {
        var orders = new CoChannel<string>(capacity: 1);
        var cooks = new[] { co.Launch(Cook("cook 1", orders)), co.Launch(Cook("cook 2", orders)) };
        co.WaitAll(Till("A", orders), Till("B", orders));
        orders.Close();                                         // no more orders: the cooks go home when they have done the last one
        co.WaitAll(cooks);
    }

    [Coroutine]
    private static void Till(Co co, string name, CoChannel<string> orders)
    {
        for (var i = 1; i <= 2; i++)
            orders.Send(co, $"{name}{i}");                      // suspends while there is no room
    }

    [Coroutine]
    private static void Cook(Co co, string name, CoChannel<string> orders)
    {
        foreach (var order in orders)                           // suspends until there is an order, ends when the channel is closed
        {
            co.Sleep(TimeSpan.FromSeconds(5));
            Journal.Note($"{name} has done {order}");
        }
    }
}
