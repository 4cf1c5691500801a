using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

public sealed partial class CoroutineFunctionBodies
{
    [Coroutine]
    private static string CallsFunctionsFurtherOut(Co co, Trace t)
    {
        var total = 1;
        CoFunc<int> outer = co =>
        {
            var own = t.S(co, 2);
            CoFunc<int> middle = co =>
            {
                CoFunc<int> inner = co => t.S(co, Total()) + Own();
                return inner(co);
            };
            return middle(co);

            int Own() => own++;
        };
        return $"{outer(co)} {total}";

        int Total() => total++;
    }

    /// <summary>A variable that only a copied statement uses, in which another one is assigned.</summary>
    [Coroutine]
    private static string ReadByCopiedStatements(Co co, Trace t)
    {
        var text = t.S(co, "text");
        var number = 2;
        return $"{Inner(co, 1)} {co.Await(co.Launch(co => Inner(co, 2)))}";

        [Coroutine]
        int Inner(Co co, int n)
        {
            for (var i = t.S(co, 0); i < 2; i++)
            {
                if (int.TryParse("5", out n) && text.Length > number)
                    continue;
                t.Log("never");
            }

            return n;
        }
    }

    /// <summary>Local functions that reach further out than the coroutine function that they stand in.</summary>
    [Coroutine]
    private static string ReadByLocalFunctionsInside(Co co, Trace t)
    {
        var number = t.S(co, 1);
        Action? kept = null;
        CoFunc<int> body = co =>
        {
            int Plain(int n) => n + number++;

            t.Log(Plain(t.S(co, 1)));
            kept += Later;
            t.S(co);
            kept += Later;
            t.S(co);
            kept -= Later;
            foreach (var n in Iterated())
                t.S(co, n);
            return Plain(t.S(co, 2));

            void Later() => t.Log(number++);

            IEnumerable<int> Iterated()
            {
                yield return number;
            }
        };
        body(co);
        number = t.S(co, 10);
        t.S(co, body(co));
        kept?.Invoke();
        return $"{number} {kept?.GetInvocationList().Length}";
    }

    [Coroutine]
    private static int Two(Co co) => 2;

    [Coroutine]
    private static string InHoles(Co co, Trace t)
    {
        t.S(co);
        return $"{((CoFunc<int>)Two)(co)} {(CoFunc<int>)Two is { } two} {(Func<int>)Own is null,6:x}";

        int Own() => t.V(1);
    }

    [Coroutine]
    private static string GenericDelegatesAreEqual(Co co, Trace t)
    {
        var sum = 0;
        t.S(co);
        Action<int>? action = Add<string>;
        action += Add<int>;
        t.S(co);
        action -= Add<string>;
        action!(1);
        return $"{sum} {action.GetInvocationList().Length}";

        void Add<T>(int n) => sum += n + typeof(T).Name.Length;
    }
}
