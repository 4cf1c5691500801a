#define LOUD
#undef DEBUG
using System.Diagnostics;
using CoroGen.Execution.Tests.Harness;
using Trace = CoroGen.Execution.Tests.Harness.Trace;

namespace CoroGen.Execution.Tests.Expressions;

/// <summary>Calls that C# leaves out with all that is in them.</summary>
public sealed partial class OmittedCallBodies : Bodies<OmittedCallBodies>
{
    [Conditional("SILENT")]
    private static void Silent(Trace t, int value) => t.Log($"silent {value}");

    [Conditional("SILENT"), Conditional("LOUD")]
    private static void Loud(Trace t, int value) => t.Log($"loud {value}");

    [Coroutine]
    private static string Conditional(Co co, Trace t)
    {
        Silent(t, t.S(co, 1));
        Loud(t, t.S(co, 2));
        Debug.Assert(t.S(co, false), "left out, for this file undefines DEBUG");
        return "end";
    }

    [Coroutine]
    private static string WithoutSuspensionsInside(Co co, Trace t)
    {
        Silent(t, t.V(1));
        t.S(co);
        Loud(t, t.V(2));
        return "end";
    }

    [Coroutine]
    private static string ThatDeclares(Co co, Trace t)
    {
        Silent(t, t.S(co, int.TryParse("5", out var number) ? number : 0));
        number = t.S(co, 3);
        return $"{number}";
    }

    [Coroutine]
    private static string InAnArm(Co co, Trace t)
    {
        if (t.S(co, true))
            Silent(t, t.S(co, 1));
        else
            Loud(t, t.S(co, 2));
        for (var i = 0; i < 2; i++, Silent(t, t.S(co, 3)))
            Loud(t, t.S(co, i));
        return "end";
    }

    [Coroutine]
    private static void OnlyThat(Co co, Trace t) => Silent(t, t.S(co, 1));

    [Coroutine]
    private static string AsAnExpression(Co co, Trace t)
    {
        OnlyThat(co, t);
        CoAction lambda = co => Silent(t, t.S(co, 2));
        lambda(co);
        return "end";
    }

    public class Speaker
    {
        [Conditional("SILENT")]
        public virtual void Say(Trace t, int value) => t.Log($"say {value}");
    }

    public sealed class LoudSpeaker : Speaker
    {
        public override void Say(Trace t, int value) => t.Log($"SAY {value}");
    }

    private static LoudSpeaker? Get(Trace t, bool isThere)
    {
        t.Log("get");
        return isThere ? new LoudSpeaker() : null;
    }

    [Coroutine]
    private static string OfAnOverride(Co co, Trace t)
    {
        Get(t, t.S(co, true))!.Say(t, t.S(co, 1));
        Get(t, t.S(co, true))?.Say(t, t.S(co, 2));
        Get(t, t.S(co, false))?.Say(t, t.S(co, 3));
        return "end";
    }

    private sealed partial class Parts(Trace t)
    {
        partial void Missing(int value);

        partial void There(int value);

        partial void There(int value) => t.Log($"there {value}");

        [Coroutine]
        public string Call(Co co)
        {
            Missing(t.S(co, 1));
            There(t.S(co, 2));
            return "end";
        }
    }

    [Coroutine]
    private static string OfAPartialMethod(Co co, Trace t) => new Parts(t).Call(co);

    [Coroutine]
    private static string OfALocalFunction(Co co, Trace t)
    {
        Whisper(t.S(co, 1));
        Shout(t.S(co, 2));
        return "end";

        [Conditional("SILENT")]
        static void Whisper(int value) => throw new InvalidOperationException($"{value}");

        [Conditional("LOUD")]
        static void Shout(int value)
        {
        }
    }
}
