namespace CoroGen.Execution.Tests.Statements;

/// <summary>Which method a statement calls by itself: in the machine the coroutine, in the body as written the plain one.</summary>
public sealed partial class LanguageCallTests
{
    internal sealed partial class Items(List<string> log) : IDisposable
    {
        private int _count;

        public int Current => _count;

        public Items GetEnumerator() => this;

        public bool MoveNext()
        {
            log.Add("plain move");
            return ++_count < 2;
        }

        [Coroutine]
        public bool MoveNext(Co co)
        {
            co.Yield();
            log.Add("move");
            return ++_count < 2;
        }

        public void Dispose() => log.Add("plain dispose");

        [Coroutine]
        public void Dispose(Co co)
        {
            co.Yield();
            log.Add("dispose");
        }
    }

    [Coroutine]
    private static void Use(Co co, List<string> log)
    {
        using (new Items(log))
            log.Add("using");
        using var declared = new Items(log);
        foreach (var item in new Items(log))
            log.Add("item");
    }

    [Coroutine]
    private static void Spread(Co co, List<string> log)
    {
        List<int> all = [Count(co, log), .. new Items(log), Count(co, log)];
        log.Add(string.Join(" ", all));
    }

    [Coroutine]
    private static int Count(Co co, List<string> log)
    {
        co.Yield();
        return log.Count;
    }

    [Coroutine]
    private static void Functions(Co co, List<string> log)
    {
        co.Yield();
        InFunction();
        lock (log)
        {
            foreach (var item in new Items(log))
                log.Add("lock");
        }

        void InFunction()
        {
            using var items = new Items(log);
        }
    }

    [Fact]
    public void The_machine_calls_coroutines()
    {
        var log = new List<string>();
        new EventLoop().Run(Use(log));
        Assert.Equal(["using", "dispose", "move", "item", "move", "dispose", "dispose"], log);
    }

    [Fact]
    public void The_body_as_written_calls_plain_methods()
    {
        var log = new List<string>();
        Use(new EventLoop().Blocking, log);
        Assert.Equal(["using", "plain dispose", "plain move", "item", "plain move", "plain dispose", "plain dispose"], log);
    }

    [Fact]
    public void Where_nothing_can_suspend_plain_methods_are_called()
    {
        var log = new List<string>();
        new EventLoop().Run(Functions(log));
        Assert.Equal(["plain dispose", "plain move", "lock", "plain move", "plain dispose"], log);
    }

    [Fact]
    public void A_spread_element_calls_plain_methods()
    {
        var log = new List<string>();
        new EventLoop().Run(Spread(log));
        Assert.Equal(["plain move", "plain move", "plain dispose", "0 1 0"], log);
    }

    [Coroutine]
    private static void Open(Co co, List<string> log, string name)
    {
        using (new Items(log))
            log.Add(name);
    }

    [Coroutine]
    private static void Beside(Co co, List<string> log)
    {
        var other = co.Launch(Open(log, "a"));
        Open(co, log, "b");
        co.Await(other);
    }

    [Fact]
    public void Others_run_while_it_disposes()
    {
        var log = new List<string>();
        new EventLoop().Run(Beside(log));
        Assert.Equal(["b", "a", "dispose", "dispose"], log);
    }
}
