namespace CoroGen.Benchmarks.Compiling;

/// <summary>What stands round the coroutines of a file: its types, its state, and ordinary methods. <c>#</c> is the number of the file's class.</summary>
internal static class PlainText
{
    public const string Types = """
        public sealed record Order#(int Id, string Country, bool IsUrgent);

        public sealed record Line#(string Name, int Owner, int Quantity, decimal Price);

        public sealed record Receipt#(int Order, decimal Total, string Text);

        public enum State#
        {
            Open,
            Review,
            Done,
            Failed,
        }
        """;

    /// <summary>What the coroutines use.</summary>
    public const string Members = """
            private static readonly CoLock Shelf# = new();
            private static readonly List<Line#> Stock# = [new("tea", 0, 10, 2.5m), new("cake", 1, 3, 4m)];
            private static readonly List<string> Log# = [];
            private static readonly List<string> Names# = ["Ann", "Bert", "Cleo"];

            public static int Busy# { get; private set; }

            public static decimal Balance# { get; private set; } = 100m;

            private static void Validate#(Order# order, string user)
            {
                if (order.Id < 0)
                    throw new ArgumentOutOfRangeException(nameof(order));
                if (user.Length == 0)
                    throw new ArgumentException("no user", nameof(user));
            }

            private static decimal Rate#(int zone, int items) => items switch { 0 => 0m, < 10 => zone * 1.5m, _ => zone * 1.2m };

            private static int Limit#(string user) => user.Length * 10 + Names#.IndexOf(user);
        """;

    /// <summary>Ordinary methods, 6 to 25 lines each. <c>_N</c> is the number of the copy.</summary>
    public static readonly string[] Methods =
    [
        """
            public static Dictionary<string, List<Line#>> Group#_N(IEnumerable<Line#> lines)
            {
                var groups = new Dictionary<string, List<Line#>>(StringComparer.OrdinalIgnoreCase);
                foreach (var line in lines)
                {
                    if (!groups.TryGetValue(line.Name, out var group))
                        groups.Add(line.Name, group = []);
                    group.Add(line);
                }

                foreach (var group in groups.Values)
                    group.Sort((a, b) => a.Price.CompareTo(b.Price));
                return groups;
            }
        """,
        """
            public static bool TryParse#_N(string text, out Line#? line)
            {
                line = null;
                var parts = text.Split(';');
                if (parts.Length != 4)
                    return false;
                if (!int.TryParse(parts[1], out var owner) || !int.TryParse(parts[2], out var quantity))
                    return false;
                if (!decimal.TryParse(parts[3], out var price) || price < 0)
                    return false;
                line = new Line#(parts[0].Trim(), owner, quantity, price);
                return true;
            }
        """,
        """
            public static string Format#_N(IReadOnlyCollection<Line#> lines, int width = 40)
            {
                var text = new StringBuilder();
                var total = 0m;
                foreach (var line in lines)
                {
                    var price = line.Price * line.Quantity;
                    total += price;
                    text.Append(line.Name.PadRight(width)).Append(' ').AppendLine($"{line.Quantity,4} x {line.Price,8:0.00} = {price,9:0.00}");
                }

                text.Append('-', width).AppendLine();
                text.AppendLine($"{"total".PadRight(width)} {total:0.00}");
                return text.ToString();
            }
        """,
        """
            public static int[] Histogram#_N(IEnumerable<int> values, int buckets)
            {
                var result = new int[buckets];
                var (min, max) = (int.MaxValue, int.MinValue);
                var all = values.ToList();
                foreach (var value in all)
                {
                    min = Math.Min(min, value);
                    max = Math.Max(max, value);
                }

                if (all.Count == 0 || min == max)
                    return result;
                foreach (var value in all)
                {
                    var index = (int)((long)(value - min) * buckets / ((long)max - min + 1));
                    result[index]++;
                }

                return result;
            }
        """,
        """
            public static string Describe#_N(object? value)
            {
                switch (value)
                {
                    case null:
                        return "nothing";
                    case Line# { Quantity: 0 } line:
                        return $"no {line.Name}";
                    case Line# line when line.Price > 100m:
                        return $"precious {line.Name}";
                    case Receipt# { Total: var total, Text: { Length: > 0 } text }:
                        return $"{text} ({total})";
                    case IEnumerable<Line#> lines:
                        return string.Join(", ", lines.Select(line => line.Name));
                    default:
                        return value.ToString() ?? "?";
                }
            }
        """,
        """
            public static decimal Median#_N(IEnumerable<Line#> lines)
            {
                var prices = (from line in lines where line.Quantity > 0 orderby line.Price select line.Price).ToArray();
                if (prices.Length == 0)
                    return 0m;
                var middle = prices.Length / 2;
                return prices.Length % 2 == 1 ? prices[middle] : (prices[middle - 1] + prices[middle]) / 2;
            }
        """,
    ];
}
