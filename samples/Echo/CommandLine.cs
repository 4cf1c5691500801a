using System.CommandLine;

namespace Echo;

/// <summary>What is asked for: the demonstration, a server, or clients.</summary>
internal static class CommandLine
{
    public static RootCommand Create()
    {
        var command = new RootCommand("An echo server, from one that blocks to streams.") { Demo(), Server(), Client() };
        return command;
    }

    private static Command Demo()
    {
        var command = new Command("demo", "Five clients at once ask four servers, which think for a second about each message.");
        command.SetAction(_ => new Demo(new Service(TimeSpan.FromSeconds(1), static _ => { }), Console.Out).Run());
        return command;
    }

    private static Command Server()
    {
        var port = new Option<int>("--port") { Description = "Where it listens; 0 takes a free port.", HelpName = "N" };
        var streams = new Option<bool>("--streams") { Description = "Serve with streams instead of bare sockets." };
        var path = new Option<string?>("--unix") { Description = "Serve with streams over a Unix socket.", HelpName = "PATH" };
        var command = new Command("server", "Serves until it is interrupted.") { port, streams, path };
        command.Validators.Add(result =>
        {
            if (result.GetValue(path) is null && result.GetResult(port) is null or { Implicit: true })
                result.AddError("The server needs --port N or --unix PATH.");
        });
        command.SetAction(parsed => Echo.Server.Run(parsed.GetValue(port), parsed.GetValue(streams), parsed.GetValue(path)));
        return command;
    }

    private static Command Client()
    {
        var port = new Option<int>("--port") { Description = "Where the server listens.", HelpName = "N", Required = true };
        var messages = new Argument<string[]>("MESSAGE") { Description = "What to say: each on a connection of its own, all at once.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("client", "Says something to a server, and prints the answers.") { port, messages };
        command.SetAction(parsed => Echo.Clients.Run(parsed.GetValue(port), parsed.GetValue(messages)!));
        return command;
    }
}
