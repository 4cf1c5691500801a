namespace CoroGen.Benchmarks.Compiling;

/// <summary>
/// Ten coroutines as projects have them, 12 to 35 lines each. They compile without the generator too: they call each other with the handle only,
/// for without it there are no factories. <c>#</c> is the number of the file's class.
/// </summary>
internal static class CoroutineText
{
    public static readonly string[] All =
    [
        // Statements and calls.
        """
            [Coroutine]
            public static Receipt# Checkout#(Co co, Order# order, string user)
            {
                if (order is null)
                    throw new ArgumentNullException(nameof(order));
                Validate#(order, user);
                var basket = LoadBasket#(co, order.Id);
                var subtotal = basket.Sum(line => line.Price * line.Quantity);
                var discount = subtotal > 100 ? subtotal * 0.05m : 0m;
                var shipping = Quote#(co, order.Country, basket.Count, express: order.IsUrgent);
                var total = subtotal - discount + shipping;
                if (!Reserve#(co, order.Id, basket.Count))
                    return new Receipt#(order.Id, 0m, "out of stock");
                Charge#(co, user, total);
                co.Sleep(5);
                var text = $"{user} paid {total:0.00} for {basket.Count} items";
                Log#.Add(text);
                return new Receipt#(order.Id, total, text);
            }
        """,
        // A loop over a list under a lock.
        """
            [Coroutine]
            public static List<Line#> LoadBasket#(Co co, int id)
            {
                var result = new List<Line#>();
                using (co.Lock(Shelf#))
                {
                    for (var i = 0; i < Stock#.Count; i++)
                    {
                        var item = Stock#[i];
                        if (item.Owner != id)
                            continue;
                        if (item.Quantity <= 0)
                        {
                            Log#.Add("empty " + item.Name);
                            break;
                        }

                        co.Yield();
                        result.Add(item with { Quantity = Math.Min(item.Quantity, 10) });
                    }
                }

                result.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
                return result;
            }
        """,
        // A switch expression and arguments that suspend.
        """
            [Coroutine]
            public static decimal Quote#(Co co, string country, int items, bool express = false)
            {
                var zone = country switch
                {
                    "DE" or "AT" or "CH" => 1,
                    "US" or "CA" => 3,
                    { Length: 2 } => 2,
                    _ => throw new ArgumentException("unknown country", nameof(country)),
                };
                var rate = Rate#(zone, items) * Measure#(co, items, zone) / 10m;
                if (express)
                    rate = Math.Max(rate * 2, Measure#(co, 1, zone));
                return decimal.Round(rate, 2);
            }
        """,
        // Retries: try, catch with a filter, a loop with a back-off.
        """
            [Coroutine]
            public static bool Reserve#(Co co, int order, int items)
            {
                var delay = TimeSpan.FromMilliseconds(10);
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        var left = Available#(co, order);
                        if (left < items)
                            return false;
                        Stock#[0] = Stock#[0] with { Quantity = left - items };
                        return true;
                    }
                    catch (InvalidOperationException e) when (attempt < 3)
                    {
                        Log#.Add($"attempt {attempt}: {e.Message}");
                    }

                    co.Sleep(delay);
                    delay += delay;
                }
            }
        """,
        // try and finally.
        """
            [Coroutine]
            public static int Available#(Co co, int order)
            {
                var watch = System.Diagnostics.Stopwatch.StartNew();
                Busy#++;
                try
                {
                    co.Yield();
                    var available = 0;
                    foreach (var line in Stock#)
                    {
                        if (line.Owner == order || line.Owner == 0)
                            available += line.Quantity;
                    }

                    return available;
                }
                finally
                {
                    Busy#--;
                    Log#.Add($"looked for {watch.ElapsedMilliseconds} ms");
                }
            }
        """,
        // A switch statement whose sections suspend.
        """
            [Coroutine]
            public static void Charge#(Co co, string user, decimal amount)
            {
                var state = amount switch { <= 0 => State#.Done, > 1000 => State#.Review, _ => State#.Open };
                while (state != State#.Done)
                {
                    switch (state)
                    {
                        case State#.Review:
                            var approved = Approve#(co, user, amount);
                            state = approved ? State#.Open : State#.Failed;
                            break;
                        case State#.Open when amount > 0:
                            co.Sleep(1);
                            Balance# -= amount;
                            state = State#.Done;
                            break;
                        case State#.Failed:
                            throw new InvalidOperationException($"{user} cannot pay {amount}");
                        default:
                            return;
                    }
                }
            }
        """,
        // Captured variables and a local function.
        """
            [Coroutine]
            public static bool Approve#(Co co, string user, decimal amount)
            {
                var limit = Limit#(user);
                var votes = new List<string>();
                bool Agrees(string name) => name.Length % 2 == 0 || amount < limit;
                foreach (var name in Names#.Where(name => name != user))
                {
                    co.Yield();
                    if (Agrees(name))
                        votes.Add(name);
                }

                var winners = votes.Where(vote => vote.Length < limit).Select(vote => vote.ToUpperInvariant()).ToList();
                limit += winners.Count;
                return winners.Count > Names#.Count / 2;
            }
        """,
        // Much plain code round one suspension.
        """
            [Coroutine]
            public static int Measure#(Co co, int items, int zone)
            {
                var weights = new int[items + 1];
                for (var i = 0; i < weights.Length; i++)
                {
                    weights[i] = (i * 7 + zone) % 13;
                    if (weights[i] == 0)
                        weights[i] = 1;
                }

                var (heavy, light) = (0, 0);
                foreach (var weight in weights)
                {
                    if (weight > 6)
                        heavy++;
                    else
                        light++;
                }

                var text = new StringBuilder();
                text.Append("heavy ").Append(heavy).Append(", light ").Append(light);
                if (heavy > light && text.Length > 3)
                    text.Insert(0, "mostly ");
                Log#.Add(text.ToString());
                co.Sleep(TimeSpan.FromMilliseconds(zone));
                var total = 0L;
                checked
                {
                    foreach (var weight in weights)
                        total += weight * (long)zone;
                }

                return (int)Math.Min(total, int.MaxValue);
            }
        """,
        // Coroutine lambdas, launched and awaited.
        """
            [Coroutine]
            public static string Report#(Co co, IReadOnlyList<Order#> orders)
            {
                var total = 0m;
                var pending = new List<Coroutine<decimal>>();
                foreach (var order in orders)
                    pending.Add(co.Launch(co => Checkout#(co, order, order.Country).Total));
                for (var i = 0; i < pending.Count; i++)
                {
                    var paid = co.Await(pending[i]);
                    total += paid;
                    Log#.Add($"{i}: {paid}" + (paid > 0 ? "" : " (nothing)"));
                }

                return total > 0 && Reserve#(co, 0, pending.Count) ? $"total {total}" : "nothing";
            }
        """,
        // Nullable values, conditional operators, nested blocks.
        """
            [Coroutine]
            public static int? Find#(Co co, string? name, params int[] owners)
            {
                if (string.IsNullOrWhiteSpace(name))
                    return null;
                Line#? best = null;
                foreach (var owner in owners)
                {
                    var lines = LoadBasket#(co, owner);
                    var found = lines.FirstOrDefault(line => line.Name.StartsWith(name, StringComparison.Ordinal));
                    if (found is not null && (best is null || found.Price < best.Price))
                    {
                        best = found;
                        if (best.Price <= 0m || Available#(co, owner) == 0)
                            break;
                    }
                }

                var quote = best is { Quantity: > 0 } ? Quote#(co, "DE", best.Quantity) : default(decimal?);
                return best?.Owner ?? (quote is { } price ? (int)price : null);
            }
        """,
    ];
}
