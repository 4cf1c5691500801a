using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class SwitchBodies
{
    [Coroutine]
    private static string SharedLocals(Co co, Trace t)
    {
        for (var i = 0; i < 3; i++)
        {
            switch (i)
            {
                case 0:
                    var shared = t.S(co, "zero");
                    int number;
                    t.Log(shared);
                    break;
                case 1:
                    shared = t.S(co, "one");
                    number = shared.Length;
                    t.Log(shared + number);
                    break;
                default:
                    number = 5;
                    t.S(co, number);
                    shared = null;
                    t.Log(shared);
                    break;
            }
        }

        return "end";
    }

    [Coroutine]
    private static string CapturedSharedLocals(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        for (var i = 0; i < 3; i++)
        {
            switch (i)
            {
                case 0:
                    var n = t.S(co, 10);
                    functions.Add(() => n++);
                    goto case 1;
                case 1:
                    n = t.S(co, 20);
                    functions.Add(() => n++);
                    break;
                case 2:
                    n = 30;
                    functions.Add(() => n++);
                    t.S(co, n);
                    break;
            }
        }

        return string.Join(" ", functions.Concat(functions).Select(f => f()));
    }

    [Coroutine]
    private static string Nested(Co co, Trace t)
    {
        for (var i = 0; i < 2; i++)
        {
            for (var j = 0; j < 3; j++)
            {
                switch (t.S(co, i))
                {
                    case 0:
                        switch (j)
                        {
                            case 0:
                                t.S(co, "inner zero");
                                break;
                            case 1:
                                continue;
                            default:
                                goto done;
                        }

                        break;
                    case 1:
                        switch (j)
                        {
                            case 0:
                                goto case 1;
                            case 1:
                                t.S(co, "inner one");
                                goto default;
                            default:
                                break;
                        }

                        goto default;
                    default:
                        t.S(co, "outer default");
                        break;
                }

                t.Log($"{i}{j}");
            }

        done:
            t.Log("done");
        }

        return "end";
    }

    [Coroutine]
    private static string NoSectionOrNoMatch(Co co, Trace t)
    {
#pragma warning disable CS1522
        switch (t.S(co, 1))
        {
        }
#pragma warning restore CS1522

        switch (t.S(co, 1))
        {
            default:
                t.S(co, "default only");
                break;
        }

        switch (t.S(co, 5))
        {
            case 1:
                t.S(co, "never");
                break;
        }

        return "end";
    }

    [Coroutine]
    private static string EveryWayOut(Co co, Trace t)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                switch (i)
                {
                    case 0:
                        break;
                    case 1:
                        t.S(co, 1);
                        continue;
                    case 2:
                        throw new InvalidOperationException(t.S(co, "two"));
                    case 3:
                        goto next;
                    default:
                        return t.S(co, "end");
                }

                t.S(co, "broken out");
            next:
                t.Log("next");
            }
            catch (InvalidOperationException e)
            {
                t.S(co, e.Message);
            }
            finally
            {
                t.S(co, i);
            }
        }
    }
}
