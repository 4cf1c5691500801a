using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class UsingBodies : Bodies<UsingBodies>
{
    private sealed class Resource : IDisposable
    {
        private readonly Trace _t;

        public Resource(Trace t, string name)
        {
            (_t, Name) = (t, name);
            t.Log("open " + name);
        }

        public string Name { get; set; }

        public void Dispose() => _t.Log("close " + Name);

        public override string ToString() => Name;
    }

    private struct Counter(Trace t) : IDisposable
    {
        public int Count { get; private set; }

        public int Add() => ++Count;

        public readonly void Dispose() => t.Log($"disposed at {Count}");
    }

    private sealed class Explicit(Trace t) : IDisposable
    {
        void IDisposable.Dispose() => t.Log("explicitly disposed");

        public void Dispose() => t.Log("never called by 'using'");
    }

    private sealed class Bad(Trace t, string name) : IDisposable
    {
        public void Dispose()
        {
            t.Log("dispose " + name);
            throw new InvalidOperationException(name);
        }
    }

    [Coroutine]
    private static string Statement(Co co, Trace t)
    {
        using (var a = new Resource(t, "a"))
        {
            t.S(co, a.Name);
        }

        using (new Resource(t, "b"))
            t.S(co, "no variable");
        var c = new Resource(t, "c");
        using (c)
        {
#pragma warning disable CS0728
            c = null;
#pragma warning restore CS0728
            t.S(co, c);
        }

        return "end";
    }

    [Coroutine]
    private static string Declaration(Co co, Trace t)
    {
        t.S(co, "before");
        using var a = new Resource(t, "a");
        t.S(co, a);
        using Resource b = t.S(co, new Resource(t, "b")), c = new Resource(t, "c");
        t.S(co, b.Name + c.Name);
        {
            using var d = new Resource(t, "d");
            t.S(co, d);
        }

        return t.S(co, "end");
    }

    [Coroutine]
    private static string Several(Co co, Trace t)
    {
        using (Resource a = new(t, "a"), b = t.S(co, new Resource(t, "b")), c = new(t, a.Name + "c"))
            t.S(co, a.Name + b + c);
        using (var a = new Resource(t, "a"))
        using (var b = new Resource(t, a + "b"))
        using (t.S(co, new Resource(t, a.Name + b)))
            t.Log("inside");
        return "end";
    }

    [Coroutine]
    private static string SecondResourceThrows(Co co, Trace t)
    {
        using Resource a = new(t, "a"), b = t.Throw<Resource>(co, "b");
        return "never";
    }

    [Coroutine]
    private static string OnlyTheResourceSuspends(Co co, Trace t)
    {
        using (var a = t.S(co, new Resource(t, "a")))
            t.Log(a);
        using (t.S(co, new Resource(t, "b")))
            t.Log("inside");
        for (var i = 0; ; i++)
        {
            using (var c = t.S(co, new Resource(t, $"c{i}")))
            {
                if (i == 0)
                    continue;
                break;
            }
        }

        return "end";
    }

    [Coroutine]
    private static string NullResource(Co co, Trace t)
    {
        using (var a = t.S(co, (Resource?)null))
            t.S(co, a);
        using (t.S(co, (IDisposable?)null))
            t.Log("null");
        using Counter? none = null;
        using Counter? some = new Counter(t);
        t.S(co, 1);
        return "end";
    }

    [Coroutine]
    private static string StructResourceIsCopied(Co co, Trace t)
    {
        var counter = new Counter(t);
        using (counter)
        {
            counter.Add();
            t.S(co, counter.Count);
        }

        using (var own = new Counter(t))
        {
            t.S(co, own.Add());
        }

        using var declared = t.S(co, new Counter(t));
        t.S(co, declared.Add());
        t.S(co, declared.Add());
        return $"{declared.Count}";
    }
}
