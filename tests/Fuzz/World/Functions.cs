using System.Runtime.CompilerServices;

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

    public int Weigh(in Weight weight, int number)
    {
        Log($"Weigh {weight.Number} {number}");
        return unchecked(weight.Number + number);
    }

    public int Span(int number, params ReadOnlySpan<int> more)
    {
        Log($"Span {number} {more.Length}");
        return more.Length == 0 ? number : more[0];
    }

    public int Listed(string head, params List<int> numbers)
    {
        Log($"Listed {head} {Text(numbers)}");
        return numbers.Count;
    }

    public string Told(int number, [CallerMemberName] string member = "", [CallerLineNumber] int line = 0)
    {
        Log($"Told {number} {member} {line}");
        return member;
    }

    public string Show([InterpolatedStringHandlerArgument("")] Letters letters)
    {
        Log("Show");
        return letters.ToString();
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
