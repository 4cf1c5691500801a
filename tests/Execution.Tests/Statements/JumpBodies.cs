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
    private static string BetweenSections(Co co, Trace t)
    {
        for (var i = 0; i < 4; i++)
        {
            switch (i)
            {
                case 0:
                    if (t.S(co, i) == 0)
                        goto last;
                    break;
                case 1:
                    goto last;
                first:
                    t.S(co, "first");
                    break;
                case 2:
                    goto first;
                default:
                last:
                    t.S(co, "last");
                    break;
            }
        }

        return "end";
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
}
