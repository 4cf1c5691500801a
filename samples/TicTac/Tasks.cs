using CoroGen;

namespace TicTac;

/// <summary>The coroutines that the parts play with.</summary>
internal static partial class Tasks
{
    [Coroutine]
    public static string TicTac(Co co)
    {
        Console.WriteLine("Tic");
        co.Yield();
        Console.WriteLine("Tac");
        co.Yield();
        return "Boum!";
    }

    [Coroutine]
    public static string Spam(Co co)
    {
        Console.WriteLine("Spam");
        co.Yield();
        Console.WriteLine("Eggs");
        co.Yield();
        Console.WriteLine("Bacon");
        co.Yield();
        return "SPAM!";
    }

    [Coroutine]
    public static void Subtask(Co co)
    {
        Console.WriteLine("task subtask");
        for (var i = 0; i < 3; i++)
        {
            Console.WriteLine("(subtask)");
            co.Yield();
        }

        Console.WriteLine("Subtask finished");
    }

    [Coroutine]
    public static void Repeat(Co co, string word, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Console.WriteLine(word);
            co.Yield();
        }
    }

    [Coroutine]
    public static void Fail(Co co, string reason)
    {
        co.Yield();
        throw new InvalidOperationException(reason);
    }
}
