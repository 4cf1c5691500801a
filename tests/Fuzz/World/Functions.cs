namespace CoroGen.Fuzz.World;

/// <content>Methods with parameters of all kinds.</content>
public sealed partial class Trace
{
    public int Three(int a, int b, int c)
    {
        Log($"Three {a} {b} {c}");
        return unchecked(a * 100 + b * 10 + c);
    }

    public int Optional(int a, int b = 5, string c = "c")
    {
        Log($"Optional {a} {b} {c}");
        return unchecked(a + b);
    }

    public int Many(string head, params int[] numbers)
    {
        Log($"Many {head} {Text(numbers)}");
        return numbers.Length;
    }

    public int Change(ref int variable, int number)
    {
        Log($"Change {variable} {number}");
        return variable = unchecked(variable + number);
    }

    public bool Try(int number, out int result)
    {
        Log($"Try {number}");
        result = unchecked(number * 2);
        return (number & 1) == 0;
    }

    public int Peek(in int variable, int number)
    {
        Log($"Peek {variable} {number}");
        return unchecked(variable * 2 + number);
    }

    public long Which(long a, int b)
    {
        Log($"Which {a} {b}");
        return unchecked(a + b);
    }

    public IEnumerable<int> Count(int number)
    {
        for (var i = 0; i < Math.Clamp(number & 3, 0, 3); i++)
        {
            Log($"yield {i}");
            yield return i;
        }

        Log("last");
    }
}
