using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class LoopJumpBodies : Bodies<LoopJumpBodies>
{
    [Coroutine]
    private static string GotoOutOfNestedLoops(Co co, Trace t)
    {
        for (var i = 0; i < 3; i++)
        {
            foreach (var c in "abc")
            {
                var n = 0;
                while (true)
                {
                    if (t.S(co, n++) == 2)
                        break;
                    if (i == 1 && c == 'b')
                        goto found;
                }

                t.Log($"{i}{c}");
            }
        }

        t.Log("not found");
    found:
        return "end";
    }

    [Coroutine]
    private static string GotoOutOfACopiedLoop(Co co, Trace t)
    {
        var i = t.S(co, 0);
    again:
        while (true)
        {
            if (++i % 3 == 0)
                goto found;
            if (i > 7)
                goto end;
        }

    found:
        t.S(co, i);
        goto again;
    end:
        return $"{i}";
    }

    [Coroutine]
    private static string BreakOutOfACopiedInnerStatement(Co co, Trace t)
    {
        var i = 0;
        while (true)
        {
            t.S(co, i);
            if (i > 0)
            {
                switch (i)
                {
                    case 1:
                        i = 5;
                        break;
                    case 5:
                        i = 6;
                        continue;
                    default:
                        goto end;
                }

                foreach (var c in "xyz")
                {
                    if (c == 'y')
                        break;
                    t.Log(c);
                }

                if (i == 7)
                    break;
            }

            i++;
        }

    end:
        return $"{i}";
    }

    [Coroutine]
    private static string ContinueTheOuterLoop(Co co, Trace t)
    {
        for (var i = 0; i < 3; t.S(co, i++))
        {
            for (var j = 0; j < 3; j++)
            {
                if (j == 1)
                    goto next;
                t.S(co, j);
            }

        next:
            t.Log(i);
        }

        return "end";
    }

    [Coroutine]
    private static string ReturnOutOfEverything(Co co, Trace t)
    {
        foreach (var a in new[] { 1, 2 })
        {
            for (; ; )
            {
                do
                {
                    switch (t.S(co, a))
                    {
                        case 1:
                            goto next;
                        default:
                            return $"{a}";
                    }
                }
                while (true);
            }

        next:
            ;
        }

        return "never";
    }

    [Coroutine]
    private static string ThrowOutOfLoops(Co co, Trace t)
    {
        for (var i = 0; ; i++)
        {
            while (t.S(co, i) < 2)
                break;
            if (i == 2)
                throw new InvalidOperationException($"{t.S(co, i)}");
        }
    }

    [Coroutine]
    private static string JumpsUnderIfWithoutBraces(Co co, Trace t)
    {
        var i = 0;
        while (true)
            if (t.S(co, i++) == 1)
                continue;
            else if (i == 4)
                break;
            else
                t.S(co, "other");
        return $"{i}";
    }

    [Coroutine]
    private static string LoopThatSuspendsOnlyOnce(Co co, Trace t)
    {
        var sum = 0;
        for (var i = 0; i < 1000; i++)
        {
            if (i == 500)
                sum += t.S(co, i);
            else
                sum++;
        }

        return $"{sum}";
    }

    [Coroutine]
    private static string GotoIntoTheMiddleOfALoopsBlock(Co co, Trace t)
    {
        var n = 0;
        for (var i = 0; i < 2; i++)
        {
        redo:
            n++;
            t.S(co, n);
            if (n % 3 != 0)
            {
                if (n == 5)
                    break;
                goto redo;
            }

            t.Log("through");
        }

        return $"{n}";
    }
}
