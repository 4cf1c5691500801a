using System.Collections;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

/// <summary>Where an enumerator has <c>MoveNext(Co)</c> beside <c>MoveNext()</c>, <c>foreach</c> suspends in it.</summary>
public sealed partial class LanguageCallBodies
{
    private sealed class Rows(Trace t, int count)
    {
        public RowEnumerator GetEnumerator()
        {
            t.Log("open rows");
            return new RowEnumerator(t, count);
        }
    }

    internal sealed partial class RowEnumerator(Trace t, int count, bool fails = false) : IDisposable
    {
        private int _current = -1;

        public int Current => t.V(_current);

        public bool MoveNext() => Advance();

        [Coroutine]
        public bool MoveNext(Co co)
        {
            co.Yield();
            return Advance();
        }

        public void Dispose() => t.Log("close rows");

        [Coroutine]
        public void Dispose(Co co)
        {
            co.Yield();
            t.Log("close rows");
        }

        private bool Advance()
        {
            t.Log("move");
            return fails && _current == 1 ? throw new InvalidOperationException("rows") : ++_current < count;
        }
    }

    [Coroutine]
    private static string OnlyTheLoopSuspends(Co co, Trace t)
    {
        foreach (var row in new Rows(t, 3))
        {
            var twice = row * 2;
            t.Log(twice);
        }

        var sum = 0L;
        foreach (long row in new Rows(t, 3))
            sum += row;
        return $"{sum}";
    }

    [Coroutine]
    private static string BodySuspendsToo(Co co, Trace t)
    {
        foreach (var row in new Rows(t, t.S(co, 2)))
        {
            foreach (var other in new Rows(t, 2))
                t.S(co, row + other);
        }

        return "end";
    }

    [Coroutine]
    private static string JumpsOutOfTheLoop(Co co, Trace t)
    {
        foreach (var row in new Rows(t, 5))
        {
            if (row == 0)
                continue;
            if (row == 1)
            {
                foreach (var inner in new Rows(t, 5))
                {
                    if (inner == 1)
                        goto next;
                }
            }

            if (row == 2)
                break;
        next:
            t.Log(row);
        }

        foreach (var row in new Rows(t, 5))
            return $"{row}";
        return "never";
    }

    [Coroutine]
    private static string LoopThrows(Co co, Trace t)
    {
        try
        {
            foreach (var row in new Rows(t, 3))
                throw new InvalidOperationException($"{row}");
        }
        catch (InvalidOperationException e)
        {
            t.Log(e.Message);
        }

        foreach (var row in new Failing(t))
            t.Log(row);
        return "never";
    }

    private sealed class Failing(Trace t)
    {
        public RowEnumerator GetEnumerator() => new(t, 3, fails: true);
    }

    [Coroutine]
    private static string RowsAreCaptured(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        foreach (var row in new Rows(t, 3))
        {
            var copy = row;
            functions.Add(() => row * 10 + copy);
        }

        return string.Join(" ", functions.Select(f => f()));
    }

    /// <summary>A structure that moves by what it refers to.</summary>
    internal readonly partial struct Cursor(int[] position)
    {
        public (int Index, string Name) Current => (position[0], "n" + position[0]);

        public readonly bool MoveNext() => position[0]++ < 2;

        [Coroutine]
        public readonly bool MoveNext(Co co)
        {
            co.Yield();
            return position[0]++ < 2;
        }
    }

    internal sealed class Table;

    [Coroutine]
    private static string StructByExtension(Co co, Trace t)
    {
        foreach (var (index, name) in new Table())
            t.Log(index + name);
        foreach (var (_, name) in new Table())
        {
            if (t.S(co, name) == "n1")
                break;
        }

        return "end";
    }

    internal partial interface ISource<out T> : IEnumerator<T>
    {
        [Coroutine]
        bool MoveNext(Co co);
    }

    private sealed partial class Letters(Trace t, string letters) : ISource<char>
    {
        private int _index = -1;

        public char Current => letters[_index];

        object IEnumerator.Current => Current;

        bool IEnumerator.MoveNext() => Next();

        [Coroutine]
        bool ISource<char>.MoveNext(Co co)
        {
            co.Yield();
            return Next();
        }

        void IEnumerator.Reset() => throw new NotSupportedException();

        void IDisposable.Dispose() => t.Log("letters end");

        private bool Next() => ++_index < letters.Length;
    }

    private sealed class Word(Trace t, string letters)
    {
        public ISource<char> GetEnumerator() => new Letters(t, letters);
    }

    [Coroutine]
    private static string InterfaceEnumerator(Co co, Trace t)
    {
        foreach (var letter in new Word(t, "abc"))
            t.Log(letter);
        foreach (int letter in new Word(t, "abc"))
            t.S(co, letter);
        return "end";
    }

    private sealed class Generic<TEnumerator>(Func<TEnumerator> open)
    {
        public TEnumerator GetEnumerator() => open();
    }

    [Coroutine]
    private static void Each<TEnumerator>(Co co, Trace t, Generic<TEnumerator> source)
        where TEnumerator : ISource<char>
    {
        foreach (var letter in source)
            t.Log(letter);
    }

    [Coroutine]
    private static string TypeParameterEnumerator(Co co, Trace t)
    {
        Each(co, t, new Generic<Letters>(() => new Letters(t, "xy")));
        Each(co, t, new Generic<ISource<char>>(() => new Letters(t, "z")));
        return "end";
    }

    [Coroutine]
    private static string LoopInsideFunctions(Co co, Trace t)
    {
        t.S(co);
        var all = () =>
        {
            foreach (var row in new Rows(t, 2))
                t.Log(row);
        };
        all();
        lock (all)
        {
            foreach (var row in new Rows(t, 1))
                t.Log(row);
        }

        return "end";
    }
}

internal static class LanguageCallExtensions
{
    internal static LanguageCallBodies.Cursor GetEnumerator(this LanguageCallBodies.Table table) =>
        new([0]);
}
