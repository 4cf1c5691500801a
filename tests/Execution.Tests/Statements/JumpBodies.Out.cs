using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class JumpBodies
{
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
