using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class JumpBodies : Bodies<JumpBodies>
{
    [Coroutine]
    private static string BackwardLoop(Co co, Trace t)
    {
        var i = 0;
    again:
        t.S(co, i);
        if (++i < 3)
            goto again;
        return $"{i}";
    }

    [Coroutine]
    private static string ForwardOverDeclarations(Co co, Trace t)
    {
        if (t.S(co, true))
            goto skip;
        var x = t.S(co, 1);
        t.Log(x);
    skip:
        x = 5;
        return $"{x}";
    }

    [Coroutine]
    private static string OutOfBlocks(Co co, Trace t)
    {
        var i = 0;
    start:
        {
            {
                i++;
                if (t.S(co, i) == 1)
                    goto start;
                if (i == 2)
                    goto middle;
                goto end;
            }

        middle:
            t.S(co, "middle");
            goto start;
        }

    end:
        return $"{i}";
    }

    [Coroutine]
    private static string SameLabelsInSiblings(Co co, Trace t)
    {
        {
            var i = 0;
        again:
            if (t.S(co, i++) < 1)
                goto again;
        }

        {
            var i = 10L;
        again:
            if (t.S(co, i++) < 11)
                goto again;
        }

        {
            var i = 0;
        again:
            if (i++ < 3)
                goto again;
            t.Log(i);
        }

        return "end";
    }

    [Coroutine]
    private static string LabelsInARow(Co co, Trace t)
    {
        var i = 0;
    first:
    second:
        if (t.S(co, ++i) == 1)
            goto first;
        if (i == 2)
            goto second;
        if (i == 3)
            goto third;
        t.Log("never");
    third:
    fourth:
        ;
        if (i++ < 5)
            goto fourth;
        return $"{i}";
    }

    [Coroutine]
    private static string LabelAtTheEndOfABlock(Co co, Trace t)
    {
        for (var i = 0; i < 2; i++)
        {
            if (t.S(co, i) == 0)
                goto end;
            t.Log("after");
        end:;
        }

        return "end";
    }

    [Coroutine]
    private static string LabeledStatements(Co co, Trace t)
    {
        var n = 0;
        goto loop;
    declared:
        var x = t.S(co, n);
        if (x > 3)
            goto end;
    loop:
        for (var i = 0; i < 2; i++)
            n += t.S(co, i);
    block:
        {
            n++;
            if (n % 3 == 0)
                goto block;
            goto declared;
        }

    end:
        return $"{n} {x}";
    }

    [Coroutine]
    private static string OutOfTry(Co co, Trace t)
    {
        var i = 0;
    again:
        try
        {
            i++;
            try
            {
                if (t.S(co, i) == 1)
                    goto again;
                if (i == 2)
                    goto between;
                t.Throw<int>(co, "x");
            }
            catch (InvalidOperationException)
            {
                if (i == 3)
                    goto again;
                t.S(co, "caught");
                if (i == 4)
                    goto between;
                goto end;
            }
            finally
            {
                t.Log("plain finally");
            }

        between:
            t.S(co, "between");
            goto again;
        }
        finally
        {
            t.S(co, "finally");
        }

    end:
        return $"{i}";
    }

    [Coroutine]
    private static string KeywordsAndGeneratedNames(Co co, Trace t)
    {
        var @goto = 0;
    @while:
        var __state = t.S(co, @goto++);
        if (__state < 2)
            goto @while;
        goto __resume;
    __resume:
        var __f = t.S(co, "frame");
        return __f + @goto;
    }

    [Coroutine]
    private static string IntoLoopHeadAndOut(Co co, Trace t)
    {
        var i = 0;
    top:
        while (t.S(co, i++) < 10)
        {
            if (i % 4 == 0)
                goto top;
            if (i == 7)
                goto bottom;
            foreach (var c in "ab")
            {
                if (i == 2)
                    goto top;
                t.S(co, c);
                if (i == 5)
                    goto bottom;
            }
        }

    bottom:
        return $"{i}";
    }

    [Coroutine]
    private static string EndlessLoopsWithoutEnd(Co co, Trace t)
    {
        var i = 0;
    again:
        if (t.S(co, i++) == 3)
            throw new InvalidOperationException("the only way out");
        goto again;
    }
}
