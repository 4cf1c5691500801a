namespace CoroGen.Benchmarks.Echo;

/// <summary>An echo server to compare: what it is called in the table, and how it is started.</summary>
internal sealed record Peer(string Name, string Program, string[] Arguments, params (string Name, string Value)[] Environment)
{
    /// <summary>Continuations run on the one thread that waits for the sockets, instead of the thread pool: the least that .NET's sockets can be made to do.</summary>
    private static readonly (string, string)[] s_oneThread = [("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1"), ("DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT", "1")];

    /// <summary>The others in the table are compared with it.</summary>
    public bool IsReference { get; private init; }

    /// <summary>Those that this machine can run; the others are said to be missing.</summary>
    public static IReadOnlyList<Peer> All(NativeTools tools, TextWriter output)
    {
        var peers = new List<Peer>();
        if (tools.Compile("epoll.c") is { } epoll)
            peers.Add(new Peer("C, epoll", epoll, []) { IsReference = true });
        peers.AddRange(Own());
        peers.Add(Own(".NET sockets", "async") with { IsReference = true });
        peers.Add(Own(".NET sockets, one thread", "async") with { IsReference = true, Environment = s_oneThread });
        if (NativeTools.Find("python3") is { } python)
            peers.Add(new Peer("Python, asyncio", python, [NativeTools.Source("streams.py")]));
        else
            output.WriteLine("There is no python3: asyncio is left out.");
        return peers;
    }

    /// <summary>CoroGen's.</summary>
    public static IEnumerable<Peer> Own() => [Own("CoroGen, sockets", "readiness"), Own("CoroGen, streams", "streams")];

    /// <summary>One of the servers in this program.</summary>
    private static Peer Own(string name, string server) => new(name, System.Environment.ProcessPath!, ["--serve", server]);
}
