using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

/// <summary>Where a type has <c>Dispose(Co)</c> beside <c>Dispose()</c>, <c>using</c> suspends in it.</summary>
public sealed partial class LanguageCallBodies : Bodies<LanguageCallBodies>
{
    internal partial interface IConnection : IDisposable
    {
        string Name { get; }

        [Coroutine]
        void Dispose(Co co);
    }

    internal partial class Connection(Trace t, string name, bool fails = false) : IConnection
    {
        public string Name { get; set; } = name;

        public void Dispose()
        {
            t.Log("close " + Name);
            Flush();
        }

        [Coroutine]
        public virtual void Dispose(Co co)
        {
            t.Log("close " + Name);
            co.Yield();
            Flush();
        }

        public static bool operator ==(Connection? a, Connection? b) => throw new NotSupportedException();

        public static bool operator !=(Connection? a, Connection? b) => throw new NotSupportedException();

        public override bool Equals(object? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => 0;

        public override string ToString() => Name;

        private void Flush()
        {
            if (fails)
                throw new InvalidOperationException("flush " + Name);
            t.Log("closed " + Name);
        }
    }

    internal readonly partial struct Handle(Trace t, string name) : IConnection
    {
        public string Name => name;

        public void Dispose() => t.Log("close handle " + name);

        [Coroutine]
        public readonly void Dispose(Co co)
        {
            co.Yield();
            t.Log("close handle " + name);
        }
    }

    private sealed partial class Hidden(Trace t) : IConnection
    {
        public string Name => "hidden";

        void IDisposable.Dispose() => t.Log("close hidden");

        [Coroutine]
        void IConnection.Dispose(Co co)
        {
            co.Yield();
            t.Log("close hidden");
        }
    }

    [Coroutine]
    private static string NothingElseSuspends(Co co, Trace t)
    {
        using (var a = new Connection(t, "a"))
            t.Log(a);
        using var b = new Connection(t, "b");
        var text = b.Name;
        b.Name += "!";
        return text;
    }

    [Coroutine]
    private static string InReverseOrder(Co co, Trace t)
    {
        using Connection a = new(t, "a"), b = new(t, t.S(co, "b"));
        using (new Connection(t, "c"))
        using (var d = new Connection(t, "d"))
        {
            t.S(co, d.Name);
        }

        using var e = new Connection(t, "e");
        return t.S(co, "end");
    }

    [Coroutine]
    private static string Null(Co co, Trace t)
    {
        using (Connection? a = t.V((Connection?)null))
            t.Log(1);
        using Connection? b = null;
        using IConnection? c = null;
        using Handle? d = null;
        using Handle? e = new Handle(t, "e");
        using Hidden? f = new Hidden(t);
        t.S(co);
        return "end";
    }

    [Coroutine]
    private static string ByInterface(Co co, Trace t)
    {
        foreach (var connection in new IConnection[] { new Connection(t, "a"), new Handle(t, "b"), new Hidden(t) })
        {
            using (connection)
                t.Log(connection.Name);
        }

        return "end";
    }

    [Coroutine]
    private static void Use<T>(Co co, Trace t, T connection)
        where T : IConnection?
    {
        using (connection)
            t.Log(typeof(T).Name);
        using var again = connection;
        t.S(co, again?.Name);
    }

    [Coroutine]
    private static string TypeParameter(Co co, Trace t)
    {
        Use(co, t, new Connection(t, "a"));
        Use(co, t, new Handle(t, "b"));
        Use<Connection?>(co, t, null);
        Use<IConnection>(co, t, new Hidden(t));
        return "end";
    }

    [Coroutine]
    private static string BodyThrows(Co co, Trace t)
    {
        try
        {
            using var a = new Connection(t, "a");
            using (new Handle(t, "b"))
                throw new InvalidOperationException("body");
        }
        catch (InvalidOperationException e)
        {
            t.S(co, e.Message);
        }

        using (new Connection(t, "c"))
            return t.Throw<string>(co, "lost");
    }

    [Coroutine]
    private static string DisposalThrows(Co co, Trace t)
    {
        try
        {
            using var a = new Connection(t, "a");
            using var b = new Connection(t, "b", fails: true);
            throw new InvalidOperationException("replaced");
        }
        catch (InvalidOperationException e)
        {
            t.Log(e.Message);
        }

        using (new Connection(t, "c", fails: true))
            return "replaced";
    }

    [Coroutine]
    private static string Jumps(Co co, Trace t)
    {
        for (var i = 0; ; i++)
        {
            using var a = new Connection(t, $"a{i}");
            if (i == 0)
                continue;
            using (new Connection(t, $"b{i}"))
            {
                if (i == 1)
                    goto next;
                if (i == 2)
                    break;
            }

        next:
            t.Log("next");
        }

        using (new Connection(t, "c"))
        {
            using (new Connection(t, "d"))
                return "end";
        }
    }

    [Coroutine]
    private static string InCatchAndFinally(Co co, Trace t)
    {
        try
        {
            try
            {
                throw new InvalidOperationException("x");
            }
            catch (InvalidOperationException e) when (e.Message == "x")
            {
                using (new Connection(t, "catch"))
                    t.Log(e.Message);
                throw;
            }
            finally
            {
                using var a = new Connection(t, "finally");
            }
        }
        catch (InvalidOperationException e)
        {
            return e.Message;
        }
    }

    [Coroutine]
    private static string Captured(Co co, Trace t)
    {
        var functions = new List<Func<string>>();
        for (var i = 0; i < 2; i++)
        {
            using var a = new Connection(t, $"a{i}");
            functions.Add(() => a.Name);
        }

        return string.Concat(functions.Select(f => f()));
    }

    [Coroutine]
    private static string WhereNothingSuspends(Co co, Trace t)
    {
        var gate = new object();
        var inLambda = () =>
        {
            using var a = new Connection(t, "lambda");
        };
        inLambda();
        t.S(co);
        InFunction();
        lock (gate)
        {
            using (new Connection(t, "lock"))
                t.Log(Monitor.IsEntered(gate));
        }

        unsafe
        {
            fixed (char* first = "text")
            {
                using (new Connection(t, "fixed"))
                    t.Log(*first);
            }
        }

        return "end";

        void InFunction()
        {
            using (new Connection(t, "function"))
                t.Log("inside");
        }
    }

    private class Base(Trace t) : IDisposable
    {
        public void Dispose() => t.Log("close base");
    }

    private sealed partial class Derived(Trace t) : Base(t)
    {
        private readonly Trace _t = t;

        [Coroutine]
        public void Dispose(Co co)
        {
            co.Yield();
            _t.Log("close base");
        }
    }

    [Coroutine]
    private static string StaticTypeDecides(Co co, Trace t)
    {
        using (Base a = new Derived(t))
            t.Log("plain");
        using (var b = new Derived(t))
            t.Log("coroutine");
        using (dynamic c = new Connection(t, "dynamic"))
            t.Log("plain");
        return "end";
    }

    private sealed partial class Overriding(Trace t) : Connection(t, "over")
    {
        private readonly Trace _t = t;

        [Coroutine]
        public override void Dispose(Co co)
        {
            base.Dispose(co);
            co.Yield();
        }

        public override string ToString() => _t.V("overriding");
    }

    [Coroutine]
    private static string Override(Co co, Trace t)
    {
        using var a = new Overriding(t);
        using Connection b = new Overriding(t);
        return $"{a}{b}";
    }
}
