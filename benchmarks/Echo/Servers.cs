namespace CoroGen.Benchmarks.Echo;

/// <summary>The servers in this program, each to be run in a process of its own. A server says its port, and serves until the process is killed.</summary>
internal static class Servers
{
    public static void Run(string name)
    {
        switch (name)
        {
            case "readiness":
                ReadinessServer.Run();
                break;
            case "streams":
                StreamsServer.Run();
                break;
            case "async":
                AsyncServer.Run();
                break;
            default:
                throw new ArgumentException($"There is no server '{name}'.", nameof(name));
        }
    }
}
