using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

/// <summary>Coroutines whose body is only a <c>throw</c>.</summary>
public sealed partial class ThrowingBodies : Bodies<ThrowingBodies>
{
    [Coroutine]
    private static int Value(Co co) => throw new NotSupportedException("value");

    [Coroutine]
    private static int SuspendedValue(Co co, Trace t) => throw new NotSupportedException(t.S(co, "suspended value"));

    [Coroutine]
    private static void Nothing(Co co) => throw new NotSupportedException("nothing");

    [Coroutine]
    private static void SuspendedNothing(Co co, Trace t) => throw t.S(co, new NotSupportedException("suspended nothing"));

    [Coroutine]
    private static string Methods(Co co, Trace t)
    {
        for (var i = 0; i < 4; i++)
        {
            try
            {
                switch (i)
                {
                    case 0:
                        return $"{Value(co)}";
                    case 1:
                        return $"{SuspendedValue(co, t)}";
                    case 2:
                        Nothing(co);
                        break;
                    default:
                        SuspendedNothing(co, t);
                        break;
                }
            }
            catch (NotSupportedException e)
            {
                t.Log(e.Message);
            }
        }

        return t.S(co, "end");
    }

    [Coroutine]
    private static string Functions(Co co, Trace t)
    {
        CoFunc<int> plain = co => throw new NotSupportedException("lambda");
        CoFunc<int> suspended = co => throw new NotSupportedException(t.S(co, "suspended lambda"));
        CoAction action = co => throw new NotSupportedException(t.S(co, "action"));
        foreach (var function in new CoFunc<int>[] { plain, suspended, Local })
        {
            try
            {
                t.Log(function(co));
            }
            catch (NotSupportedException e)
            {
                t.Log(e.Message);
            }
        }

        action(co);
        return "never";

        [Coroutine]
        int Local(Co co) => throw new NotSupportedException(t.S(co, "local"));
    }
}
